import type { AccountId } from '../ids.ts';
import type { DirectoryGroup } from './directory-store.ts';

/** Why Atlassian did not do it: a closed set, so that each has a remedy. */
export type GrantRefusal =
  | 'rate-limited'
  | 'unavailable'
  | 'licence-limit'
  | 'no-subscription'
  | 'synced-group'
  | 'unauthorized'
  | 'not-found'
  | 'refused';

export type GrantResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusal: GrantRefusal;
      /** Atlassian's own words, when there were any. */
      readonly detail: string;
      /** What `Retry-After` asked for. */
      readonly retryAfterSeconds: number | null;
    };

/** Gives access at Atlassian. Every method may be repeated: doing it twice has the effect of doing it once. */
export interface AccessGrants {
  /** Asks Atlassian now, not our copy: the person may have been invited a second ago. */
  findByEmail(email: string): Promise<GrantResult<AccountId | null>>;
  /** Being a member already is success. */
  addToGroup(group: DirectoryGroup, accountId: AccountId): Promise<GrantResult<'added' | 'was-member'>>;
  invite(email: string, group: DirectoryGroup): Promise<GrantResult<'invited'>>;
}
