import { Product } from '../../../core/organization/product.ts';
import { account } from '../people.ts';
import { fullProducts } from '../seats.ts';
import type { CloudState, FakeAccount } from '../state.ts';
import { byEmail, withAccount, withEvent } from '../store.ts';
import { parseSiteAri } from './gateway.ts';

/** Product a resource stands for: its ARI says `jira`, the application key `jira-software`. */
export function productOf(ari: string): { product: Product; cloudId: string } | null {
  const parts = parseSiteAri(ari);
  if (!parts) return null;
  const product = Product.safeParse(
    parts.product === 'jira' || parts.product === 'platform' ? 'jira-software' : parts.product,
  );
  return product.success ? { product: product.data, cloudId: parts.cloudId } : null;
}

/** The default group that gives a product of a site; null when there is none. */
export const defaultGroup = (state: CloudState, product: Product, cloudId: string): string | null =>
  state.groups.find(
    (group) => group.isDefault && group.grants.some((grant) => grant.product === product && grant.cloudId === cloudId),
  )?.id ?? null;

/** Puts an account into a group, unless a licence is full. */
export function joinGroup(
  state: CloudState,
  accountId: string,
  groupId: string,
  actor: FakeAccount,
): CloudState | 'licence-exceeded' {
  const member = state.accounts.find((candidate) => candidate.accountId === accountId);
  if (!member) return state;
  if (fullProducts(state, member, groupId).length > 0) return 'licence-exceeded';
  const joined = withAccount(state, accountId, (current) => ({
    ...current,
    groups: [...new Set([...current.groups, groupId])],
  }));
  return withEvent(joined, {
    action: 'user_added_to_group',
    actorId: actor.accountId,
    context: [{ id: accountId, type: 'users', attributes: { name: member.name } }],
    container: [{ id: groupId, type: 'groups', attributes: { name: groupId } }],
  });
}

/** Makes an account for an address that has none: invited, not accepted yet. */
export function inviteByEmail(
  state: CloudState,
  email: string,
  actor: FakeAccount,
): { state: CloudState; account: FakeAccount; isNew: boolean } {
  const existing = byEmail(state, email);
  if (existing) return { state, account: existing, isNew: false };
  const n = String(state.nextId).padStart(12, '0');
  const invited = account({
    accountId: `712020:9a0e7d52-0000-4e11-8a01-${n}`,
    name: email.split('@')[0] ?? email,
    email,
    emailVerified: false,
    invitationPending: true,
    claimStatus: 'unmanaged',
    avatar: 'initials',
    addedToOrg: new Date().toISOString(),
    lastActive: null,
  });
  const added = { ...state, accounts: [...state.accounts, invited] };
  return {
    account: invited,
    isNew: true,
    state: withEvent(added, {
      action: 'user_invited_to_site',
      actorId: actor.accountId,
      context: [{ id: invited.accountId, type: 'users', attributes: { email } }],
      container: [],
    }),
  };
}
