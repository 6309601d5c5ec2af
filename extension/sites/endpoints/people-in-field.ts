import {
  account,
  entriesInText,
  evidentAccountId,
  isLikeAddress,
  isNamed,
  isWordLike,
  parseAccountId,
  parseAddress,
  peopleInText,
  somebody,
  supposedAccountId,
  type Whom,
} from '../../../core/identity/index.ts';
import type { AccountId } from '../../../core/ids.ts';

/** A text where people stand: account ids, addresses, lists of these, or somebody who cannot be read. */
export function whoIs(text: string): Whom[] {
  const whole = supposed(text);
  return whole === null ? entriesInText(text).flatMap(entry) : [whole];
}

function entry(text: string): Whom[] {
  const one = supposed(text);
  if (one !== null) return [one];
  const words = text.trim().split(/\s+/);
  return words.every((word) => parseAccountId(word) !== null)
    ? words.flatMap((word) => supposed(word) ?? [])
    : peopleInText(text);
}

/** An id of a shape not seen before keeps its text, and so does one that may be a word. */
function supposed(text: string): Whom | null {
  const id = supposedAccountId(text) as AccountId | null;
  if (id === null) return null;
  return parseAccountId(text) === null || isWordLike(id) ? { ...account(id), text: text.trim() } : account(id);
}

/** The shapes of ids that stand alone: hexadecimal, a UUID with or without a number before it, an opaque one. */
const ID =
  /^\s*(?:[0-9a-f]{24}|(?:\d{4,6}:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\D*\d)[0-9a-z]{20,128})\s*$/i;
export const isId = (text: string): boolean => ID.test(text);

/** Cheap signs that a text may name somebody; nearly every text has none. */
const MAY_NAME = /[@＠﹫]|\d:|\d%|qm:|identity/i;

/** Addresses of pages are none of people, whatever stands in them. */
const LINK = /^\s*(?:(?:https?:)?\/\/|\/)\S*\s*$/i;
/** A sign that stands alone is a word (`Mail @ Acme`) unless a host follows. */
const NAMES = /\S[@＠﹫]|[@＠﹫]\S|[@＠﹫].*\S\.\p{L}{2,}/u;

/** People in a text anywhere else: whoever is named by an address, also one that cannot be read, or by what can only be an account. */
export function namedIn(text: string): Whom[] {
  if (!MAY_NAME.test(text) || LINK.test(text)) return [];
  return entriesInText(text).flatMap((part) => {
    const id = evidentAccountId(part);
    if (id !== null) return [account(id as AccountId)];
    return peopleInText(part).filter(
      ({ email, accountId, text: said }) =>
        email !== null || (accountId !== null && evidentAccountId(accountId) !== null) || NAMES.test(said ?? ''),
    );
  });
}

/** Of a text that people write to one another: addresses and nothing else. */
export const addressesAlone = (text: string): Whom[] => {
  const entries = text.includes('@') ? entriesInText(text) : [];
  return entries.every((one) => parseAddress(one) !== null) ? entries.flatMap((one) => somebody(one) ?? []) : [];
};

/** A thing that is no person, named so that nobody takes it for one. */
export const isOtherResource = (text: string): boolean => /^\s*ari:/i.test(text) && evidentAccountId(text) === null;

/** What servers of one's own call an account that Cloud knows by its id. */
const SERVER_KEY = /^\s*JIRAUSER\d+\s*$/i;
/** As in `Liam @ Acme`. */
const LONE_SIGN = /\s[@＠﹫]\s/;

/** Shorter ones number the rows of a page. */
const LONG_ID = /^(?=\D*\d).{12}/s;

/**
 * Whom a field beside others of the same person names: an id or an address there is somebody, also where it cannot be read; a
 * name is that person's own.
 */
export function somebodyBeside(name: string, text: string): Whom[] {
  const isName = /name|login/i.test(name);
  if (SERVER_KEY.test(text) || (isName && LONE_SIGN.test(text) && !NAMES.test(text))) return [];
  if (isName && !isLikeAddress(text) && (parseAccountId(text) === null || isWordLike(text))) return [];
  return whoIs(text).filter((whom) => isNamed(whom) || isLikeAddress(text) || (!isName && LONG_ID.test(text)));
}
