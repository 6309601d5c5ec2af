/** An @, in whatever signs people and programs write one. */
const LIKE_AT = /[@＠﹫]|%40|[([{]\s*at\s*[)\]}]/iu;
const word = (one: string): string => `(?<![\\p{L}\\p{M}\\p{N}_])${one}(?![\\p{L}\\p{M}\\p{N}_])`;
const AT = new RegExp(word('at'), 'iu');
const DOT = new RegExp(word('dot'), 'iu');
const HOST = /\S\.\p{L}{2,}/u;
/** "At" and the word behind it. */
const AT_WORD = new RegExp(`${word('(at)')}[\\s-]+(\\S+)`, 'giu');

/** Whether a sign for an @ stands in it: that makes an address of what would be a name. */
export const hasAtSign = (text: string): boolean => LIKE_AT.test(text);

/** Whether a text may be an address, also one that nobody can read: `eve＠outside.example`, `eve at outside dot example`. */
export function isLikeAddress(text: string): boolean {
  if (hasAtSign(text)) return true;
  const at = text.search(AT);
  return at >= 0 && (HOST.test(text) || DOT.test(text.slice(at)));
}

/** Whether "at" stands before what is no name: `eve at outside`, but not `Engineer at Acme`, `Women at Work`, `Liam at IBM`. */
export const isAtSomeHost = (text: string): boolean =>
  [...text.matchAll(AT_WORD)].some(
    ([, at = '', host = '']) => !/^\p{Lu}\p{Ll}/u.test(host) && !(at === 'at' && /^\p{Lu}/u.test(host)),
  );

/** As `isLikeAddress`, for a text that may be an address as a whole: `eve at outside` is one there too. */
export const mayBeAddress = (text: string): boolean => isLikeAddress(text) || text.split(/[,;\n]/).some(isSpelledShort);

const isSpelledShort = (entry: string): boolean =>
  entry.trim().split(/\s+|-(?=at-)|(?<=-at)-/i).length === 3 && isAtSomeHost(entry);
