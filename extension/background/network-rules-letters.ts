/**
 * Words with letters that are percent-encoded although they need not be, once or several times over (`%69nvite`,
 * `%2569nvite`): as RE2 sources, and as short as a browser's bound for compiled patterns asks for.
 */

/** So many letters of a word are looked at by one pattern: fewer would say too little, more do not fit beside the rest. */
const CHUNK = 4;

/** So many signs before or after those are compared, too. */
const HEAD = 4;
const TAIL = 5;

/**
 * One sign, encoded. The digits before its last tell letters of one column apart, which the letters beside it do as well. Nothing in
 * it is a percent sign: what reads these patterns by going back and forth would need very long for many of them.
 */
export const encoded = (sign: string): string => `%[2-7]+${(sign.charCodeAt(0) & 15).toString(16)}`;

/** An encoding whose own digits are encoded, as a whole or in part: no page writes that for any text but a percent sign's. */
export const encodedInPart = '%(25)*(%(25)*3[2-7]|[2-7]%(25)*(3[0-9]|[46][1-6]))';

/** Something that stands between letters, such as the slash between two words: nothing in it is a letter. */
type Sign = string;
const isLetter = (sign: Sign): boolean => sign.length === 1;

/** These signs, each plain or encoded. */
export const inAnySpelling = (signs: readonly Sign[]): string =>
  signs.map((sign) => (isLetter(sign) ? `(${sign}|${encoded(sign)})` : sign)).join('');

const either = (ways: readonly string[]): string => (ways.length === 1 ? ways.join() : `(${ways.join('|')})`);

/** How these signs look with at least one of the letters encoded. In halves, so that it does not grow with the square. */
function waysToEncode(signs: readonly Sign[]): string[] {
  if (signs.length === 1) return signs.filter(isLetter).map(encoded);
  const middle = Math.ceil(signs.length / 2);
  const [first, second] = [signs.slice(0, middle), signs.slice(middle)];
  const [inFirst, inSecond] = [waysToEncode(first), waysToEncode(second)];
  return [
    ...(inFirst.length === 0 ? [] : [either(inFirst) + second.join('')]),
    ...(inSecond.length === 0 ? [] : [inAnySpelling(first) + either(inSecond)]),
  ];
}

/**
 * Patterns that together match these signs whenever one of their letters is encoded. Each looks at a few letters, in any spelling
 * and one of them encoded; what follows the last encoded letter is plain. What stands before those few may be anything, except
 * before the last few: many words end alike.
 * @param before what must stand before the first of all, where nothing follows the few that are looked at
 * @param after what must follow the last of all
 */
export function encodedSomewhere(signs: readonly Sign[], before: string, after: string): string[] {
  const chunks = Math.ceil(signs.length / CHUNK);
  return Array.from({ length: chunks }, (_, chunk) => {
    // The last one is as long as the others, and looks at some letters again.
    const from = Math.max(0, Math.min(chunk * CHUNK, signs.length - CHUNK));
    const to = from + CHUNK;
    const tail = signs.slice(to, to + TAIL).join('') + (to + TAIL < signs.length ? '' : after);
    const head = from === 0 ? before : orEncoded(signs.slice(Math.max(0, from - HEAD), from));
    return (to < signs.length ? '' : head) + either(waysToEncode(signs.slice(from, to))) + tail;
  });
}

/** Plain letters, or an encoded one somewhere before, in the word before as well where these signs begin in that. */
const orEncoded = (signs: readonly Sign[]): string =>
  `(${signs.join('')}|%[%${signs.every(isLetter) ? '0-z-' : '+-z'}]*)`;
