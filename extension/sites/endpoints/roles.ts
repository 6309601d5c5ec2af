import { isRecord } from './body.ts';
import type { Json } from './json.ts';
import { lettersOf } from './people-fields.ts';

/** `role`, `resourceRole`, `productRoles`, `roleIds`. */
const ROLE = /roles?(?:ids?|keys?|names?)?$/;
/** What tells which role a record is. */
const NAMES = ['id', 'key', 'name', 'value'];

export const isRole = (name: string): boolean => ROLE.test(lettersOf(name));

/** The roles that a field names; those in records of other fields stand in fields of their own. */
export function rolesIn(value: Json): string[] {
  if (typeof value === 'string') return value.split(/[\s,;]+/).filter((role) => role !== '');
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one) => (Array.isArray(one) ? [] : rolesIn(one)));
  return isRecord(value) ? NAMES.flatMap((name) => namesOf(value[name])) : [];
}

const namesOf = (value: Json | undefined): string[] =>
  typeof value === 'string' || typeof value === 'number' ? rolesIn(value) : [];
