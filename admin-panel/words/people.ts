import type { PersonRow } from '../../core/contract/routes/directory.ts';

/** In letters as people write it, with the spelling beside it that cannot be taken for another. */
export function addressWords({ email, emailInLetters }: Pick<PersonRow, 'email' | 'emailInLetters'>): string {
  if (email === null) return 'e-mail not visible';
  return emailInLetters === null ? email : `${emailInLetters} (${email})`;
}
