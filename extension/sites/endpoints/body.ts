import type { AccountId } from '../../../core/ids.ts';
import { accountIdOf } from '../account-ids.ts';

/** People that a call names. */
export interface CallTargets {
  readonly emails: readonly string[];
  readonly accountIds: readonly AccountId[];
}

/** The parts of a body that matter; bodies are whatever the page sends and are never trusted to have a shape. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON, form or nothing. */
export function parseBody(body: string | null): Json {
  if (body === null || body === '') return null;
  if (/^\s*[[{]/.test(body)) {
    try {
      return JSON.parse(body) as Json;
    } catch {
      return null; // Not JSON after all: nothing can be read out of it.
    }
  }
  return Object.fromEntries(new URLSearchParams(body));
}

export const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const emailKeys = /^e-?mails?(?:address(?:es)?)?$/i;
const accountKeys = /^(?:account-?ids?|userids?|idmember|users?|members?)$/i;
const DEEPEST = 6;

/** Everybody a body names by e-mail or account id, wherever in it. `id` counts inside people only (`users`, `members`). */
export function targetsIn(body: Json): CallTargets {
  const emails = new Set<string>();
  const accountIds = new Set<AccountId>();
  const look = (value: Json, key: string, people: boolean, depth: number): void => {
    if (depth > DEEPEST) return;
    if (typeof value === 'string') {
      if (emailKeys.test(key) && address.test(value.trim())) emails.add(value.trim().toLowerCase());
      const id = accountKeys.test(key) || (people && key === 'id') ? accountIdOf(value) : null;
      if (id) accountIds.add(id);
    } else if (Array.isArray(value)) {
      for (const item of value as readonly Json[]) look(item, key, people || accountKeys.test(key), depth + 1);
    } else if (isRecord(value)) {
      for (const [name, item] of Object.entries(value)) look(item, name, people || accountKeys.test(key), depth + 1);
    }
  };
  look(body, '', false, 0);
  return { emails: [...emails], accountIds: [...accountIds] };
}
