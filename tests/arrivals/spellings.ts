import { plainly } from '../../mocks/server/lenient-address.ts';
import { oneOf, random } from './random.ts';

/** The parts of an address as they are written, before any parsing. */
interface Written {
  readonly before: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

type Transform = (written: Written, next: () => number) => Written;

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;

/** A letter as it is, or encoded up to three times. */
const oddly = (found: string, next: () => number): string =>
  oneOf([found, found, hex(found), hex(found).toUpperCase(), hex(found).replace('%', '%25')], next);

/** Does something to a random place of the path that `at` matches; leaves a path without one as it is. */
function somewhere(path: string, at: RegExp, change: (found: string) => string, next: () => number): string {
  const found = [...path.matchAll(at)];
  const hit = found.length === 0 ? undefined : oneOf(found, next);
  return hit ? path.slice(0, hit.index) + change(hit[0]) + path.slice(hit.index + hit[0].length) : path;
}

const inPath =
  (at: RegExp, change: (found: string, next: () => number) => string): Transform =>
  (written, next) => ({ ...written, path: somewhere(written.path, at, (found) => change(found, next), next) });

/** What servers drop at the end of a name. */
const marks = ['.', '..'.repeat(2), '%20', '%00', '%2e', '%252e', '%20.', '.%00', '%2520', '.%20%20'];

/** Each spells the same address differently: as the browser parses it, or as a lenient server reads it. */
export const transforms: Readonly<Record<string, Transform>> = {
  fragment: (w, next) => ({ ...w, fragment: `#${oneOf(['', 'x', '/a?b', '%41'], next)}` }),
  query: (w, next) => ({ ...w, query: `?${oneOf(['', 'x=1', 'a=/b//c', 'u=https%3A%2F%2Fx'], next)}` }),
  'user information': (w, next) => ({ ...w, before: oneOf(['a@', 'a:b@', ':@', 'a%40b@', 'id.atlassian.com@'], next) }),
  'default port': (w) => ({ ...w, port: ':443' }),
  'other port': (w, next) => ({ ...w, port: oneOf([':8443', ':444', ':80'], next) }),
  'case of the host': (w) => ({ ...w, host: w.host.toUpperCase() }),
  'encoded host': (w) => ({ ...w, host: w.host.replace('atlassian', '%61tlassian') }),
  'wide dots in the host': (w) => ({ ...w, host: w.host.replaceAll('.', '。') }),
  'dot after the host': (w) => ({ ...w, host: `${w.host}.` }),
  'case of the path': inPath(/[a-z]+/g, (found) => found.toUpperCase()),
  'encoded letter': inPath(/[a-z0-9-]/gi, hex),
  'letter encoded twice': inPath(/[a-z0-9-]/gi, (found) => hex(found).replace('%', '%25')),
  'letter encoded three times': inPath(/[a-z0-9-]/gi, (found) => hex(found).replace('%', '%2525')),
  'any letters encoded': (w, next) => ({ ...w, path: w.path.replace(/[a-z-]/gi, (found) => oddly(found, next)) }),
  'encoding encoded in part': inPath(/[a-z0-9-]/gi, (found, next) => {
    const [, first = '', second = ''] = hex(found);
    return oneOf([`%${hex(first)}${second}`, `%${first}${hex(second)}`, `%${hex(first)}${hex(second)}`], next);
  }),
  'doubled slash': inPath(/\//g, (found, next) => found.repeat(2 + Math.floor(next() * 2))),
  'encoded slash': inPath(/(?!^)\//g, (_, next) => oneOf(['%2f', '%2F', '%5c', '%252f', '/%2f'], next)),
  backslash: inPath(/\//g, () => '\\'),
  'dot segment': inPath(/\//g, (_, next) => oneOf(['/./', '/x/../', '/%2e/', '/x/%2E%2e/', '/.%2f', '/x%2f../'], next)),
  parameters: inPath(/(?!^)\/|$/g, (found, next) => oneOf([';x=1', ';', '%3bx'], next) + found),
  'way up with parameters': inPath(/(?!^)\//g, (_, next) => oneOf(['/x/..;/', '/x/..%3b/'], next)),
  'way up behind': inPath(/$/g, (_, next) =>
    oneOf(['/x/..%2f', '/x/..;', '/x%2f..', '/x/y/..%2f..', '/x/%252e%252e', '/x/.%252e%252f', '/x//..%5c'], next),
  ),
  'character at the end': inPath(/$/g, (_, next) =>
    oneOf(['/', '//', '.', '/.', ';x', '%20', '%00', '%2f', '/;', '%2e'], next),
  ),
  'mark at the end of a segment': inPath(
    /(?!^)\/|$/g,
    (found, next) => oneOf(marks, next) + oneOf(['', ';', ';x'], next) + found,
  ),
  'marks at the ends of all segments': (w, next) => ({
    ...w,
    path: w.path.replace(/(?!^)\/|$/g, (found) => oneOf(marks, next) + found),
  }),
  'tab or line feed': inPath(/[a-z]/g, (found, next) => found + oneOf(['\t', '\n', '\r\n'], next)),
};

export interface Spelling {
  /** Names of what was done, joined with `+`. */
  readonly name: string;
  readonly address: string;
}

/** Spells a plain address (no query, no fragment) with these transforms; one that would lead elsewhere is left out. */
export function spell(url: string, names: readonly string[], next: () => number): Spelling {
  const { host, pathname } = new URL(url);
  const done: string[] = [];
  let written: Written = { before: '', host, port: '', path: pathname, query: '', fragment: '' };
  for (const name of names) {
    const spelled = transforms[name]?.(written, next) ?? written;
    if (!isSame(inFull(spelled), url)) continue;
    written = spelled;
    done.push(name);
  }
  return { name: done.join('+') || 'plain', address: inFull(written) };
}

const inFull = ({ before, host, port, path, query, fragment }: Written): string =>
  `https://${before}${host}${port}${path}${query}${fragment}`;

/** A plain address with each of its letters encoded alone, one after another. */
export const letterByLetter = (url: string): Spelling[] =>
  [...new URL(url).pathname.matchAll(/[a-z-]/gi)].map(({ 0: letter, index }) => {
    const [from, path] = [new URL(url).origin, new URL(url).pathname];
    return {
      name: `encoded letter ${index}`,
      address: from + path.slice(0, index) + hex(letter) + path.slice(index + 1),
    };
  });

/** Whether the browser's parsing and a lenient server's reading lead to the plain address. */
function isSame(address: string, url: string): boolean {
  if (!URL.canParse(address)) return false;
  const { host, pathname } = plainly(new URL(address));
  const plain = new URL(url);
  return host === plain.host && pathname.toLowerCase().replace(/\/$/, '') === plain.pathname.toLowerCase();
}

/** `count` spellings of an address: plain, each transform alone, then up to three at once; the same for the same seed. */
export function spellingsOf(url: string, count: number, seed: number): Spelling[] {
  const next = random(seed);
  const names = Object.keys(transforms);
  const choices = [[], ...names.map((name) => [name])];
  while (choices.length < count)
    choices.push(Array.from({ length: 2 + Math.floor(next() * 2) }, () => oneOf(names, next)));
  return choices.slice(0, count).map((chosen) => spell(url, [...new Set(chosen)], next));
}
