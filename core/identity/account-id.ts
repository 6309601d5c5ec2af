/**
 * Portal-only customer ids start with `qm:` (JSM REST and GraphQL `CustomerUser`). Everything else in an account id is opaque.
 */
export const isPortalOnlyId = (accountId: string): boolean => accountId.startsWith('qm:');

/** Numbers, UUIDs and hexadecimal digits, as many as an id may have: capitals say nothing in these, so one person has one spelling. */
const HEXADECIMAL =
  /^(?:\d{4,6}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}|qm:[0-9a-f-]{36}:[0-9a-f-]{1,88})$/i;
/** Opaque ids: capitals may tell two apart. One without a digit may be a long word, see `isWordLike`. */
const OPAQUE = /^[0-9a-z]{20,128}$/i;
const ARI = /^ari:cloud(?:-[a-z]+)*:identity:[^:/]*:user\//i;
/** Atlassian promises no more of account ids than these signs, and at most 128 of them; a digit is in every one that was seen. */
const PROMISED = /^(?=\D*\d)[0-9a-z:-]{1,128}$/i;

/**
 * Normalises what a page or API gives as an account id: strips the ARI prefix, decodes `%3A` and `%2F`, and writes hexadecimal
 * shapes in lower case. Null when the result does not look like one, so that "all", "here", team ids and paths never pass as
 * people. What an ARI calls a user is one in any shape.
 */
export function parseAccountId(raw: string): string | null {
  const value = decoded(raw);
  const id = value.replace(ARI, '');
  if (HEXADECIMAL.test(id)) return id.toLowerCase();
  return OPAQUE.test(id) || (id !== value && PROMISED.test(id)) ? id : null;
}

const decoded = (raw: string): string => {
  const text = raw.trim();
  return text.includes('%') ? text.replace(/%(?:25)*3a/gi, ':').replace(/%(?:25)*2f/gi, '/') : text;
};

/** Long enough that no word or number of a row passes. */
const SHORTEST = 12;

/**
 * As `parseAccountId`, for a text that stands where a person must stand: an id of a shape not seen before is looked up like the
 * others.
 */
export function supposedAccountId(raw: string): string | null {
  const known = parseAccountId(raw);
  if (known !== null) return known;
  const text = raw.trim();
  if (text.length < SHORTEST || !PROMISED.test(text)) return null;
  return /^[\d:a-f-]+$/i.test(text) ? text.toLowerCase() : text;
}

/** Whether what passes as an id may be a long word (`internationalizations`): it is looked up, and its text is kept. */
export const isWordLike = (accountId: string): boolean => !/\d/.test(accountId);

/** As `parseAccountId`, for what cannot be the id of anything but a person wherever it stands: `712020:…`, `qm:…`, ARIs of users. */
export function evidentAccountId(raw: string): string | null {
  const id = parseAccountId(raw);
  return id !== null && (id.includes(':') || ARI.test(decoded(raw))) ? id : null;
}
