/**
 * Patterns over whole addresses, as the browser compares them: after its own parsing, with user information, port, query and
 * fragment. They are RE2 sources for `isUrlFilterCaseSensitive: false`; a browser gives each compiled one 2 KB, which is why
 * characters are named in few ranges.
 */

/** Scheme, user information, host, port and any part of the path: whatever stands before `?` and `#`. */
const BEFORE = '^[!$->@-~]*';

/** As `BEFORE`, with the two slashes after the scheme behind it. */
const IN_PATH = '^[a-z]+://[!$->@-~]*';

/** The characters of one path segment. */
const SEGMENT = '[!$-.0->@-~]+';

/** A word has ended: nothing follows but slashes, or something that no longer belongs to it. A further segment is another call. */
const WORD_END = '/*([!-,.:-@[{-~]|$)';

/** Slashes in any spelling: doubled, encoded once or twice, with dots or parameters between. */
const SLASHES = '[%-;][%-;c-f]*';

/** Letters, digits and `-._` need no encoding, so no honest page encodes them; encoded twice they are one `%25` longer. */
export const encodedPlainly = `${IN_PATH}%(25)*(2[de]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f)`;

/** The way up, beside a slash that the browser took for part of a name. */
export const hiddenWayUp = `${IN_PATH}(\\.\\.(;|%(25)*(2f|5c))|%(25)*(2f|5c)\\.\\.)`;

/** Longer patterns may outgrow what a browser gives a compiled one. */
const LONG = 110;

/**
 * A path of the endpoint table over whole addresses; the domain is the condition's affair. A path of many alternatives becomes
 * several patterns.
 */
export const addressPatterns = (path: string): string[] =>
  alternatives(path)
    .flatMap((part) => (part.length > LONG ? spreadOut(part) : [part]))
    .map((part) => BEFORE + plainer(part));

/**
 * The same endpoint with a slash that is doubled, encoded or followed by parameters somewhere before its last word. Slashes like
 * these occur by accident in honest pages, so they count together with that word only.
 */
export const oddSlashPatterns = (path: string): string[] =>
  alternatives(path).map((part) => `${IN_PATH}(//|;|%(25)*(2f|5c))[!$->@-~]*${plainer(lastWords(part))}`);

/** Words of a navigation's path, one after another, and anything behind them. */
export const navigationPattern = (words: readonly string[]): string =>
  `${BEFORE}${words.map((word) => SLASHES + word).join('')}([!-,./:-@[{-~]|$)`;

/** Top-level alternatives start anew with ^. */
const alternatives = (path: string): string[] => path.split(/\|(?=\^)/);

const plainer = (part: string): string =>
  part
    .replace(/(?<!\[)\^/g, '')
    .replaceAll('[^/]+', SEGMENT)
    .replaceAll('$', WORD_END)
    // Counted repetition makes programs larger still, and tells nothing here.
    .replace(/\{\d+\}/g, '+');

/** What stands behind the last slash that is no part of a group: from the last segment that names something. */
function lastWords(part: string): string {
  const segments: string[] = [''];
  let depth = 0;
  for (const character of part) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (character === '/' && depth === 0) segments.push('');
    else segments.push(`${segments.pop()}${character}`);
  }
  const named = segments.findLastIndex((segment) => /[a-z]{3}/.test(segment.replaceAll(/\[[^\]]*\]/g, '')));
  return segments.slice(named).join('/');
}

/** One pattern for each alternative of the last plain group. */
function spreadOut(part: string): string[] {
  const group = [...part.matchAll(/\(([^()]*\|[^()]*)\)(?![?*+])/g)].at(-1);
  if (!group?.[1]) return [part];
  const { 0: whole, 1: inner, index } = group;
  return inner.split('|').map((way) => part.slice(0, index) + way + part.slice(index + whole.length));
}
