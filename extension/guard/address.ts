import {
  addressOf,
  charCodeAt,
  charOf,
  endsWith,
  hexOf,
  hostOf,
  hrefOf,
  indexOf,
  matches,
  pathOf,
  slice,
  toUpper,
} from './natives.ts';

/** Where a call that may give access goes. */
export interface Place {
  readonly method: string;
  /** As the browser sends it. */
  readonly url: string;
  /** The same address in its plainest spelling: what a server that forgives takes it for. */
  readonly plain: string;
  /** One address carries harmless GraphQL too: the body tells them apart, mostly at once. */
  readonly graphql: boolean;
}

/**
 * Words that the paths of `sites/endpoints` have and few others: nearly all calls end here, and what does not is judged in the
 * isolated world. A test holds that every endpoint has one.
 */
const words =
  /invit|access-?request|sign-?up|graphql|activat|\/cofs|\/edition\W|\/members|grant-access|access-config|restore|role\W|(?:\/share|assign|\/users?|groupid|\/customer|api-tokens)\W*$/i;
const graphql = /graphql/i;
/** An operation in the address, also under an encoded name: what the body says is not all. */
const asks = /query=|%/i;

/** A list that is walked without an iterator. */
interface Suffix {
  readonly name: string;
  readonly next: Suffix | null;
}
const suffixes: Suffix = {
  name: '.atlassian.net',
  next: { name: '.jira.com', next: { name: '.atlassian.com', next: null } },
};
const formats: Suffix = { name: '.json', next: { name: '.xml', next: null } };

/** An endpoint's methods all change something; reading is answered before anything is parsed. */
const READS = ' GET HEAD OPTIONS DELETE TRACE ';

/**
 * Where a call may give access; null at once for the rest. The address is parsed before it is compared, and compared in its
 * plainest spelling as well: encoded letters, doubled slashes, parameters, capitals and endings make no other address of it.
 * @param base what a relative address counts from
 */
export function placeOf(method: string, address: string, base: () => string): Place | null {
  const verb = toUpper(method);
  if (indexOf(READS, ` ${verb} `) >= 0) return null;
  const url = addressOf(address, base());
  if (!url) return null;
  const host = plainHost(hostOf(url));
  if (!isOurs(host)) return null;
  const path = plainPath(pathOf(url));
  if (!matches(words, path)) return null;
  const href = hrefOf(url);
  const isQuery = matches(graphql, path) && !matches(asks, href);
  return { method: verb, url: href, plain: `https://${host}${path}`, graphql: isQuery };
}

const plainHost = (host: string): string => (endsWith(host, '.') ? slice(host, 0, -1) : host);

function isOurs(host: string): boolean {
  for (let one: Suffix | null = suffixes; one; one = one.next) if (endsWith(`.${host}`, one.name)) return true;
  return false;
}

/** Percent signs, dots, doubled slashes, parameters, backslashes: what most paths have none of. */
const odd = /%|\/\/|\/\.|[;\\]|\/$|\.(?:json|xml)$/i;
const encoded = /%[0-9a-f]{2}/i;

/** A path as a forgiving server reads it. */
export function plainPath(path: string): string {
  if (!matches(odd, path)) return path;
  let decoded = path;
  // What is encoded several times over is decoded as often, within reason.
  for (let round = 0; round < 9 && matches(encoded, decoded); round += 1) decoded = decodeOnce(decoded);
  let plain = '';
  let segment = '';
  for (let index = 0; index <= decoded.length; index += 1) {
    const code = index < decoded.length ? charCodeAt(decoded, index) : SLASH;
    if (code !== SLASH && code !== BACKSLASH) {
      segment = `${segment}${charOf(code)}`;
      continue;
    }
    plain = withSegment(plain, segment);
    segment = '';
  }
  return withoutFormat(plain);
}

const SLASH = 47;
const BACKSLASH = 92;

function withSegment(path: string, segment: string): string {
  const parameters = indexOf(segment, ';');
  const name = parameters < 0 ? segment : slice(segment, 0, parameters);
  if (name === '' || name === '.') return path;
  if (name !== '..') return `${path}/${name}`;
  let end = path.length - 1;
  while (end > 0 && charCodeAt(path, end) !== SLASH) end -= 1;
  return slice(path, 0, end < 0 ? 0 : end);
}

/** Atlassian's older REST answers `user.json` as it answers `user`. */
function withoutFormat(path: string): string {
  for (let one: Suffix | null = formats; one; one = one.next)
    if (endsWith(path, one.name)) return slice(path, 0, -one.name.length);
  return path;
}

function decodeOnce(text: string): string {
  let decoded = '';
  for (let index = 0; index < text.length; index += 1) {
    const three = slice(text, index, index + 3);
    if (matches(encoded, three)) {
      decoded = `${decoded}${charOf(hexOf(slice(three, 1)))}`;
      index += 2;
    } else decoded = `${decoded}${slice(text, index, index + 1)}`;
  }
  return decoded;
}
