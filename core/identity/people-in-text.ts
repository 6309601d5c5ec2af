import { parseAddress } from './address.ts';
import { ADDRESS, beside, TAGS, withoutEnd } from './beside-addresses.ts';
import { JOINING_WORDS } from './joining-words.ts';
import { isLikeAddress } from './like-address.ts';
import { withoutMailto } from './mailto.ts';
import { isFamilyAndGiven } from './names-in-address.ts';
import { somebody, type Whom } from './whom.ts';

/** Signs between the entries of a list; those of other scripts included. A tab is not: it is between the cells of one row. */
const SIGNS = ',;\n\r\v\f\u0085\u2028\u2029，；、،؛､﹐﹑﹔';
const BETWEEN = new RegExp(`[${SIGNS}]`, 'u');

/** Tags that end a line, where a list was copied as HTML. */
const LINE_TAG = /<(?:br|hr|\/?(?:p|div|li|ul|ol|dl|dt|dd|tr|table|tbody|thead|option|blockquote|h\d))\b[^<>@]*>/giu;
/** Tags around a cell of a row. */
const CELL_TAG = /<t[dh](?:\s[^<>@]*)?>|(<\/t[dh]\s*>)/giu;
/** Tags of words: one person may have several. They separate as a sign does. */
const WORD_TAGS =
  /(?:<\/?(?:a|abbr|b|bdi|code|em|font|i|img|mark|s|small|span|strong|sub|sup|u|wbr)(?:\s+[\w:-]+=(?:"[^"<>@]*"|'[^'<>@]*'|[^\s"'<>@]+))*\s*\/?>\s*)+/giu;

/**
 * The people a text names: one address or a pasted list such as `Eve Ray <eve@outside.example>; "Doe, Jo" <jo@acme.example>`.
 * Every entry gives at least one member: what holds no address that can be read is somebody who cannot be read. Words beside an
 * address in one entry, or before it in one row of a table, are that person's name; account ids there are people, and so is whatever
 * stands behind an address and a sign (`&`, `/`, a tab) without being that name, or before one and what joins two people.
 */
export const peopleInText = (written: string): Whom[] => entriesInText(written).flatMap(peopleInEntry);

/** The entries of a list, each as it stands. */
export const entriesInText = (written: string): string[] =>
  withFamilyNames(entriesOf(withoutMailto(withoutTags(written))))
    .flatMap(cellsOf)
    .filter(isSaid);

const withoutTags = (written: string): string =>
  written.includes('<')
    ? written
        .replace(LINE_TAG, '\n')
        .replace(CELL_TAG, (_, end) => (end ? '\t' : ''))
        .replace(WORD_TAGS, ` ${TAGS} `)
    : written;

/** What holds separators that separate nobody, while it is closed: one that never closes would hide every separator behind it. */
const QUOTED = `"[^"]*"|<[^<>]*>`;
const BRACKETED = `(?<=[^\\s${SIGNS}]\\s?)\\([^()<>"@＠﹫\n\r\\v\\f\u0085\u2028\u2029]*\\)`;
const PIECES = new RegExp(`${QUOTED}|${BRACKETED}|.`, 'gsu');
const PIECES_WITHOUT_ADDRESS = new RegExp(`${QUOTED}|.`, 'gsu');

/**
 * Splits at separators that stand neither in quotation marks nor in angle brackets; each entry keeps the one that ends it. Beside an
 * address round brackets are a remark of its entry too; elsewhere what stands in them may be people.
 */
const entriesOf = (written: string): string[] =>
  splitBetween(written, PIECES).flatMap((entry) =>
    isLikeAddress(entry) ? [entry] : splitBetween(entry, PIECES_WITHOUT_ADDRESS),
  );

function splitBetween(written: string, pieces: RegExp): string[] {
  const entries: string[] = [];
  let entry = '';
  for (const [piece] of written.matchAll(pieces)) {
    entry += piece;
    if (piece.length > 1 || !BETWEEN.test(piece)) continue;
    entries.push(entry);
    entry = '';
  }
  return entry === '' ? entries : [...entries, entry];
}

const isSaid = (entry: string): boolean => entry.trim() !== '';

/** What an entry says of its person in brackets. */
const REMARK = String.raw`\([^()<>]*\)|\[[^[\]<>]*\]`;
const FAMILY = new RegExp(`^\\s*\\p{L}(?:[\\p{L}\\p{M}\\p{N}’'. -]|${REMARK})*,$`, 'u');
const JOINS = new RegExp(`(?:^|\\s)(?:${JOINING_WORDS.join('|')})(?=\\s|$)`, 'u');
/** Behind a stroke stands a department in capitals: `Liam/EXT`. */
const GIVEN = new RegExp(`^(\\s*\\p{L}(?:[\\p{L}\\p{M}\\p{N}’'. -]|${REMARK})*(?:/\\p{Lu}+\\s*)?)<([^<>]*)>`, 'u');

/** `Ray, Eve <eve.ray@…>` is one entry, as address books write it. In `Eve, Liam <liam@…>` Eve may be somebody else: nothing says that she is not. */
function withFamilyNames(entries: readonly string[]): string[] {
  const whole: string[] = [];
  entries.forEach((entry, index) => {
    const before = whole.at(-1);
    if (before !== undefined && entries[index - 1] === before && isOnePerson(before, entry))
      whole[whole.length - 1] = `${before.slice(0, -1)} ${entry}`;
    else whole.push(entry);
  });
  return whole.map((entry) => (BETWEEN.test(entry.slice(-1)) ? entry.slice(0, -1) : entry));
}

function isOnePerson(before: string, entry: string): boolean {
  const [, given = '', address = ''] = GIVEN.exec(entry) ?? [];
  return FAMILY.test(before) && !JOINS.test(given) && isFamilyAndGiven(somebody(address), before.slice(0, -1), given);
}

/** A row of a table is one person when it has an address; else each cell may be somebody. */
const cellsOf = (entry: string): string[] =>
  entry.includes('\t') && !isLikeAddress(entry) ? entry.split('\t') : [entry];

/** Ends a word. Looking for words with an @ by one expression would cost the square of a text without any. */
const WORD_ENDS = /([\s<>()[\]"]+)/u;
/** `Liam @ Acme <liam@…>`: a word of a name, before that person's address. */
const WORD_OF_NAME = /(?<=\s)@(?=\s[^@＠﹫.<>]*<)/gu;

function peopleInEntry(entry: string): Whom[] {
  const whole = somebody(entry);
  if (whole === null) return [];
  if (whole.email !== null) return [whole];
  const named = entry.replaceAll(ADDRESS, '\u0001').replace(WORD_OF_NAME, '-');
  const bracketed = [...named.matchAll(/<([^<>]*)>/g)].map(([, inner]) => somebody(inner ?? ''));
  const beyond = named.replace(/<[^<>]*>/g, ADDRESS);
  const inBrackets = bracketed.filter((whom) => whom !== null);
  if (inBrackets.some(({ email }) => email !== null) && !beyond.includes('@'))
    return [...inBrackets, ...beside(beyond, inBrackets)];
  const words = named.split(WORD_ENDS);
  const read = words
    .filter((word) => word.includes('@'))
    .flatMap((word) => somebody(unquoted(withoutMark(word))) ?? []);
  // One word with an @ that is no address is a piece of something nobody can read.
  if (read.length < 2 && !read[0]?.email) return [whole];
  const rest = words
    .map((word) => (word.includes('@') ? ADDRESS + word.slice(withoutMark(word).length) : word))
    .join('');
  return [...read, ...beside(rest, read)];
}

/** What ends a sentence or begins a list ends no host. */
const MARK = /[?!:？！：]/u;

/** A word without the marks behind its address. Where there is none to be read, they may be a part of it. */
function withoutMark(word: string): string {
  const text = withoutEnd(word, MARK);
  return parseAddress(unquoted(text)) === null ? word : text;
}

/** The mark of `o'neil@acme.example` is the address's own; a pair around it is none of it. */
const unquoted = (word: string): string => word.replace(/^'(.*)'$/u, '$1');
