import type { Whom } from './whom.ts';

/** Letters whose sign is a part of them. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };

/** Words of a name or an address, as they are compared: without capitals and without signs on letters. */
export const partsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđı]/gu, (letter) => PLAIN[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');

/** What stands before the @. */
export const localOf = (whom: Whom | undefined): string => whom?.email?.replace(/@.*$/u, '') ?? '';

/** A number at the end tells two of one name apart. */
export const wordsOfAddress = (whom: Whom | undefined): string[] =>
  partsOf(localOf(whom))
    .map((part) => part.replace(/(?<=\p{L})\d+$/u, ''))
    .filter((part) => /\p{L}/u.test(part));

/** Longer ones are no names, and each word is compared with each. */
const MOST_WORDS = 6;

/**
 * Whether an address is made of a name: it begins with a word of it, or is it as a whole (`liam.chen`, `l.chen`, `lchen`, `chenl`). One
 * word in common is not enough: `liam.chen@…` is not Eve Chen's.
 */
export function isNameOf(whom: Whom | undefined, name: string): boolean {
  const own = wordsOfAddress(whom);
  const words = partsOf(name).filter((part) => /\p{L}/u.test(part));
  const [given = ''] = words;
  if (own.length === 0) return false;
  if (given.length > 1 && own.includes(given)) return true;
  const few = words.slice(0, MOST_WORDS);
  if (own.every((part) => few.some((word) => word === part || (part.length === 1 && word.startsWith(part)))))
    return true;
  const [only = '', ...more] = own;
  return more.length === 0 && few.some((one) => few.some((two) => one !== two && isMadeOf(only, one, two)));
}

const isMadeOf = (word: string, one: string, two: string): boolean =>
  [one + two, one.charAt(0) + two, one + two.charAt(0)].includes(word);

/** As `isNameOf`, but a family's address (`lee@…`) is not one person's by the family name alone. */
export function isOnePersons(whom: Whom | undefined, name: string): boolean {
  const words = partsOf(name);
  const isFamily = words.length > 1 && wordsOfAddress(whom).join() === words.at(-1);
  return isNameOf(whom, name) && !isFamily;
}
