import { z } from 'zod';
import { avatarUrl } from '../avatars.ts';
import type { CloudState, FakeAccount } from '../state.ts';
import { ariOf, grantsOf, resourcesOf, roleIdsOf } from './access.ts';

const filters = {
  accountIds: z.array(z.string()).max(10).optional(),
  directoryIds: z.array(z.string()).max(10).optional(),
  resourceIds: z.array(z.string()).max(20).optional(),
  groupIds: z.array(z.string()).max(10).optional(),
  mfaEnabled: z.boolean().optional(),
  claimStatus: z.enum(['managed', 'unmanaged']).optional(),
  status: z.array(z.enum(['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'])).optional(),
  accountStatus: z.array(z.enum(['active', 'inactive', 'closed'])).optional(),
  membershipStatus: z.array(z.enum(['active', 'suspended', 'no_membership'])).optional(),
  roleIds: z.array(z.templateLiteral(['atlassian/', z.string()])).optional(),
  emailDomains: z.array(z.string()).max(10).optional(),
  searchTerm: z.string().optional(),
};

/** Filters that are lists in a query string. */
export const USER_LISTS = Object.keys(filters).filter(
  (name) => !['mfaEnabled', 'claimStatus', 'searchTerm'].includes(name),
);

export const UserFilters = z.strictObject({ ...filters, mfaEnabled: z.stringbool().optional() });

/** Body of `POST …/users/search`, with the limits of the 2026-09 specification. */
export const UserSearch = z
  .strictObject({
    ...filters,
    cursor: z.string().optional(),
    limit: z.number().int().min(1).max(100).default(50),
    emails: z.array(z.string()).max(100).optional(),
    expand: z.array(z.enum(['platformRoles', 'counts.resources', 'productAccess', 'groups'])).default([]),
    sortBy: z.array(z.strictObject({ field: z.literal('nick_name'), direction: z.enum(['asc', 'desc']) })).optional(),
  })
  .refine(
    (body) => body.searchTerm === undefined || body.emails === undefined,
    'searchTerm and emails exclude each other',
  );
export type UserSearch = z.output<typeof UserSearch>;
type Filters = Omit<UserSearch, 'cursor' | 'limit' | 'expand'>;

/** Accounts this API knows and the filters let through. Portal-only customers and apps are not in it. */
export function findUsers(state: CloudState, wanted: Filters): FakeAccount[] {
  const found = state.accounts.filter((account) => account.accountType === 'atlassian' && fits(state, account, wanted));
  const direction = wanted.sortBy?.[0]?.direction;
  if (direction === undefined) return found;
  const sign = direction === 'asc' ? 1 : -1;
  return found.toSorted((a, b) => sign * a.nickname.localeCompare(b.nickname));
}

function fits(state: CloudState, account: FakeAccount, wanted: Filters): boolean {
  const email = account.email?.toLowerCase() ?? '';
  const term = wanted.searchTerm?.toLowerCase();
  const among = <T>(values: readonly T[] | undefined, value: T) => values === undefined || values.includes(value);
  const some = (values: readonly string[] | undefined, of: () => readonly string[]) =>
    values === undefined || of().some((value) => values.includes(value));
  return (
    among(wanted.accountIds, account.accountId) &&
    among(wanted.directoryIds, state.directoryId) &&
    some(wanted.resourceIds, () => resourcesOf(state, account)) &&
    some(wanted.groupIds, () => account.groups) &&
    some(wanted.roleIds, () => roleIdsOf(state, account)) &&
    (wanted.mfaEnabled === undefined || wanted.mfaEnabled === hasMfa(account)) &&
    (wanted.claimStatus === undefined || wanted.claimStatus === account.claimStatus) &&
    among(wanted.status, account.status) &&
    among(wanted.accountStatus, account.accountStatus) &&
    among(wanted.membershipStatus, account.membershipStatus) &&
    (wanted.emailDomains === undefined ||
      wanted.emailDomains.some((domain) => email.endsWith(`@${domain.toLowerCase()}`))) &&
    (wanted.emails === undefined || wanted.emails.some((other) => other.toLowerCase() === email)) &&
    (term === undefined || account.name.toLowerCase().includes(term) || email.includes(term))
  );
}

/** The demo's managed people use a second factor; the fake knows nothing finer. */
const hasMfa = (account: FakeAccount) => account.claimStatus === 'managed';

/** A user as search and details tell it, without what must be expanded. */
export const toUser = (account: FakeAccount) => ({
  accountId: account.accountId,
  accountType: 'atlassian',
  status: account.status,
  accountStatus: account.accountStatus,
  membershipStatus: account.membershipStatus,
  addedToOrg: account.addedToOrg,
  name: account.name,
  nickname: account.nickname,
  ...(account.email !== null && { email: account.email }),
  emailVerified: account.emailVerified,
  claimStatus: account.claimStatus,
  picture: avatarUrl(account),
  avatar: avatarUrl(account),
  managementSource: account.managementSource,
  mfaEnabled: hasMfa(account),
  ...(account.jobTitle !== null && { jobTitle: account.jobTitle }),
});

/** The members that `expand` asks for; left out otherwise. */
export const expanded = (state: CloudState, account: FakeAccount, expand: UserSearch['expand']) => ({
  ...(expand.includes('platformRoles') && { platformRoles: account.platformRoles }),
  ...(expand.includes('counts.resources') && { counts: { resources: resourcesOf(state, account).length } }),
  ...(expand.includes('productAccess') && { productAccess: productAccess(state, account) }),
  ...(expand.includes('groups') && {
    groups: state.groups
      .filter(({ id }) => account.groups.includes(id))
      .map(({ id, name, description }) => ({ id, name, description })),
  }),
});

export const productAccess = (state: CloudState, account: FakeAccount) => {
  const keys = new Map(grantsOf(state, account).map((grant) => [ariOf(grant), grant.product]));
  return [...keys].map(([id, key]) => ({
    key,
    id,
    ...(account.lastActive !== null && { lastActiveTimestamp: account.lastActive }),
  }));
};
