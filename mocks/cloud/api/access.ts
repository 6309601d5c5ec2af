import type { ProductRole } from '../../../core/licence/roles.ts';
import { fullProducts } from '../seats.ts';
import type { CloudState, FakeAccount, FakeGroup } from '../state.ts';
import { byId, withAccount, withEvent } from '../store.ts';

/** Platform roles: held by the account, not given by a group. */
export const PLATFORM_ROLES = ['atlassian/org-admin', 'atlassian/site-admin', 'atlassian/ai-access'];

type Grant = FakeGroup['grants'][number];

export const ariOf = ({ product, cloudId }: Pick<Grant, 'product' | 'cloudId'>): string =>
  `ari:cloud:${product}::site/${cloudId}`;

/** An agent of Jira Service Management is a `user` of that product in the Organizations API (inferred, unverified). */
export const roleName = (role: ProductRole): string => `atlassian/${role === 'agent' ? 'user' : role}`;

/** What the account's groups grant it. */
export const grantsOf = (state: CloudState, account: Pick<FakeAccount, 'groups'>): Grant[] =>
  state.groups.filter(({ id }) => account.groups.includes(id)).flatMap(({ grants }) => grants);

/** Resources the account has any role on, each once. */
export const resourcesOf = (state: CloudState, account: Pick<FakeAccount, 'groups'>): string[] => [
  ...new Set(grantsOf(state, account).map(ariOf)),
];

/** Every role of the account: on products, and of the platform. */
export const roleIdsOf = (state: CloudState, account: FakeAccount): string[] => [
  ...new Set([...account.platformRoles, ...grantsOf(state, account).map(({ role }) => roleName(role))]),
];

export const grantsRole = (group: FakeGroup, resource: string, role: string): boolean =>
  group.grants.some((grant) => ariOf(grant) === resource && roleName(grant.role) === role);

/**
 * The group through which a role on a product is given: its default group, else the first that grants it and may be
 * changed; null when there is none.
 */
export function groupFor(state: CloudState, resource: string, role: string): FakeGroup | null {
  const granting = state.groups.filter((group) => !group.externalSynced && grantsRole(group, resource, role));
  return granting.find(({ isDefault }) => isDefault) ?? granting[0] ?? null;
}

export const isResource = (state: CloudState, resource: string): boolean =>
  state.sites.some(({ cloudId, products }) => products.some(({ product }) => ariOf({ product, cloudId }) === resource));

/** The state with the account in the group, or the refusal when that would take a seat that is not there. */
export function withMember(
  state: CloudState,
  accountId: string,
  group: FakeGroup,
  actorId: string | null,
): CloudState | 'licence-limit' {
  const account = byId(state, accountId);
  if (!account || account.groups.includes(group.id)) return state;
  if (fullProducts(state, account, group.id).length > 0) return 'licence-limit';
  return withGroups(state, account, [...account.groups, group.id], 'user_added_to_group', group, actorId);
}

export function withoutMember(
  state: CloudState,
  accountId: string,
  group: FakeGroup,
  actorId: string | null,
): CloudState {
  const account = byId(state, accountId);
  if (!account?.groups.includes(group.id)) return state;
  const rest = account.groups.filter((id) => id !== group.id);
  return withGroups(state, account, rest, 'user_removed_from_group', group, actorId);
}

const withGroups = (
  state: CloudState,
  account: FakeAccount,
  groups: readonly string[],
  action: string,
  group: FakeGroup,
  actorId: string | null,
): CloudState =>
  withEvent(
    withAccount(state, account.accountId, (current) => ({ ...current, groups })),
    {
      action,
      actorId,
      context: [{ id: account.accountId, type: 'users', attributes: { name: account.name } }],
      container: [{ id: group.id, type: 'groups', attributes: { name: group.name } }],
    },
  );
