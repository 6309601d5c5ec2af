import type { Intent } from '../../../core/policy/index.ts';
import { isSaid, recordsIn } from './body.ts';
import type { Json } from './json.ts';
import { isGroups } from './people-fields.ts';
import { isRole, rolesIn } from './roles.ts';

/** What everybody is who may use an app: `user`, `product/member`, `ari:cloud:jira::role/product/member`. */
const PLAIN = /^(?:.*\/)?(?:users?|members?|basic)$/is;
/**
 * What an invitation gives besides the usual seat: a role that not everybody has, or a place in groups. Each is an act of its own, also
 * for people who have access already.
 */
export function givenBesides(body: Json): Intent[] {
  const fields = recordsIn(body).flatMap((record) => Object.entries(record));
  const hasRole = fields.some(([name, value]) => isRole(name) && rolesIn(value).some(isSpecial));
  const hasGroup = fields.some(([name, value]) => isGroups(name) && isSaid(value));
  return [...(hasRole ? (['grant-role'] as const) : []), ...(hasGroup ? (['add-to-group'] as const) : [])];
}

const isSpecial = (role: string): boolean => !PLAIN.test(role);
