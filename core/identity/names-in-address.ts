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

const inOneWord = (name: string): Spelled => [name, writtenOut(name)].map((text) => partsOf(text).join(''));
const spelled = (name: string): Spelled => [
  ...new Set([...[name, writtenOut(name)].flatMap(partsOf), ...inOneWord(name)]),
];

/** The words of a name, without titles and remarks. What is longer than anybody's name has none. */
const wordsIn = (text: string): string[] =>
  text.length > MOST_TEXT
    ? []
    : text
        .replace(REMARK, ' ')
        .replace(DOT_OF_SHORT, '')
        .split(BETWEEN_NAMES)
        .filter((word) => /\p{L}/u.test(word) && !TITLE.test(word));

/** Of these, what is a name by itself. */
const namesIn = (text: string): string[] => wordsIn(text).filter((word) => !PARTICLE.test(word));

/**
 * Whether an address says that the words on both sides of a comma are one person's name: `Chen, Liam` beside `liam.chen@…` or `lchen@…`.
 * It has every name of the family, and one more word that is a given name or its first letter: `liam@…` says nothing of an Eve who
 * stands before Liam.
 */
export function isFamilyAndGiven(whom: Whom | null, family: string, given: string): boolean {
  const words = wordsIn(family);
  const givenNames = namesIn(given);
  if (words.length === 0 || given.length > MOST_TEXT) return false;
  // In `Liam Chen, PhD` nobody's name stands behind the comma.
  const [first = '', ...more] = words;
  return givenNames.length === 0
    ? isMadeOfBoth(wordsOfAddress(whom ?? undefined), more, [first])
    : isMadeOfBoth(wordsOfAddress(whom ?? undefined), words, givenNames);
}

function isMadeOfBoth(own: readonly string[], family: readonly string[], given: readonly string[]): boolean {
  const names = family.filter((word) => !PARTICLE.test(word));
  // `van der Berg` is `vanderberg` or `berg`. One letter is nobody's family.
  const whole = [family, names].flatMap((words) => inOneWord(words.join(' '))).filter((word) => word.length > 1);
  const ofFamily = new Set([...whole, ...names.flatMap(spelled).filter((word) => word.length > 1)]);
  const givenNames = given.flatMap(spelled);
  // Who has the family's name beside the address as well needs none before a comma.
  if (names.length === 0 || givenNames.some((name) => ofFamily.has(name))) return false;
  const inAddress = new Set(own.filter((part) => ofFamily.has(part)));
  const isInAddress = (name: string): boolean => spelled(name).some((word) => inAddress.has(word));
  if (whole.some((word) => inAddress.has(word)) || names.every(isInAddress))
    return own.some(
      (part) =>
        !inAddress.has(part) &&
        givenNames.some((name) => name === part || (part.length === 1 && name.startsWith(part))),
    );
  const [only, ...others] = own;
  return (
    others.length === 0 &&
    whole.some((one) =>
      givenNames.some((two) => [one + two, two + one, one + two.charAt(0), two.charAt(0) + one].includes(only ?? '')),
    )
  );
}

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
