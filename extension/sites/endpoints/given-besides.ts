import type { Intent } from '../../../core/policy/index.ts';
import { isSaid, recordsIn } from './body.ts';
import type { Json } from './json.ts';
import { isGroups, lettersOf } from './people-fields.ts';
import { isRole, rolesIn } from './roles.ts';

/** What everybody is who may use an app: `user`, `product/member`, `ari:cloud:jira::role/product/member`. */
const PLAIN = /^(?:.*\/)?(?:users?|members?|basic)$/is;
/** What may say how much somebody may do, by any other name than a role: there only what says more than everybody may is a role. */
const MAY_SAY_ROLE =
  /(?:access|permissions?|privileges?|rights|levels?|scopes?|capabilit(?:y|ies)|grants?|(?:user|member|membership|account|seat|access|invite)?(?:type|kind)s?|as)(?:ids?|keys?|names?|levels?|list)?$/;
const SPECIAL = /admin(?!.?hub)|owner|super.?user|full.?(?:access|control)|manage(?!ment|d)/i;
/** A switch that makes somebody an administrator: `isAdmin`, `siteAdmin`, `grantOrgAdminAccess`. What tells or asks one is none. */
const MAKES_ADMIN =
  /^(?:(?:is|as|be|make|set|grant|give|add|assign|with|has|to|the|a|full|super|system|trusted|user|org|organi[sz]ation|site|product|app|workspace|project|space|group|jira|confluence)_?)*(?:admin|administrator|owner)s?_?(?:access|rights?|roles?|permissions?|privileges?)?$/;
const ON = /^\s*(?:true|yes|y|on|1)\s*$/i;

/**
 * What an invitation gives besides the usual seat: a role that not everybody has, or a place in groups. Each is an act of its own, also
 * for people who have access already.
 */
export function givenBesides(body: Json): Intent[] {
  const fields = recordsIn(body).flatMap((record) => Object.entries(record));
  const hasRole = fields.some(([name, value]) => isSpecialRole(name, value));
  const hasGroup = fields.some(([name, value]) => isGroups(name) && isSaid(value));
  return [...(hasRole ? (['grant-role'] as const) : []), ...(hasGroup ? (['add-to-group'] as const) : [])];
}

/** Whether a switch in it makes somebody an administrator. */
export const switchesAdmin = (body: Json): boolean =>
  recordsIn(body).some((record) =>
    Object.entries(record).some(([name, value]) => isOn(value) && MAKES_ADMIN.test(lettersOf(name))),
  );

const isOn = (value: Json): boolean => typeof value !== 'object' && ON.test(String(value));

function isSpecialRole(name: string, value: Json): boolean {
  if (isRole(name) && rolesIn(value).some((role) => !PLAIN.test(role))) return true;
  if (isOn(value)) return MAKES_ADMIN.test(lettersOf(name));
  return MAY_SAY_ROLE.test(lettersOf(name)) && rolesIn(value).some((role) => SPECIAL.test(role));
}
