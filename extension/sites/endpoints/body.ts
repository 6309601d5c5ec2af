import { formFields, isForm, nested } from './form.ts';
import type { Json } from './json.ts';

/** A body as far as it could be read: `none` was sent, or it is `unreadable`. */
export type ReadBody =
  | { readonly state: 'read'; readonly json: Json }
  | { readonly state: 'none' }
  | { readonly state: 'unreadable' };

/** JSON or form. A body whose text nobody has counts as unreadable where somebody asks about its people. */
export function readBody(body: string | null): ReadBody {
  if (body === null) return { state: 'unreadable' };
  if (body.trim() === '') return { state: 'none' };
  if (/^\s*[[{]/.test(body)) {
    const json = jsonIn(body);
    return json === null ? { state: 'unreadable' } : { state: 'read', json: isForm(json) ? nested(json) : json };
  }
  // Parts with names of their own (RFC 7578): their lines may look like the fields of a form.
  if (/^\s*--|content-disposition\s*:/i.test(body)) return { state: 'unreadable' };
  return /^[^=\s]+=/.test(body) ? { state: 'read', json: formFields(body) } : { state: 'unreadable' };
}

export const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether something stands there, whether or not it can be read. */
export const isSaid = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/**
 * The list or record that a text holds; null when it holds none, and when it has a field twice: we read the last, and nobody
 * knows which one Atlassian reads.
 */
export function jsonIn(text: string): Json | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const json = JSON.parse(text) as Json;
    return textsIn(json).length === (text.match(/"[^"\\]*(?:\\.[^"\\]*)*"/g)?.length ?? 0) ? json : null;
  } catch {
    return null; // A text that only starts like one.
  }
}

/** Every text of a body, the names of its fields included. Without recursion: a page chooses how deep a body is. */
export function textsIn(json: Json): string[] {
  const texts: string[] = [];
  const open: Json[] = [json];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') texts.push(value);
    else if (isRecord(value)) for (const [key, inner] of Object.entries(value)) open.push(key, inner);
    else for (const inner of listOf(value)) open.push(inner);
  }
  return texts;
}

/** Every record in a body, those in texts included. */
export const recordsIn = (json: Json): { readonly [key: string]: Json }[] => recordsBeside(json, () => false);

/** As `recordsIn`, without what lies below fields that are aside. Without recursion, as above. */
export function recordsBeside(json: Json, isAside: (name: string) => boolean): { readonly [key: string]: Json }[] {
  const records: { readonly [key: string]: Json }[] = [];
  const open: Json[] = [json];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') open.push(jsonIn(value));
    else if (isRecord(value)) records.push(value);
    if (isRecord(value))
      for (const [name, inner] of Object.entries(value)) open.push(...(isAside(name) ? [] : [inner]));
    else for (const inner of listOf(value)) open.push(inner);
  }
  return records;
}
