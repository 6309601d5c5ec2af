import { domainToUnicode } from 'node:url';
import { parseAddress } from '../../../core/identity/index.ts';
import { canonicalDomain } from '../../../core/organization/index.ts';

/** What names and typed text are compared by: one form of composed, wide and capital letters. */
export const searchKey = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Something to look for: punctuation alone is in everybody's address, and nobody means everybody by it. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** A name and an address, as mail writes them: the address tells who is meant. */
const IN_BRACKETS = /<([^<>\s]+@[^<>\s]+)>\s*$/u;
const LAST_FIRST = /^([^,@]+), ?([^,@]+)$/u;

/**
 * Spellings to look for when somebody types a part of a name, an address or a domain: as typed and, where it is whole, in the
 * canonical form that addresses are kept in; names also the other way round than after `Shah, Ravi`; empty for what is no name's or address's. The part before the @ is kept
 * as it was written, `ﬁ` for `fi`, so that the text is looked for as typed too. A part of a domain in letters has no canonical form: `inLetters` has those.
 */
export function searchedFor(typed: string): readonly string[] {
  if (!SAYS_SOMETHING.test(typed)) return [];
  const [, within = typed] = IN_BRACKETS.exec(typed) ?? [];
  const asTyped = within.trim().replace(/\s+/gu, ' ').toLowerCase();
  const key = searchKey(asTyped).replace(/[.。]$/u, '');
  const [local, domain] = key.startsWith('@') ? ['@', key.slice(1)] : ['', key];
  const canonical = parseAddress(key)?.email ?? canonicalDomain(domain);
  const whole = canonical === null || canonical.includes('@') ? canonical : `${local}${canonical}`;
  const [, last, first] = LAST_FIRST.exec(key) ?? [];
  const turned = last === undefined ? [] : [`${first} ${last}`];
  return [...new Set([key, asTyped, ...turned, ...(whole === null ? [] : [whole])])];
}

/** A canonical address with its domain in letters; null where that is the same. */
export function inLetters(email: string): string | null {
  const at = email.lastIndexOf('@') + 1;
  const letters = domainToUnicode(email.slice(at));
  return letters === '' || letters === email.slice(at) ? null : searchKey(`${email.slice(0, at)}${letters}`);
}
