/** An @, in whatever signs people and programs write one. */
const LIKE_AT = /[@＠﹫]|%40|[([{]\s*at\s*[)\]}]/iu;
const HOST = /\S\.\p{L}{2,}/u;

/** Whether a text may be an address, also one that nobody can read: `eve＠outside.example`, `eve at outside.example`. */
export const isLikeAddress = (text: string): boolean => LIKE_AT.test(text) || (/\bat\b/i.test(text) && HOST.test(text));
