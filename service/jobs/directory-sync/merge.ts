import type { AccountFacts, Identity } from '../../../core/identity/index.ts';
import type { AccountId, GroupId } from '../../../core/ids.ts';
import type { ProductAccount, SourceAccount } from '../../../core/ports/directory-source.ts';
import type { DraftAccount } from '../../../core/ports/directory-store.ts';

export interface MergeContext {
  readonly classify: (facts: AccountFacts) => Identity;
  readonly adminGroups: ReadonlySet<GroupId>;
  readonly gravatarHash: (email: string) => string;
}

/** One account from what the organization and the products say about it. Nobody's silence is taken for "no". */
export function mergeAccount(
  context: MergeContext,
  account: SourceAccount,
  product: ProductAccount | undefined,
  isConfluenceGuest: boolean | null,
): DraftAccount {
  const { facts } = account;
  return draft(context, account.name, account.groupIds, {
    ...facts,
    accountType: facts.accountType ?? product?.accountType ?? null,
    isJiraGuest: product?.isJiraGuest ?? facts.isJiraGuest,
    isConfluenceGuest: isConfluenceGuest ?? facts.isConfluenceGuest,
    isProductAdmin: account.groupIds?.some((id) => context.adminGroups.has(id)) ?? null,
  });
}

/**
 * An account that only a product knows: apps and portal-only customers are in no directory. Customers are in no group; of
 * everybody else nobody told us the groups.
 */
export const productOnlyAccount = (context: MergeContext, account: ProductAccount): DraftAccount =>
  draft(context, account.name, account.accountType === 'customer' ? [] : null, {
    accountId: account.accountId,
    accountType: account.accountType,
    email: account.email,
    claimStatus: null,
    accountStatus: account.active ? 'active' : 'inactive',
    membershipStatus: null,
    invitationPending: null,
    isConfluenceGuest: null,
    isJiraGuest: account.isJiraGuest,
    isOrgAdmin: null,
    isProductAdmin: null,
  });

const draft = (
  { classify, gravatarHash }: MergeContext,
  name: string,
  groupIds: readonly GroupId[] | null,
  facts: DraftAccount['facts'],
): DraftAccount => ({
  name,
  facts,
  groupIds: groupIds ?? [],
  groupsKnown: groupIds !== null,
  identityType: classify(facts).type,
  emailHash: facts.email === null ? null : gravatarHash(facts.email),
});

/** The same account as several sites see it: a guest or an app anywhere is one everywhere. */
export function mergeSites(accounts: Map<AccountId, ProductAccount>, page: readonly ProductAccount[]): void {
  for (const account of page) {
    const before = accounts.get(account.accountId);
    accounts.set(account.accountId, {
      ...account,
      accountType: account.accountType ?? before?.accountType ?? null,
      email: account.email ?? before?.email ?? null,
      active: account.active || before?.active === true,
      isJiraGuest: anywhere(account.isJiraGuest, before?.isJiraGuest ?? null),
    });
  }
}

/** Yes when one says so; no when nobody does and one says no. */
const anywhere = (a: boolean | null, b: boolean | null): boolean | null => (a === true || b === true ? true : (a ?? b));
