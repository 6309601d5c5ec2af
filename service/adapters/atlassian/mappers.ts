import type { z } from 'zod';
import { AccountId, CloudId, GroupId } from '../../../core/ids.ts';
import { parseRole, type SeatCount } from '../../../core/licence/index.ts';
import {
  type Domain,
  DomainStatus,
  type Plan,
  type Product,
  productNamed,
  productOfOwner,
} from '../../../core/organization/index.ts';
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

/** `ari:cloud:<owner>::<kind>/<id>` and `ari:cloud:<owner>:<cloudId>:<kind>/<id>`; sites are what most roles are on. */
const RESOURCE = /^ari:cloud:([^:]+):([^:]*)(?::(.+))?$/i;

/** Roles on the organization or a site as such that give no seat of any app (section 3 of the domain). */
const PLATFORM_ROLES: ReadonlySet<string> = new Set(['atlassian/org-admin', 'atlassian/user-access-admin']);

/**
 * Everything the roles of a group give. An app that Gatehouse does not know is kept by its name, a role that it does not know as
 * `unknown`, a place that is no site (a workspace) as its own name: what is left out here would pass for "gives nothing". Each
 * grant once, whatever spellings of the app it came in.
 */
export function toGroupRoles(group: DirectoryGroup, page: z.infer<typeof GroupRoles>): GroupRole[] {
  const found = new Map<string, GroupRole>();
  for (const { resourceId, roles, defaultRole } of page.data)
    for (const name of roles) {
      const { product, cloudId } = placeOf(resourceId);
      if (product === null && PLATFORM_ROLES.has(name.toLowerCase())) continue;
      const role = parseRole(name) ?? 'unknown';
      const grant: GroupRole = {
        groupId: group.id,
        product: product ?? productNamed('platform'),
        cloudId,
        role,
        isDefault: defaultRole === name,
      };
      const key = JSON.stringify([grant.product, cloudId, role]);
      found.set(key, { ...grant, isDefault: grant.isDefault || found.get(key)?.isDefault === true });
    }
  return [...found.values()];
}

function placeOf(resourceId: string): { product: Product | null; cloudId: CloudId } {
  const [, owner, site, thing] = RESOURCE.exec(resourceId) ?? [];
  if (owner === undefined) return { product: productNamed(resourceId), cloudId: CloudId.parse(resourceId) };
  const place = site || thing?.replace(/^site\//i, '') || resourceId;
  return { product: productOfOwner(owner), cloudId: CloudId.parse(place) };
}

export function toProductFacts(
  roles: z.infer<typeof ApplicationRoles>,
  licence: z.infer<typeof InstanceLicense> | null,
): ProductFacts[] {
  return roles.map((role) => {
    const product = productNamed(role.key);
    const unlimited = role.hasUnlimitedSeats === true;
    const seats: SeatCount = {
      used: atLeastZero(role.userCount),
      total: unlimited ? null : atLeastZero(role.numberOfSeats),
      unlimited,
    };
    const plan = planOf(licence?.applications.find((application) => application.id === role.key)?.plan);
    const ids = (details: typeof role.groupDetails) =>
      (details ?? []).flatMap(({ groupId }) => (groupId ? [GroupId.parse(groupId)] : []));
    return { product, seats, plan, groupIds: ids(role.groupDetails), defaultGroupIds: ids(role.defaultGroupsDetails) };
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
