import type { AccountFacts } from '../identity/account.ts';
import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { SeatCount } from '../licence/seats.ts';
import type { Domain, Plan } from '../organization/organization.ts';
import type { Product } from '../organization/product.ts';
import type { DirectoryGroup, GroupRole } from './directory-store.ts';

export interface SourceAccount {
  readonly facts: AccountFacts;
  readonly name: string;
  /** All groups; null when Atlassian did not say. */
  readonly groupIds: readonly GroupId[] | null;
}

/** What a product of a site says about itself when asked with an administrator's credentials. */
export interface ProductFacts {
  readonly product: Product;
  readonly seats: SeatCount;
  readonly plan: Plan | null;
  readonly groupIds: readonly GroupId[];
  readonly defaultGroupIds: readonly GroupId[];
}

/** What a product knows about an account that the organization's directory does not. */
export interface ProductAccount {
  readonly accountId: AccountId;
  readonly accountType: AccountFacts['accountType'];
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly isJiraGuest: boolean | null;
}

/** Reads an organization from Atlassian, page by page. Every method throws an `Error` whose message is fit for people. */
export interface DirectorySource {
  organizationName(): Promise<string>;
  domains(): AsyncIterable<readonly Domain[]>;
  accounts(): AsyncIterable<readonly SourceAccount[]>;
  groups(): AsyncIterable<readonly DirectoryGroup[]>;
  rolesOf(group: DirectoryGroup): Promise<readonly GroupRole[]>;
  cloudIdOf(host: string): Promise<CloudId>;
  /** Null when there are no credentials for the site's own API. */
  jiraProducts(host: string): Promise<readonly ProductFacts[] | null>;
  jiraAccounts(host: string): AsyncIterable<readonly ProductAccount[]>;
  /** Which of these accounts are Confluence guests; null when there are no credentials or the site has no Confluence. */
  confluenceGuests(host: string, accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, boolean> | null>;
}
