import { encoded, encodedInPart, encodedSomewhere, inAnySpelling } from './network-rules-letters.ts';

/**
 * Patterns over whole addresses, as the browser compares them: after its own parsing, with user information, port, query and
 * fragment. They are RE2 sources for `isUrlFilterCaseSensitive: false`; a browser gives each compiled one 2 KB, which is why
 * characters are named in few ranges.
 */

/** Scheme, user information, host, port and any part of the path: whatever stands before `?` and `#`. */
const BEFORE = '^[!$->@-~]*';

/** One path segment, in three ranges: a `#` in it ends no honest path. */
const SEGMENT = '[!-.0->@-~]+';

/** A word has ended: nothing follows but slashes, or something that no longer belongs to it. A further segment is another call. */
const WORD_END = '/*([!-,.:-@[{-~]|$)';

/** What servers drop at the end of a name: dots, blanks, control characters, in any spelling. */
const MARK = '([.+]|%(25)*([01][0-9a-f]|2[0e]|7f))';

/** A slash in any spelling: doubled, encoded once or more, with dots between. Loose, because it counts between whole words only. */
const SLASH = '[/cf][./%25cef]*';

/** As `SLASH`, behind marks and parameters. */
const NEXT_SLASH = `([.+%][.+%0-9a-f]*)?(;[!-.0->@-~]*)?${SLASH}`;

/** Any part of a path. */
const ANYWHERE = '[!$->@-~]*';

/** A slash in any spelling and whatever follows it, a query too: between words that are hidden anyhow. */
const SLASH_AND_MORE = '[%-;][!-~]*';

/** What a slash in any spelling ends with. */
const SLASH_END = '[/cf]';

/** A word that is hidden has ended: nothing follows, or anything but a letter. */
const SIGN_OR_END = '([!-@]|$)';

/** A slash that is doubled or encoded, or that parameters stand before. */
const ODD_SLASH = '(//|;|%(25)*(2f|5c|3b))';

/** A way up in any spelling; what precedes it ends a segment. Browsers follow the plain ones themselves. */
const DOT = `(\\.|${encoded('.')})`;
const WAY_UP = `(/|${encoded('/')}|${encoded('\\')})${DOT}${DOT}`;

/** What stands between two words and leads nowhere: a way up, or parameters. */
const DETOUR = `(${DOT}${DOT}|;|${encoded(';')})`;

/**
 * A slash that is doubled or encoded or that parameters stand before, or a letter, digit, dash or dot that is encoded without need.
 * Any of it occurs in honest pages: a text "%50" is sent as `%2550`, and links are rewritten by mail gateways. The slashes after
 * the scheme stand behind a colon.
 */
const ODD = '([!-9;-~]//|;|%(25)*(2[def]|3[0-9b]|[46][1-9a-f]|[57][0-9a]|5c))';

/** As `ODD`, behind a word of the path: no scheme ends there. */
const ODD_BEHIND = ODD.replace('[!-9;-~]//', '//');

/** Longer paths may outgrow what a browser gives a compiled pattern. */
const LONG = 80;
const SHORT = 40;

/**
 * A path of the endpoint table over whole addresses; the domain is the condition's affair. A path of many alternatives becomes
 * several patterns.
 */
export const addressPatterns = (path: string): string[] =>
  alternatives(path)
    .map((part) => part.replace(/^\^\/gateway\/api\//, '/api/'))
    .flatMap((part) => spreadOut(part, LONG))
    .map((part) => BEFORE + plainer(part));

/**
 * The same endpoint in odd spellings. All of it occurs by accident in honest pages as well, so it counts together with the
 * endpoint's last word only: what is odd stands before that word, in it, or leads back to it from behind. Alone counts what
 * nobody writes.
 */
export const oddPatterns = (path: string): string[] => [
  ...alternatives(path)
    .map(lastWord)
    .flatMap((last) => [...oddBefore(last), ...oddWithin(last), ...oddBehind(last)]),
  BEFORE + encodedInPart,
];

/** Words that many addresses end in which give nobody anything: they count behind the word that stands before them here. */
const saysLittle: ReadonlySet<string> = new Set(['request', 'user', 'customer', 'members']);

function oddBefore({ word, before, isLast }: LastWord): string[] {
  const ways = waysOf(word);
  const little = ways.filter((way) => saysLittle.has(way));
  if (little.length === 0) return oddBeforeAny(word, isLast);
  const telling = ways.filter((way) => !saysLittle.has(way));
  return [
    ...telling.flatMap((way) => oddBeforeAny(way, isLast)),
    ...little.flatMap((way) => oddBehindWord(before, plainer(isLast ? `${way}$` : `${way}/`))),
  ];
}

const oddBeforeAny = (word: string, isLast: boolean): string[] =>
  spreadOut(isLast ? `${word}$` : `${word}/`, SHORT).flatMap((end) =>
    [ODD, `${MARK}/`].map((odd) => `${BEFORE}${odd}(${ANYWHERE}${SLASH_END})?${plainer(end)}`),
  );

/** What is odd stands before the word, in it, or between it and the end. */
function oddBehindWord(before: string, end: string): string[] {
  const isShort = before.length < TELLING;
  const letters = [...before.slice(-TELLING)];
  const spelled = inAnySpelling(letters);
  // A short word is looked for from its slash, which may be what is odd.
  const [from, gap] = isShort ? [SLASH_END, `(${ANYWHERE}${SLASH_END})?`] : ['', ANYWHERE];
  return [
    ...[ODD, `${MARK}/`].map((odd) => `${BEFORE}${odd}${gap}${spelled}${ANYWHERE}${SLASH_END}${end}`),
    ...[ODD_BEHIND, `${MARK}/`].map(
      (odd) => `${BEFORE}${from}${spelled}${ANYWHERE}${odd}(${ANYWHERE}${SLASH_END})?${end}`,
    ),
    ...encodedSomewhere(letters, '', `${ANYWHERE}${SLASH_END}${end}`).map((hidden) => BEFORE + from + hidden),
  ];
}

/** So many letters at the end of a word tell it from others. */
const TELLING = 4;

const oddWithin = ({ word }: LastWord): string[] =>
  waysOf(word).flatMap((one) => encodedSomewhere([...one], SLASH_END, SIGN_OR_END).map((spelled) => BEFORE + spelled));

/** Where an id follows the word, the slash between them may be odd. */
const oddBehind = ({ word, isLast }: LastWord): string[] => [
  ...(isLast
    ? []
    : [`${ANYWHERE}${ODD_SLASH}`, `${MARK}+[/%]`].map((odd) => `${BEFORE}${SLASH_END}${plainer(word)}${odd}`)),
  ...waysOf(word).map((one) => `${BEFORE}${SLASH_END}${one}/${ANYWHERE}${WAY_UP}`),
];

/**
 * Words of a navigation's path, one after another, and anything behind them: with slashes in any spelling, with letters encoded
 * without need, with a detour between the words.
 */
export function navigationPatterns(words: readonly string[]): string[] {
  const letters = words.flatMap((word, index) => [...(index === 0 ? [] : [SLASH_AND_MORE]), ...word]);
  return [
    `${BEFORE}${SLASH}${words.join(NEXT_SLASH)}([!-,./:-@[{-~]|$)`,
    ...encodedSomewhere(letters, SLASH_END, SIGN_OR_END).map((spelled) => BEFORE + spelled),
    BEFORE + encodedInPart,
    ...(words.length === 1
      ? []
      : [BEFORE + words.map((word) => SLASH_END + word).join(ANYWHERE + DETOUR + ANYWHERE) + SIGN_OR_END]),
  ];
}

/** Top-level alternatives start anew with ^. */
const alternatives = (path: string): string[] => path.split(/\|(?=\^)/);

const plainer = (part: string): string =>
  part
    .replace(/(?<!\[)\^/g, '')
    // Ends first: the characters of a segment have a `$` among them.
    .replaceAll('$', () => WORD_END)
    .replaceAll('[^/]+', () => SEGMENT)
    // Counted repetition makes programs larger still, and an id's own letters tell nothing here.
    .replaceAll('[0-9a-f-]{36}', () => SEGMENT);

interface LastWord {
  readonly word: string;
  /** The one before it that names something, whatever stands between them. */
  readonly before: string;
  /** The path ends with it; otherwise an id follows. */
  readonly isLast: boolean;
}

/** The last segment that names something. Slashes in groups and in classes part nothing. */
function lastWord(part: string): LastWord {
  const segments: string[] = [''];
  let depth = 0;
  for (const character of part.replace(/\$$/, '')) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (character === '/' && depth === 0) segments.push('');
    else segments.push(`${segments.pop()}${character}`);
  }
  const named = segments.findLastIndex((segment) => /[a-z]{3}/.test(segment));
  const [before = ''] = segments
    .slice(0, named)
    .reverse()
    .flatMap((segment) => /^[a-z][a-z-]{2,}/.exec(segment) ?? []);
  return { word: segments[named] ?? part, before, isLast: named === segments.length - 1 };
}

/** A long one as one pattern for each alternative of its last plain group. */
function spreadOut(part: string, long: number): string[] {
  if (part.length < long) return [part];
  const group = [...part.matchAll(/\(([^()]*\|[^()]*)\)(?![?*+])/g)].at(-1);
  if (!group?.[1]) return [part];
  const { 0: whole, 1: inner, index } = group;
  return inner.split('|').map((way) => part.slice(0, index) + way + part.slice(index + whole.length));
}

/** Every plain word that a word of the table stands for: `signup(anon)?`, `(roles|role-assignments)`, `(v[0-9]+/)?invite`. */
function waysOf(word: string): string[] {
  const group = /\(([^()]*)\)(\??)/.exec(word);
  if (!group) return [word.toLowerCase()];
  const [whole, inner = '', optional] = group;
  const ways = [...(inner.endsWith('/') ? [] : inner.split('|')), ...(optional === '' ? [] : [''])];
  return ways.flatMap((way) => waysOf(word.slice(0, group.index) + way + word.slice(group.index + whole.length)));
}
