import type { Intent } from '../../../core/policy/index.ts';
import { isRecord, isSaid, recordsIn } from './body.ts';
import type { Json } from './json.ts';
import { isGroups, lettersOf } from './people-fields.ts';

/** `role`, `resourceRole`, `productRoles`, `roleIds`. */
const ROLE = /roles?(?:ids?|keys?|names?)?$/;
/** What everybody is who may use an app: `user`, `product/member`, `ari:cloud:jira::role/product/member`. */
const PLAIN = /^(?:.*\/)?(?:users?|members?|basic)$/is;
/** What tells which role a record is. */
const NAMES = ['id', 'key', 'name', 'value'];

/**
 * What an invitation gives besides the usual seat: a role that not everybody has, or a place in groups. Each is an act of its own, also
 * for people who have access already.
 */
export function givenBesides(body: Json): Intent[] {
  const fields = recordsIn(body).flatMap((record) => Object.entries(record));
  const hasRole = fields.some(([name, value]) => ROLE.test(lettersOf(name)) && rolesIn(value).some(isSpecial));
  const hasGroup = fields.some(([name, value]) => isGroups(name) && isSaid(value));
  return [...(hasRole ? (['grant-role'] as const) : []), ...(hasGroup ? (['add-to-group'] as const) : [])];
}

/** The roles that a field names; those in records of other fields stand in fields of their own. */
function rolesIn(value: Json): string[] {
  if (typeof value === 'string') return value.split(/[\s,;]+/).filter((role) => role !== '');
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one) => (Array.isArray(one) ? [] : rolesIn(one)));
  return isRecord(value) ? NAMES.flatMap((name) => namesOf(value[name])) : [];
}

const namesOf = (value: Json | undefined): string[] =>
  typeof value === 'string' || typeof value === 'number' ? rolesIn(value) : [];

const isSpecial = (role: string): boolean => !PLAIN.test(role);
