import type { ProductRole } from '../../core/licence/index.ts';
import type { Product } from '../../core/organization/index.ts';
import { account } from './people.ts';
import { fullProducts } from './seats.ts';
import type { CloudState, FakeAccount } from './state.ts';
import { byEmail, withAccount, withEvent } from './store.ts';

/**
 * The group through which a role of a product is given: the product's default group for its ordinary role, any
 * unsynced group that grants it for another. Null when no group does.
 */
export function groupFor(
  state: CloudState,
  product: Product,
  cloudId: string,
  role: ProductRole | 'default' = 'default',
): string | null {
  const granting = state.groups.filter(
    (group) =>
      !group.externalSynced &&
      group.grants.some(
        (grant) =>
          grant.product === product &&
          grant.cloudId === cloudId &&
          // The Organizations API says `user` for what Jira Service Management calls an agent.
          (role === 'default' || grant.role === role || (role === 'user' && grant.role === 'agent')),
      ),
  );
  const found = granting.find(({ isDefault }) => isDefault) ?? (role === 'default' ? undefined : granting[0]);
  return found?.id ?? null;
}

/** The default group that gives a product of a site; null when there is none. */
export const defaultGroup = (state: CloudState, product: Product, cloudId: string): string | null =>
  groupFor(state, product, cloudId);

/** Puts an account into a group and writes it down, unless a licence is full. Nothing happens for a member. */
export function joinGroup(
  state: CloudState,
  accountId: string,
  groupId: string,
  actor: Pick<FakeAccount, 'accountId'>,
): CloudState | 'licence-exceeded' {
  const member = state.accounts.find((candidate) => candidate.accountId === accountId);
  if (!member || member.groups.includes(groupId)) return state;
  if (fullProducts(state, member, groupId).length > 0) return 'licence-exceeded';
  const joined = withAccount(state, accountId, (current) => ({ ...current, groups: [...current.groups, groupId] }));
  return withEvent(joined, membershipEvent('user_added_to_group', accountId, groupId, actor));
}

/** Takes an account out of a group. */
export const leaveGroup = (
  state: CloudState,
  accountId: string,
  groupId: string,
  actor: Pick<FakeAccount, 'accountId'>,
): CloudState =>
  withEvent(
    withAccount(state, accountId, (current) => ({ ...current, groups: current.groups.filter((id) => id !== groupId) })),
    membershipEvent('user_removed_from_group', accountId, groupId, actor),
  );

const membershipEvent = (
  action: string,
  accountId: string,
  groupId: string,
  actor: Pick<FakeAccount, 'accountId'>,
) => ({
  action,
  actorId: actor.accountId,
  context: [{ id: accountId, type: 'users', attributes: {} }],
  container: [{ id: groupId, type: 'groups', attributes: { name: groupId } }],
});

/** Makes an account for an address that has none: invited, not accepted yet. */
export function inviteByEmail(
  state: CloudState,
  email: string,
  actor: Pick<FakeAccount, 'accountId'>,
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
