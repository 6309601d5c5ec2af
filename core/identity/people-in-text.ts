import { parseAddress } from './address.ts';
import { somebody, type Whom } from './whom.ts';

/** Signs between the entries of a list; those of other scripts included. */
const BETWEEN = /[,;\n\r\t，；、،؛]/u;

/**
 * The people a text names: one address or a pasted list such as `Eve Ray <eve@outside.example>; "Doe, Jo" <jo@acme.example>`.
 * Every entry gives at least one member: what holds no address that can be read is somebody who cannot be read. Words beside an
 * address in one entry are that person's name.
 */
export const peopleInText = (written: string): Whom[] => entriesOf(written).flatMap(peopleInEntry);

/** Splits at separators that stand neither in quotation marks nor in angle brackets. */
function entriesOf(written: string): string[] {
  const entries: string[] = [];
  let entry = '';
  let inside: '"' | '>' | null = null;
  const lastQuote = written.lastIndexOf('"');
  let at = 0;
  for (const sign of written) {
    at += sign.length;
    if (inside !== null) inside = sign === inside ? null : inside;
    else if (sign === '"' && at <= lastQuote) inside = '"';
    else if (sign === '<') inside = '>';
    else if (BETWEEN.test(sign)) {
      entries.push(entry);
      entry = '';
      continue;
    }
    entry += sign;
  }
  entries.push(entry);
  // A mark that never closes would hide every separator behind it.
  if (inside !== null) return written.split(BETWEEN).filter(isSaid);
  return entries.filter(isSaid);
}

const isSaid = (entry: string): boolean => entry.trim() !== '';

function peopleInEntry(entry: string): Whom[] {
  const whole = somebody(entry);
  if (whole === null) return [];
  if (whole.email !== null) return [whole];
  const bracketed = [...entry.matchAll(/<([^<>]*)>/g)].map(([, inner]) => inner ?? '');
  const addresses = bracketed.filter((inner) => parseAddress(inner) !== null);
  const rest = entry.replace(/<[^<>]*>/g, ' ');
  if (addresses.length > 0 && addresses.length === bracketed.length && !rest.includes('@'))
    return [...addresses.flatMap((inner) => somebody(inner) ?? []), ...second(rest)];
  const words = entry.split(/[\s<>()[\]"]+/u).filter((word) => word.includes('@'));
  const read = words.flatMap((word) => somebody(word) ?? []);
  // One word with an @ that is no address is a piece of something nobody can read.
  if (read.length < 2 && !read[0]?.email) return [whole];
  return [
    ...read,
    ...second(
      entry
        .split(/\s+/u)
        .filter((word) => !word.includes('@'))
        .join(' '),
    ),
  ];
}

/** A name is letters. What looks like another address beside one, in signs nobody can read, is another person. */
const LIKE_ADDRESS = /[＠﹫‹›]|\bat\b|\S\.\p{L}{2,}/u;
const second = (words: string): Whom[] =>
  LIKE_ADDRESS.test(words) ? [somebody(words)].filter((whom) => whom !== null) : [];
