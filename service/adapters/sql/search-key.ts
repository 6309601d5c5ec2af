import { domainToUnicode } from 'node:url';
import { parseAddress } from '../../../core/identity/index.ts';
import { canonicalDomain } from '../../../core/organization/index.ts';

/** What names and typed text are compared by: one form of composed, wide and capital letters. */
export const searchKey = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * Spellings to look for when somebody types a part of a name, an address or a domain: as typed and, where it is whole, in the
 * canonical form that addresses are kept in. A part of a domain in letters has no canonical form: `inLetters` has those.
 */
export function searchedFor(typed: string): readonly string[] {
  const key = searchKey(typed.trim()).replace(/[.。]$/u, '');
  const [local, domain] = key.startsWith('@') ? ['@', key.slice(1)] : ['', key];
  const canonical = parseAddress(key)?.email ?? canonicalDomain(domain);
  const whole = canonical === null || canonical.includes('@') ? canonical : `${local}${canonical}`;
  return whole === null || whole === key ? [key] : [key, whole];
}

/** A canonical address with its domain in letters; null where that is the same. */
export function inLetters(email: string): string | null {
  const at = email.lastIndexOf('@') + 1;
  const letters = domainToUnicode(email.slice(at));
  return letters === '' || letters === email.slice(at) ? null : searchKey(`${email.slice(0, at)}${letters}`);
}
