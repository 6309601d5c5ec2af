import type { PersonRow } from '../../core/contract/routes/directory.ts';

/** Under a list of groups or of the seats they give, where there may be more; null where it is whole. */
export function moreWords(isWhole: boolean, listed: number): string | null {
  if (isWhole) return listed === 0 ? 'none' : null;
  return listed === 0 ? 'not known' : 'others not known';
}

/** In letters as people write it, with the spelling beside it that cannot be taken for another. */
export function addressWords({ email, emailInLetters }: Pick<PersonRow, 'email' | 'emailInLetters'>): string {
  if (email === null) return 'e-mail not visible';
  return emailInLetters === null ? email : `${emailInLetters} (${email})`;
}

/** Under a search that found nobody. Punctuation alone is looked for nowhere. */
export function nobodyWords(searched: string): string {
  if (searched === '') return 'The directory has nobody of this kind.';
  return /[\p{L}\p{N}]/u.test(searched)
    ? `Nobody’s name or address has “${searched}” in it.`
    : `Type letters or digits of a name or an address: “${searched}” has none.`;
}
