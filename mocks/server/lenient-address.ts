/**
 * An address as a lenient edge reads it before it routes: what an oddly spelled call would reach at worst. Percent-encoding of
 * letters, digits, `-._~`, slashes and dots is undone, four times over; slashes are single; parameters, dots and blanks at the end of
 * a segment are dropped; the way up is gone. A slash at the end stays, one of them: handlers do not mind it. Host and port are the plain ones. The letters'
 * case is kept, because ids stand in paths: handlers match without regard to it.
 */
export function plainly(url: URL): URL {
  const plain = new URL(url);
  plain.hostname = url.hostname.replace(/\.$/, '');
  plain.port = '';
  plain.username = '';
  plain.password = '';
  plain.pathname = plainPath(url.pathname);
  return plain;
}

const ROUNDS = 4;

function plainPath(path: string): string {
  let decoded = path;
  for (let round = 0; round < ROUNDS; round += 1) decoded = undone(decoded);
  decoded = decoded.replaceAll('\\', '/');
  if (decoded === '/') return decoded;
  const segments: string[] = [];
  for (const written of decoded.split('/')) {
    const segment = written.replace(/;.*$/, '');
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment.replace(/(?:\.|%20|%00)+$/, ''));
  }
  return `/${segments.join('/')}${segments.length > 0 && decoded.endsWith('/') ? '/' : ''}`;
}

/** One round: what needs no encoding, and what separates segments. */
const undone = (path: string): string =>
  path
    .replace(/%25(?=[2-7][0-9a-f])/gi, '%')
    .replace(/%(2[def]|3[0-9b]|[46][1-9a-f]|[57][0-9a]|5[cf]|7e)/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
