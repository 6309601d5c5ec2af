/** An @, in whatever signs people and programs write one. */
const LIKE_AT = /[@＠﹫]|%40|[([{]\s*at\s*[)\]}]/iu;
const AT = /\bat\b/i;
const HOST = /\S\.\p{L}{2,}/u;
const DOT = /\bdot\b/i;
/** A word of a name begins so: `Women at Work`, `Engineer at Acme`. */
const NAME = /^\p{Lu}\p{Ll}/u;

/** Whether a sign for an @ stands in it: that makes an address of what would be a name. */
export const hasAtSign = (text: string): boolean => LIKE_AT.test(text);

/** Whether a text may be an address, also one that nobody can read: `eve＠outside.example`, `eve at outside dot example`. */
export function isLikeAddress(text: string): boolean {
  if (hasAtSign(text)) return true;
  const at = text.search(AT);
  return at >= 0 && (HOST.test(text) || DOT.test(text.slice(at)));
}

/** As `isLikeAddress`, for a text that nobody but an address would stand for: `eve at outside` is one there too. */
export const mayBeAddress = (text: string): boolean => isLikeAddress(text) || text.split(/[,;\n]/).some(isSpelledShort);

/** One word, "at", and another that is no word of a name. */
function isSpelledShort(entry: string): boolean {
  const [, at = '', host = '', ...more] = entry.trim().split(/\s+|-(?=at-)|(?<=-at)-/i);
  return more.length === 0 && /^at$/i.test(at) && host !== '' && !NAME.test(host);
}
