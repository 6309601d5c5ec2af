import { avatarUrl } from '../avatars.ts';
import { rolesOf } from '../roles.ts';
import type { CloudState, FakeAccount } from '../state.ts';

export type Expansion = 'platformRoles' | 'counts.resources' | 'productAccess' | 'groups';

/** An account as the directory describes it; parts that cost more only when asked for. */
export function toUser(state: CloudState, account: FakeAccount, expand: readonly Expansion[]) {
  const resources = rolesOf(state, account);
  return {
    accountId: account.accountId,
    accountType: 'atlassian',
    status: account.status,
    accountStatus: account.accountStatus,
    membershipStatus: account.membershipStatus,
    addedToOrg: account.addedToOrg,
    name: account.name,
    nickname: account.nickname,
    email: account.email,
    emailVerified: account.emailVerified,
    claimStatus: account.claimStatus,
    picture: avatarUrl(account),
    managementSource: account.managementSource,
    mfaEnabled: false,
    jobTitle: account.jobTitle,
    ...(expand.includes('platformRoles') && { platformRoles: account.platformRoles }),
    ...(expand.includes('counts.resources') && { counts: { resources: resources.length } }),
    ...(expand.includes('productAccess') && {
      productAccess: resources.map(({ resourceId, product }) => ({
        key: product,
        id: resourceId,
        lastActiveTimestamp: account.lastActive,
      })),
    }),
    ...(expand.includes('groups') && {
      groups: state.groups
        .filter(({ id }) => account.groups.includes(id))
        .map(({ id, name, description }) => ({ id, name, description })),
    }),
    links: {},
  };
}
