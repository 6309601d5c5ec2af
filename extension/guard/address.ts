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

/** Where a call goes, whatever the page changes meanwhile. */
export interface Aim {
  /** What the browser is handed: absolute, so that no base counts any more. Null for what is no address from here. */
  readonly url: string | null;
  /** Null for nearly everything a page calls. */
  readonly place: Place | null;
}

/**
 * The paths of `sites/endpoints`, loosely: signs that servers drop may stand between their words. Whatever matches is judged in
 * the isolated world; a test holds that every endpoint does, in every spelling.
 */
const given =
  /^\W*(gateway\W+api\W+(share\W*$|graphql|(v\d\W+)?invitations\W.*(invite|request|promotion)\W*$|xflow\W.*activate|(bxp|cloud)\W+signup|billing-ux\W.*edition\W|admin.*\W(invite|member|grant-access|access-config|restore|assign))|cgraphql|apis\W.*cofs|(rest\W+)?servicedesk\W.*(invite|signup)|rest\W+servicedeskapi\W.*(customer|user)\W*$|rest\W+api\W+\w+\W+((group\W+)?user\W*$|project\W.*role\W)|manage\W.*api-tokens|wiki\W.*(cgraphql|invite-by|group\W+user))/i;
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

/** An endpoint's methods all change something; reading is answered before anything is compared. */
const READS = ' GET HEAD OPTIONS DELETE TRACE ';

/**
 * Where a call goes, and whether it may give access there. The address is parsed before it is compared, and compared in its
 * plainest spelling as well: encoded letters, doubled slashes, parameters, capitals and endings make no other address of it.
 * @param base what a relative address counts from
 */
export function aimOf(method: string, address: string, base: () => string): Aim {
  const parsed = addressOf(address, base());
  return parsed ? { url: hrefOf(parsed), place: placeAt(toUpper(method), parsed) } : { url: null, place: null };
}

function placeAt(method: string, url: URL): Place | null {
  if (indexOf(READS, ` ${method} `) >= 0) return null;
  const host = plainHost(hostOf(url));
  if (!isOurs(host)) return null;
  const path = plainPath(pathOf(url));
  if (!matches(given, path)) return null;
  const href = hrefOf(url);
  const isQuery = matches(graphql, path) && !matches(asks, href);
  return { method, url: href, plain: `https://${host}${path}`, graphql: isQuery };
}

/** What is an address from nowhere: the browser says its own error to it. */
export const NO_ADDRESS = 'https://[';

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
