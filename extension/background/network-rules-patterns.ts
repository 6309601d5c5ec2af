/**
 * Patterns over whole addresses, as the browser compares them: after its own parsing, with user information, port, query and
 * fragment. They are RE2 sources for `isUrlFilterCaseSensitive: false`; a browser gives each compiled one 2 KB, which is why
 * characters are named in few ranges.
 */

/** Scheme, user information, host, port and any part of the path: whatever stands before `?` and `#`. */
const BEFORE = '^[!$->@-~]*';

/** As `BEFORE`, with the two slashes after the scheme behind it. */
const IN_PATH = '^[a-z]+://[!$->@-~]*';

/** One path segment, in three ranges: a `#` in it ends no honest path. */
const SEGMENT = '[!-.0->@-~]+';

/** A word has ended: nothing follows but slashes, or something that no longer belongs to it. A further segment is another call. */
const WORD_END = '/*([!-,.:-@[{-~]|$)';

/** Slashes in any spelling: doubled, encoded once or twice, with dots or parameters between. */
const SLASHES = '((;|%(25)*3b)[!-.0->@-~]*)?[%-;][%-;c-f]*';

/** Any part of a path. */
const ANYWHERE = '[!$->@-~]*';

/** A slash that is doubled or encoded, or that parameters stand before. */
const ODD_SLASH = '(//|;|%(25)*(2f|5c|3b))';

/** Letters, digits and `-._` need no encoding, so no honest page encodes them; encoded twice they are one `%25` longer. */
export const encodedPlainly = `${IN_PATH}%(25)*(2[de]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f)`;

/** The way up, beside a slash that the browser took for part of a name. */
export const hiddenWayUp = `${IN_PATH}(\\.\\.(;|%(25)*(2f|5c|3b))|%(25)*(2f|5c|3b)\\.\\.)`;

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
 * The same endpoint with a slash that is doubled, encoded or followed by parameters somewhere before its last word, or behind that
 * when an id follows. Slashes like these occur by accident in honest pages, so they count together with that word only.
 */
export const oddSlashPatterns = (path: string): string[] =>
  alternatives(path)
    .map(lastWord)
    .flatMap(({ word, isLast }) => [
      ...spreadOut(isLast ? `${word}$` : `${word}/`, SHORT).map(
        (end) => `${IN_PATH}${ODD_SLASH}${ANYWHERE}${plainer(end)}`,
      ),
      ...(isLast ? [] : [`${IN_PATH}/${plainer(word)}${ANYWHERE}${ODD_SLASH}`]),
    ]);

/** Words of a navigation's path, one after another, and anything behind them. */
export const navigationPattern = (words: readonly string[]): string =>
  `${BEFORE}${words.map((word) => SLASHES + word).join('')}([!-,./:-@[{-~]|$)`;

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

/** The last segment that names something, and whether the path ends with it. Slashes in groups and in classes part nothing. */
function lastWord(part: string): { readonly word: string; readonly isLast: boolean } {
  const segments: string[] = [''];
  let depth = 0;
  for (const character of part.replace(/\$$/, '')) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (character === '/' && depth === 0) segments.push('');
    else segments.push(`${segments.pop()}${character}`);
  }
  const named = segments.findLastIndex((segment) => /[a-z]{3}/.test(segment));
  return { word: segments[named] ?? part, isLast: named === segments.length - 1 };
}

/** A long one as one pattern for each alternative of its last plain group. */
function spreadOut(part: string, long: number): string[] {
  if (part.length < long) return [part];
  const group = [...part.matchAll(/\(([^()]*\|[^()]*)\)(?![?*+])/g)].at(-1);
  if (!group?.[1]) return [part];
  const { 0: whole, 1: inner, index } = group;
  return inner.split('|').map((way) => part.slice(0, index) + way + part.slice(index + whole.length));
}
