import type { AccountId } from '../ids.ts';
import { isWordLike, supposedAccountId } from './account-id.ts';
import { parseAddress } from './address.ts';
import { withoutMailto } from './mailto.ts';
import { account, somebody, type Whom } from './whom.ts';

/** Signs between the entries of a list; those of other scripts included. A tab is not: it is between the cells of one row. */
const SIGNS = ',;\n\r\v\f\u0085\u2028\u2029，；、،؛､﹐﹑﹔';
const BETWEEN = new RegExp(`[${SIGNS}]`, 'u');
const AFTER_EACH = new RegExp(`(?<=[${SIGNS}])`, 'u');

/** Tags that end a line, where a list was copied as HTML. */
const LINE_TAG = /<(?:br|\/?(?:p|div|li|tr))\b[^<>@]*>/giu;

/**
 * The people a text names: one address or a pasted list such as `Eve Ray <eve@outside.example>; "Doe, Jo" <jo@acme.example>`.
 * Every entry gives at least one member: what holds no address that can be read is somebody who cannot be read. Words beside an
 * address in one entry, or before it in one row of a table, are that person's name; account ids there are people, and so is
 * whatever stands behind an address and a sign (`&`, `/`, a tab).
 */
export const peopleInText = (written: string): Whom[] => entriesInText(written).flatMap(peopleInEntry);

/** The entries of a list, each as it stands. */
export const entriesInText = (written: string): string[] =>
  withFamilyNames(entriesOf(withoutMailto(written.replace(LINE_TAG, '\n'))))
    .flatMap(cellsOf)
    .filter(isSaid);

/** Splits at separators that stand neither in quotation marks nor in angle brackets; each entry keeps the one that ends it. */
function entriesOf(written: string): string[] {
  const entries: string[] = [];
  let entry = '';
  let inside: '"' | '>' | null = null;
  const lastQuote = written.lastIndexOf('"');
  let at = 0;
  for (const sign of written) {
    at += sign.length;
    entry += sign;
    if (inside !== null) inside = sign === inside ? null : inside;
    else if (sign === '"' && at <= lastQuote) inside = '"';
    else if (sign === '<') inside = '>';
    else if (BETWEEN.test(sign)) {
      entries.push(entry);
      entry = '';
    }
  }
  // A mark that never closes would hide every separator behind it.
  return inside === null ? [...entries, entry] : written.split(AFTER_EACH);
}

const isSaid = (entry: string): boolean => entry.trim() !== '';

/** `Ray, Eve <eve@…>` is one entry, as address books write it. */
function withFamilyNames(entries: readonly string[]): string[] {
  const whole: string[] = [];
  entries.forEach((entry, index) => {
    const isGiven = /^\s*\p{L}[\p{L}\p{M}’'. -]*<[^<>]*>/u.test(entry);
    const before = whole.at(-1);
    if (
      isGiven &&
      before !== undefined &&
      entries[index - 1] === before &&
      /^\s*\p{L}[\p{L}\p{M}’' -]*,$/u.test(before)
    )
      whole[whole.length - 1] = `${before.slice(0, -1)} ${entry}`;
    else whole.push(entry);
  });
  return whole.map((entry) => (BETWEEN.test(entry.slice(-1)) ? entry.slice(0, -1) : entry));
}

/** A row of a table is one person when it has an address; else each cell may be somebody. */
const cellsOf = (entry: string): string[] =>
  entry.includes('\t') && !isLikeAddress(entry) ? entry.split('\t') : [entry];

/** What no name has: it stands for an address in what is left of an entry. */
const ADDRESS = '\0';
/** Ends a word. Looking for words with an @ by one expression would cost the square of a text without any. */
const WORD_ENDS = /([\s<>()[\]"]+)/u;

function peopleInEntry(entry: string): Whom[] {
  const whole = somebody(entry);
  if (whole === null) return [];
  if (whole.email !== null) return [whole];
  const bracketed = [...entry.matchAll(/<([^<>]*)>/g)].map(([, inner]) => inner ?? '');
  const rest = entry.replace(/<[^<>]*>/g, ADDRESS);
  if (bracketed.some((inner) => parseAddress(inner) !== null) && !rest.includes('@'))
    return [...bracketed.flatMap((inner) => somebody(inner) ?? []), ...beside(rest)];
  const words = entry.split(WORD_ENDS);
  const read = words.filter((word) => word.includes('@')).flatMap((word) => somebody(word) ?? []);
  // One word with an @ that is no address is a piece of something nobody can read.
  if (read.length < 2 && !read[0]?.email) return [whole];
  return [...read, ...beside(words.map((word) => (word.includes('@') ? ADDRESS : word)).join(''))];
}

/**
 * What stands between one person and the next where no comma does: any sign that belongs to no name. Behind an address it ends that
 * person's entry; a tab does where no name stands before the address, as it does in a row of a table. In round and square brackets
 * stands whose address it is, or of what department. Words that join two people do the same, and so do quotation marks of its own.
 */
const NEXT = /^(?:[\s"')\]]*(?:[^\p{L}\p{M}\p{N}\s"'’()[\]<.\0–—-]|\t|[–—-]\s|\b(?:and|or|und|oder)\b)|"\s*")/iu;

/** Who else stands beside addresses: account ids, and words behind one and a sign. Other words are the name of whom it belongs to. */
function beside(rest: string): Whom[] {
  const words = rest.split(/[^\p{L}\d:%_-]+/u);
  const ids = words.flatMap((word) => supposedAccountId(word) ?? []).filter((id) => !isWordLike(id));
  const [before = '', ...after] = rest.split(ADDRESS);
  const isNext = (text: string): boolean => NEXT.test(before.trim() === '' ? text : text.replaceAll('\t', ' '));
  const next = after.filter((text) => isNext(text) && !ids.some((id) => text.includes(id)) && /\p{L}/u.test(text));
  return [
    ...ids.map((id) => account(id as AccountId)),
    ...next.flatMap((text) => somebody(text.replace(NEXT, '')) ?? []),
    ...second([before, ...after.filter((text) => !next.includes(text))].join(' ')),
  ];
}

/** An @, in whatever signs people and programs write one. */
const LIKE_AT = /[@＠﹫]|%40|[([{]\s*at\s*[)\]}]/iu;
const HOST = /\S\.\p{L}{2,}/u;

/** Whether a text may be an address, also one that nobody can read: `eve＠outside.example`, `eve at outside.example`. */
export const isLikeAddress = (text: string): boolean => LIKE_AT.test(text) || (/\bat\b/i.test(text) && HOST.test(text));

/** A name is letters. What looks like another address beside one, in signs nobody can read, is another person. */
const LIKE_ADDRESS = /[＠﹫‹›]|\bat\b|\S\.\p{L}{2,}/u;
const second = (words: string): Whom[] =>
  LIKE_ADDRESS.test(words) ? [somebody(words)].filter((whom) => whom !== null) : [];
