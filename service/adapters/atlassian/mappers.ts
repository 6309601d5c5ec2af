import type { z } from 'zod';
import { AccountId, CloudId, GroupId } from '../../../core/ids.ts';
import { ProductRole, type SeatCount } from '../../../core/licence/index.ts';
import { type Domain, DomainStatus, type Plan, Product } from '../../../core/organization/index.ts';
import type { ProductAccount, ProductFacts, SourceAccount } from '../../../core/ports/directory-source.ts';
import type { DirectoryGroup, GroupRole } from '../../../core/ports/directory-store.ts';
import type { ApplicationRoles, Domains, Group, GroupRoles, InstanceLicense, JiraUsers, User } from './schemas.ts';

export function toSourceAccount(user: User): SourceAccount {
  const accountId = AccountId.parse(user.accountId);
  return {
    name: user.name ?? user.accountId,
    groupIds: user.groups?.map((group) => GroupId.parse(group.id)) ?? null,
    facts: {
      accountId,
      accountType: user.accountType ?? null,
      email: user.email || null,
      claimStatus: user.claimStatus ?? null,
      accountStatus: user.accountStatus ?? null,
      membershipStatus: user.membershipStatus ?? null,
      invitationPending: invitationPending(user),
      isConfluenceGuest: null,
      isJiraGuest: null,
      isOrgAdmin: user.platformRoles ? user.platformRoles.includes('atlassian/org-admin') : null,
      isProductAdmin: null,
    },
  };
}

/**
 * The API has no field for "invited and not accepted". An invited person who never proved the address has not accepted:
 * inferred, unverified on a live organization.
 */
function invitationPending(user: User): boolean | null {
  if (user.emailVerified === true) return false;
  if (user.emailVerified === false && user.managementSource === 'invited') return true;
  return null;
}

/** A domain state that is not in the documented list counts for nothing, so it is left out. */
export const toDomains = (page: z.infer<typeof Domains>): Domain[] =>
  page.data.flatMap(({ attributes }) => {
    const status = DomainStatus.safeParse(attributes.claim.status);
    return status.success ? [{ name: attributes.name.toLowerCase(), status: status.data }] : [];
  });

export const toGroup = (group: Group): DirectoryGroup => ({
  id: GroupId.parse(group.id),
  name: group.name,
  // "-" stands for every directory the key may manage (Organizations API v2).
  directoryId: group.directoryId ?? '-',
  synced: group.externalSynced ?? null,
});

const SITE_RESOURCE = /^ari:cloud:([a-z-]+)::site\/(.+)$/;

/** Role assignments on products of sites; roles on anything else give no seat and are left out. */
export function toGroupRoles(group: DirectoryGroup, page: z.infer<typeof GroupRoles>): GroupRole[] {
  return page.data.flatMap(({ resourceId, roles, defaultRole }) => {
    const [, key, cloudId] = SITE_RESOURCE.exec(resourceId) ?? [];
    const product = productOf(key);
    if (product === null || cloudId === undefined) return [];
    return roles.flatMap((name) => {
      const role = ProductRole.safeParse(name.replace(/^atlassian\//, ''));
      if (!role.success) return [];
      const isDefault = defaultRole === name;
      return [{ groupId: group.id, product, cloudId: CloudId.parse(cloudId), role: role.data, isDefault }];
    });
  });
}

/** `jira` alone names the whole family of a site; its seats are those of Jira itself (inferred, unverified). */
function productOf(key: string | undefined): Product | null {
  return Product.safeParse(key === 'jira' ? 'jira-software' : key).data ?? null;
}

export function toProductFacts(
  roles: z.infer<typeof ApplicationRoles>,
  licence: z.infer<typeof InstanceLicense> | null,
): ProductFacts[] {
  return roles.flatMap((role) => {
    const product = productOf(role.key);
    if (product === null) return [];
    const unlimited = role.hasUnlimitedSeats === true;
    const seats: SeatCount = {
      used: atLeastZero(role.userCount),
      total: unlimited ? null : atLeastZero(role.numberOfSeats),
      unlimited,
    };
    const plan = planOf(licence?.applications.find((application) => application.id === role.key)?.plan);
    const ids = (details: typeof role.groupDetails) =>
      (details ?? []).flatMap(({ groupId }) => (groupId ? [GroupId.parse(groupId)] : []));
    return [
      { product, seats, plan, groupIds: ids(role.groupDetails), defaultGroupIds: ids(role.defaultGroupsDetails) },
    ];
  });
}

/** Jira says free or paid, not which paid plan: that stays unknown. */
const planOf = (plan: string | undefined): Plan | null => (plan === 'FREE' ? 'free' : null);

const atLeastZero = (count: number | null | undefined): number | null =>
  count === null || count === undefined || count < 0 ? null : count;

export const toProductAccounts = (users: z.infer<typeof JiraUsers>): ProductAccount[] =>
  users.map((user) => ({
    accountId: AccountId.parse(user.accountId),
    accountType: user.accountType ?? null,
    name: user.displayName ?? user.accountId,
    email: user.emailAddress || null,
    active: user.active ?? true,
    isJiraGuest: user.guest ?? null,
  }));
