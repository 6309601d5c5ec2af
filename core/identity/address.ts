import { canonicalDomain } from '../organization/domain-name.ts';

export interface Address {
  /** The one spelling that addresses are compared and sent by. */
  readonly email: string;
  readonly domain: string;
}

/**
 * What may stand before the `@`: anything but white space, invisible characters, what shows those (`asItStood`), and what separates
 * addresses from one another.
 * Quotation marks of print before it are none of its own. Wider than RFC 5321 on purpose: `first..last@docomo.example` and `#EXT#` exist, and Atlassian takes them.
 */
const LOCAL = /^(?![\p{Pi}\p{Pf}])[^\p{C}\p{Z}@<>‹›()[\],;:"\\]+$/u;

/** Signs that nobody sees and that a domain name drops: with one inside, it is not the name that people read. Joiners are letters' own. */
const INVISIBLE = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u;

const LONGEST = 254;
/** Decomposed letters and white space around it may make a text longer than the address it holds. */
const MOST_SIGNS = 4 * LONGEST;

/**
 * Reads an e-mail address in any spelling: capitals, composed and decomposed letters, domains in letters or punycode, a dot at the
 * end, `mailto:` before it. Null for what is no address. The only definition of an address in Gatehouse: pages, messages, the
 * service and rules all ask it.
 */
export function parseAddress(written: string): Address | null {
  // Before anything is normalised: that costs more than the square of what somebody may send.
  if (written.length > MOST_SIGNS) return null;
  const text = written.trim().replace(/^mailto:/i, '');
  const at = text.lastIndexOf('@');
  if (at < 1) return null;
  const local = text.slice(0, at);
  const host = text.slice(at + 1);
  const domain = INVISIBLE.test(host) ? null : canonicalDomain(host);
  if (domain === null || !LOCAL.test(local)) return null;
  const email = `${spelled(local)}@${domain}`;
  return email.length <= LONGEST ? { email, domain } : null;
}

/** Small letters may compose where capitals did not, and the Greek s that ends a word has the capital of the other. */
const spelled = (local: string): string => local.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC');

/** What addresses are compared by: the canonical form, or the lower-cased text where it is no address. */
export const addressKey = (written: string): string => parseAddress(written)?.email ?? written.trim().toLowerCase();
