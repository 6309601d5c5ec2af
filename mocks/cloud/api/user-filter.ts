import { z } from 'zod';
import { rolesOf } from '../roles.ts';
import type { CloudState, FakeAccount } from '../state.ts';

const ids = (most: number) => z.array(z.string()).min(1).max(most).optional();

/** What `users/search` and `users/count` can be narrowed by. Source: Organizations API 2026-09. */
export const userFilters = {
  accountIds: ids(10),
  directoryIds: ids(10),
  resourceIds: ids(20),
  groupIds: ids(10),
  mfaEnabled: z.boolean().optional(),
  claimStatus: z.enum(['managed', 'unmanaged']).optional(),
  status: z.array(z.enum(['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'])).optional(),
  accountStatus: z.array(z.enum(['active', 'inactive', 'closed'])).optional(),
  membershipStatus: z.array(z.enum(['active', 'suspended', 'no_membership'])).optional(),
  roleIds: z.array(z.string().startsWith('atlassian/')).optional(),
  emailDomains: ids(10),
  searchTerm: z.string().optional(),
};
const Filters = z.object({ ...userFilters, emails: ids(100) });
export type UserFilters = z.output<typeof Filters>;

/** Accounts of the directory that fit. Portal-only customers and apps are not in this API. */
export const findUsers = (state: CloudState, filters: UserFilters): FakeAccount[] =>
  state.accounts.filter((account) => account.accountType === 'atlassian' && fits(state, account, filters));

function fits(state: CloudState, account: FakeAccount, filters: UserFilters): boolean {
  const email = account.email?.toLowerCase() ?? '';
  const term = filters.searchTerm?.toLowerCase();
  const resources = rolesOf(state, account);
  const has = (wanted: readonly string[] | undefined, held: readonly string[]) =>
    wanted === undefined || wanted.some((value) => held.includes(value));
  return (
    has(filters.accountIds, [account.accountId]) &&
    has(filters.directoryIds, [state.directoryId]) &&
    has(
      filters.resourceIds,
      resources.map(({ resourceId }) => resourceId),
    ) &&
    has(filters.roleIds, [...account.platformRoles, ...resources.flatMap(({ roles }) => roles)]) &&
    has(filters.groupIds, account.groups) &&
    // Nobody of the seed has a second factor: what the fake does not model it says is off.
    (filters.mfaEnabled ?? false) === false &&
    has(filters.claimStatus && [filters.claimStatus], [account.claimStatus]) &&
    has(filters.status, [account.status]) &&
    has(filters.accountStatus, [account.accountStatus]) &&
    has(filters.membershipStatus, [account.membershipStatus]) &&
    (filters.emailDomains?.some((domain) => email.endsWith(`@${domain.toLowerCase()}`)) ?? true) &&
    (filters.emails?.some((wanted) => wanted.toLowerCase() === email) ?? true) &&
    (term === undefined || account.name.toLowerCase().includes(term) || email.includes(term))
  );
}
