import { partsOf, wordsOfAddress } from './own-name.ts';
import { MOST_TEXT, type Whom } from './whom.ts';

/** One name of a text in every spelling that an address may have it in: the parts of a double name, and these as one word. */
type Spelled = readonly string[];

const REMARK = /\([^()]*\)|\[[^[\]]*\]/gu;
/** `Ph.D.` is one word. */
const DOT_OF_SHORT = /(?<=(?<!\p{L})\p{L}{1,2})\./gu;
const BETWEEN_NAMES = /[^\p{L}\p{M}\p{N}'’-]+/u;
const TITLE = /^(?:dr|prof|phd|md|mba|msc|bsc|jr|sr|ii|iii)$/iu;
/** In small letters only: Di and Van are names. */
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|das|do|dos|la|le|ter|ten|zu|zur|e|i|y)$/u;

/** As an address has the letters that it cannot hold, where it does not just drop what is on them. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', å: 'aa' };
const writtenOut = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøå]/gu, (letter) => WRITTEN_OUT[letter] ?? letter);

const spelled = (name: string): Spelled => [
  ...new Set([name, writtenOut(name)].map(partsOf).flatMap((parts) => [...parts, parts.join('')])),
];

/** The names of a text, without titles, remarks and what belongs to a name. What is longer than anybody's name has none. */
const namesIn = (text: string): string[] =>
  text.length > MOST_TEXT
    ? []
    : text
        .replace(REMARK, ' ')
        .replace(DOT_OF_SHORT, '')
        .split(BETWEEN_NAMES)
        .filter((word) => /\p{L}/u.test(word) && !TITLE.test(word) && !PARTICLE.test(word));

/** Words that join two people and also stand inside the name of one, or of a department. */
const JOINS_NAMES = /^\s(?:[&＆]|and|und|et|och|og|en|[eiy])\s?$/iu;
/** Those that stand inside a family's name, of which an address often has one half only. */
const JOINS_FAMILY_NAMES = /^\s[eiy]\s?$/u;

/** What has no sign in it that may stand between two people. */
const PLAIN = /^(?:[\p{L}\p{M}"’'. ]|(?<=\p{L})-(?=\p{L}))*$/u;

/**
 * A text without the joining words that an address says to stand inside one name: `Research and Development` beside
 * `research.development@…`, `Santiago Ramón y Cajal` beside `santiago.cajal@…`. Each side has words of the address that the other has
 * not: `liam.chen@…` is Liam Chen's, and an Eve Chen beside him is somebody else.
 * @param between finds whatever joins two people
 */
export function withWholeNames(text: string, whom: Whom | undefined, between: RegExp): string {
  const own = new Set(wordsOfAddress(whom));
  if (own.size < 2) return text;
  const joins = [...text.matchAll(between)];
  const [first = '', ...rest] = text.split(between);
  let whole = first;
  let before: Side = { text: first, names: namesIn(first).map(spelled) };
  rest.forEach((said, index) => {
    const join = joins[index]?.[0] ?? '';
    const behind: Side = { text: said, names: namesIn(said).map(spelled) };
    const isOne = JOINS_NAMES.test(join) && isOneName(own, before, behind, JOINS_FAMILY_NAMES.test(join));
    whole += isOne ? ` ${said}` : `${join}${said}`;
    before = isOne ? { text: `${before.text} ${said}`, names: [...before.names, ...behind.names] } : behind;
  });
  return whole;
}

interface Side {
  readonly text: string;
  readonly names: readonly Spelled[];
}

function isOneName(own: ReadonlySet<string>, before: Side, behind: Side, isOfFamily: boolean): boolean {
  const ownOf = (name: Spelled): string[] => name.filter((word) => own.has(word));
  const isOwn = (name: Spelled): boolean => ownOf(name).length > 0;
  const [given, ...others] = before.names;
  if (given === undefined || !isOwn(given) || behind.names.length === 0 || !behind.names.every(isOwn)) return false;
  const used = new Set(before.names.flatMap(ownOf));
  return (
    (others.every(isOwn) || (isOfFamily && PLAIN.test(before.text))) &&
    !behind.names.flatMap(ownOf).some((word) => used.has(word))
  );
}
