import { account, isNamed, others, peopleInText, somebody, type Whom } from '../../../core/identity/index.ts';
import type { AccountId } from '../../../core/ids.ts';
import { accountIdOf } from '../account-ids.ts';

/** The parts of a body that matter; bodies are whatever the page sends and are never trusted to have a shape. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

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
    try {
      return { state: 'read', json: JSON.parse(body) as Json };
    } catch {
      return { state: 'unreadable' };
    }
  }
  return /^[^=\s]+=/.test(body)
    ? { state: 'read', json: fieldsOf(new URLSearchParams(body)) }
    : { state: 'unreadable' };
}

/** Fields by name; one that comes several times keeps all its values. `users[0][email]` and `emails[]` are lists of these. */
function fieldsOf(form: URLSearchParams): Json {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    const plain =
      name
        .split(/[[\].]+/)
        .filter((part) => part !== '' && !/^\d+$/.test(part))
        .at(-1) ?? name;
    const known = fields.get(plain);
    if (known) known.push(value);
    else fields.set(plain, [value]);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

export const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** Whatever stands under names that end like these is people, each entry one: `externalEmails`, `account_ids`, `inviteeList`. */
const peopleKey =
  /(?:e?mails?|users?|accounts?|idmembers?|members?|invitees?|recipients?|people|persons?|customers?|participants?|principals?|assignees?|guests?|aaids?)(?:ids?|keys?|names?|address(?:es)?|list)?$/;
const people = { test: (name: string): boolean => peopleKey.test(name.toLowerCase().replace(/[^a-z]/g, '')) };
/** What a record of a person may carry besides: read only where the names above gave nobody. */
const alsoWho = /^(?:id|value|identifier|key|aaid|username|login|name|displayname)$/i;
/** Atlassian promises no more of account ids than these signs; an id of a shape not seen before is looked up like the others. */
const mayBeId = /^(?=.*\d)[a-z0-9:-]{12,128}$/i;
/** What people write to one another may hold an address without aiming at it. */
const prose = /^(?:message|comment|note|notes?text|description|text|body|reason|query|subject|title|summary|content)$/i;
/** Who acts, and what nobody is to read. */
const notAimed = /^(?:sender|from|replyto|invitedby|author|requestedby|createdby|.*password|.*secret)$/i;
/** Groups, teams and places are no people. */
const noPerson: ReadonlySet<string> = new Set(['group', 'team']);
const DEEPEST = 12;

/**
 * Everybody a body names, wherever in it. An entry that stands where people stand and cannot be read stays in the list as
 * somebody who cannot be read; deeper than `DEEPEST` are others nobody looked at.
 */
export const peopleIn = (body: Json): Whom[] => below(body, '', false, 0);

/** @param among whether people stand here, so that whatever stands here is one */
function below(value: Json, key: string, among: boolean, depth: number): Whom[] {
  if (typeof value === 'object' && value !== null && depth > DEEPEST) return [others(null)];
  if (notAimed.test(key)) return [];
  if (typeof value === 'string') {
    const inside = jsonIn(value);
    if (inside !== null) return below(inside, key, among, depth + 1);
    return among ? whoIs(value) : prose.test(key) ? addressIn(value) : addressesIn(value);
  }
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item) =>
      among && !isThing(item) ? unreadable(item) : below(item, key, among, depth + 1),
    );
  if (!isRecord(value)) return among && typeof value === 'number' ? [unreadable(value)] : [];
  if (among) return personIn(value, depth);
  return Object.entries(value).flatMap(([name, item]) => below(item, name, people.test(name), depth + 1));
}

const isThing = (item: Json): boolean => typeof item === 'string' || (typeof item === 'object' && item !== null);

const unreadable = (value: Json): Whom => somebody(JSON.stringify(value)) ?? others(1);

/** A text where people stand: an account id, an address, a list of addresses, or somebody who cannot be read. */
function whoIs(text: string): Whom[] {
  const id = accountIdOf(text);
  if (id !== null) return [account(id)];
  if (mayBeId.test(text)) return [{ ...account(text as AccountId), text }];
  return text.trim() === '' ? [] : peopleInText(text);
}

/** A list or record written as text, as forms carry them. */
function jsonIn(text: string): Json | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null; // A text that only starts like one.
  }
}

const addressesIn = (text: string): Whom[] =>
  text.includes('@') ? peopleInText(text).filter(({ email, text: said }) => email !== null || said?.includes('@')) : [];

/** Of a text that people write to one another: an address and nothing else. */
const addressIn = (text: string): Whom[] => {
  const whom = text.includes('@') ? somebody(text) : null;
  return whom?.email ? [whom] : [];
};

/** One entry of a list of people: by every address and account it names, else by whatever else tells who it is. */
function personIn(person: { readonly [key: string]: Json }, depth: number): Whom[] {
  const isThingByType = typeof person.type === 'string' && noPerson.has(person.type.toLowerCase());
  const entries = Object.entries(person);
  const said = (names: Pick<RegExp, 'test'>): string[] =>
    entries.flatMap(([name, value]) =>
      names.test(name) && value !== null && typeof value !== 'object' && String(value).trim() !== ''
        ? [String(value)]
        : [],
    );
  const also = isThingByType ? [] : said(alsoWho);
  const named = [
    ...said(people).flatMap(whoIs),
    ...also.flatMap(whoIs).filter(isNamed),
    ...entries.flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? below(value, name, people.test(name) || alsoWho.test(name), depth + 1)
        : [],
    ),
  ];
  if (named.length > 0 || isThingByType) return named;
  return [somebody(also[0] ?? '') ?? unreadable(person)];
}
