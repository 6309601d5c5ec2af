/** What is written in lower-case ASCII without a label that stands for other letters is canonical already: nearly everything. */
const PLAIN = /^(?!(?:.*\.)?xn--)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What the name ends up as when it is one of the DNS; the last label is a word, or it would be an address of the IP. */
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?=[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Signs that end or change a host in an address: the URL parser would read a part of the text only, or other text. It takes quotation
 * marks and dashes of print for letters, which stand around names and between them, and in none; the hyphen and its widths may.
 */
const NO_HOST = /[\p{Cc}\p{Z}\p{Pi}\p{Pf}/?#@:\\%[\]<>^|"'`(),;&=+!$*{}~]|(?![-－﹣])\p{Pd}/u;

/**
 * What no last label has, in any spelling of it: every name of the root is letters, their marks and digits (RFC 5890 and RFC 6912), while
 * UTS 46 keeps most signs and turns some into letters (`™` into `tm`). A sign there stands between a name and what follows it. Other
 * labels may have one: `☃.example`, `paral·lel.example`.
 */
const SIGN_AT_END = /(?![-－﹣.。．｡])[\p{P}\p{S}\p{No}\p{Nl}][^.。．｡]*$/u;

const LONGEST = 253;

/**
 * One spelling for every spelling of a domain name: UTS 46 (non-transitional) and punycode as the URL Standard has them, lower
 * case, without the dot at the end. `Müller.example.`, `xn--mller-kva.example` and the same with a combining diaeresis are one name.
 * Null for what is no name with at least two labels; an IP address is none.
 * Source: https://url.spec.whatwg.org/#host-parsing and https://www.unicode.org/reports/tr46/
 */
export function canonicalDomain(written: string): string | null {
  if (written.length > 4 * LONGEST) return null;
  const text = written.trim();
  if (text.length <= LONGEST && PLAIN.test(text)) return text;
  // One dot at the end is the root of the DNS; the ideographic ones are dots too.
  const name = text.replace(/[.。．｡]$/u, '');
  if (name === '' || NO_HOST.test(name) || SIGN_AT_END.test(name)) return null;
  const address = `https://${name}/`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return hostname.length <= LONGEST && NAME.test(hostname) ? hostname : null;
}

/** What domains are compared and kept by: the canonical name, or the text itself where it is none, so that nothing is lost. */
export const domainKey = (written: string): string => canonicalDomain(written) ?? written.trim().toLowerCase();
