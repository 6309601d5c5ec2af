import { isPortalOnlyId, parseAccountId } from './account-id.ts';

/**
 * Shapes of account ids: `numbered` is a number and a UUID (`712020:…`, `557058:…`), `hex` 24 hexadecimal digits,
 * `portal-only` is `qm:…`, `older` any other shape that passes. `data-center` is a user key of a self-hosted Jira.
 */
export type AccountIdKind = 'numbered' | 'hex' | 'portal-only' | 'older' | 'data-center' | 'none';

export interface DescribedId {
  readonly kind: AccountIdKind;
  /** The id as the APIs take it, without ARI and percent-encoding; null when it is no account of the cloud. */
  readonly accountId: string | null;
  /** What the shape alone tells: nothing but that `qm:` is a portal-only customer. */
  readonly tells: 'portal-only' | null;
}

/** Never an account of the cloud: self-hosted Jira keys its users so. Known from practice, no Atlassian page was found. */
const DATA_CENTER_KEY = /^JIRAUSER\d+$/i;

/**
 * What kind of id a text is (section 2 of the domain). The number before the colon says nothing about who manages the account.
 */
export function describeAccountId(raw: string): DescribedId {
  const accountId = parseAccountId(raw);
  if (accountId === null)
    return { kind: DATA_CENTER_KEY.test(raw.trim()) ? 'data-center' : 'none', accountId, tells: null };
  if (isPortalOnlyId(accountId)) return { kind: 'portal-only', accountId, tells: 'portal-only' };
  if (/^\d+:/.test(accountId)) return { kind: 'numbered', accountId, tells: null };
  return { kind: /^[0-9a-f]{24}$/i.test(accountId) ? 'hex' : 'older', accountId, tells: null };
}
