/** Encoded more often than this, nobody's server reads it as the plain path. */
const MOST_ENCODINGS = 9;

/**
 * A path as the most lenient server may read it: percent-encoding undone, slashes single, parameters (`;x=1`), dots and blanks
 * at the end of a segment dropped, the way up gone, lower case, no slash at the end. `pathname` is that of a parsed `URL`.
 */
export const plainPath = (pathname: string): string => tidyPath(pathname).toLowerCase();

/** As `plainPath`, with its capitals: ids may differ by these. */
export function tidyPath(pathname: string): string {
  let path = pathname;
  for (let round = 0; round < MOST_ENCODINGS && path.includes('%'); round += 1) path = decoded(path);
  // Nearly every path is plain already.
  if (!/[;\\\s]|%00|\/\/|\.(?:\/|$)|\/\.|\/$/.test(path)) return path;
  const kept: string[] = [];
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    const name = segment.replace(/;.*$/, '');
    const plain = name.replace(/(?:[.\s]|%00)+$/, '');
    if (name === '..') kept.pop();
    else if (plain !== '') kept.push(plain);
  }
  return `/${kept.join('/')}`;
}

/** Single letters, so that one that is no UTF-8 does not keep the others. */
const decoded = (path: string): string =>
  path.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A host with the dot of the root is the same host. */
export const plainHost = (hostname: string): string => hostname.toLowerCase().replace(/\.$/, '');
