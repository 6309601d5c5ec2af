/**
 * Portal-only customer ids start with `qm:` (JSM REST and GraphQL `CustomerUser`). Everything else in an account id is opaque.
 */
export const isPortalOnlyId = (accountId: string): boolean => accountId.startsWith('qm:');

const SHAPE =
  /^(?:\d{4,6}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}|qm:[0-9a-f-]{36}:[0-9a-f-]+|[0-9a-z]{20,})$/i;
const ARI_PREFIX = 'ari:cloud:identity::user/';

/**
 * Normalises what a page or API gives as an account id: strips the ARI prefix and decodes `%3A` and `%2F`. Null when the
 * result does not look like one, so that "all", "here", team ids and paths never pass as people.
 */
export function parseAccountId(raw: string): string | null {
  let value = raw.trim();
  if (value.includes('%')) value = value.replace(/%3a/gi, ':').replace(/%2f/gi, '/');
  if (value.startsWith(ARI_PREFIX)) value = value.slice(ARI_PREFIX.length);
  return SHAPE.test(value) ? value : null;
}
