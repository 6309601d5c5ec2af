import type { AccountId } from '../../core/ids.ts';
import { accountIdOf, personOfImage } from './account-ids.ts';
import { plainText } from './label-match.ts';

/** People that the server-rendered page state names, by name and picture. */
export type StatePeople = ReadonlyMap<string, AccountId | 'ambiguous'>;

const pictureKey = (src: string): string => {
  const person = personOfImage(src);
  return person ? (person.accountId ?? person.emailHash ?? src) : src;
};

/** Both must agree: people share names, and people share default pictures. */
export const stateKey = (name: string, picture: string): string => `${plainText(name)}\n${pictureKey(picture)}`;

const userRecord = /\{[^{}]*"accountId":"[^{}]*\}/g;
const text = (record: string, field: string): string | null => {
  const raw = new RegExp(`"${field}":("(?:[^"\\\\]|\\\\.)*")`).exec(record)?.[1];
  if (raw === undefined) return null;
  try {
    return JSON.parse(raw) as string;
  } catch {
    return null; // Half an escape at a cut: the field is not usable.
  }
};

/**
 * Reads the user records out of the text of `window.SPA_STATE` (A: first load of server-rendered Jira pages). The script is
 * read as text because content scripts do not share the page's variables; it is data here and never run.
 */
export function readStatePeople(document: Document): StatePeople {
  const people = new Map<string, AccountId | 'ambiguous'>();
  for (const script of document.querySelectorAll('script[data-ssr-data]')) {
    const source = script.textContent ?? '';
    if (!source.includes('accountId')) continue;
    const flat = source.includes('\\"accountId\\"') ? source.replaceAll('\\"', '"') : source;
    for (const [record] of flat.matchAll(userRecord)) {
      const accountId = accountIdOf(text(record, 'accountId'));
      const name = text(record, 'name');
      const picture = text(record, 'picture');
      if (!accountId || !name || !picture) continue;
      const key = stateKey(name, picture);
      const known = people.get(key);
      people.set(key, known === undefined || known === accountId ? accountId : 'ambiguous');
    }
  }
  return people;
}
