import { z } from 'zod';
import type { IdentityType } from '../../core/identity/index.ts';
import { CloudId, GroupId } from '../../core/ids.ts';
import { type Target, takesSeat } from '../../core/licence/index.ts';
import { domainKey, isKnownProduct, Product, type Site } from '../../core/organization/index.ts';
import type { DirectoryGroup, GroupRole } from '../../core/ports/directory-store.ts';

/** One line of `GATEHOUSE_GROUP_MAP`: where approval puts people. The first line that fits counts. */
export const GroupMapping = z
  .strictObject({
    product: Product,
    cloudId: CloudId.optional(),
    siteHost: z.string().min(1).optional(),
    /** Left out: for everybody. */
    targetType: z.enum(['external', 'managed']).optional(),
    groupId: GroupId.optional(),
    groupName: z.string().min(1).optional(),
  })
  .refine((line) => line.cloudId !== undefined || line.siteHost !== undefined, 'name the site by cloudId or siteHost')
  .refine((line) => line.groupId !== undefined || line.groupName !== undefined, 'name the group by id or name');
export const GroupMap = z.array(GroupMapping);
export type GroupMap = z.infer<typeof GroupMap>;

export interface Wanted {
  /** Null when nobody said which app is meant: no group gives that. */
  readonly product: Product | null;
  readonly site: Pick<Site, 'cloudId' | 'host'>;
  readonly targets: readonly Pick<Target, 'identityType'>[];
}

/**
 * The group that gives what is wanted: the mapped one, else a default group of the product that is not synced from an
 * identity provider and gives as little else as possible, else a synced default group (which IT must fill there). An app
 * that Gatehouse does not know has the mapped group only: what its default groups give is not known. Null when there is
 * none, or when the map names one by a name that several have.
 */
export function groupFor(
  wanted: Wanted,
  map: GroupMap,
  groups: readonly DirectoryGroup[],
  roles: readonly GroupRole[],
): DirectoryGroup | null {
  const type = targetTypeOf(wanted.targets.map((target) => target.identityType));
  const line = map.find(
    (candidate) =>
      candidate.product === wanted.product &&
      (candidate.cloudId === wanted.site.cloudId || isHost(candidate.siteHost, wanted.site)) &&
      (candidate.targetType === undefined || candidate.targetType === type),
  );
  if (line) {
    const [group, ...others] = groups.filter(({ id, name }) => id === line.groupId || name === line.groupName);
    // Directories may each have a group of that name: which is meant, a person decides.
    return others.length === 0 ? (group ?? null) : null;
  }
  return wanted.product === null || !isKnownProduct(wanted.product) ? null : defaultGroup(wanted, groups, roles);
}

const isHost = (written: string | undefined, { host }: Pick<Site, 'host'>): boolean =>
  written !== undefined && domainKey(written) === domainKey(host);

/** One outsider makes the whole request one about outsiders: the group for those gives the least. */
function targetTypeOf(types: readonly IdentityType[]): 'external' | 'managed' {
  return types.every((type) => type === 'managed') ? 'managed' : 'external';
}

function defaultGroup(
  { product, site }: Wanted,
  groups: readonly DirectoryGroup[],
  roles: readonly GroupRole[],
): DirectoryGroup | null {
  const grants = (id: GroupId) => roles.filter((role) => role.groupId === id).length;
  const ids = new Set(
    roles
      .filter(
        (role) =>
          role.product === product &&
          role.cloudId === site.cloudId &&
          role.isDefault &&
          role.role !== 'admin' &&
          takesSeat(role.role),
      )
      .map((role) => role.groupId),
  );
  return (
    groups
      .filter((group) => ids.has(group.id))
      .sort(
        (a, b) =>
          Number(a.synced === true) - Number(b.synced === true) ||
          grants(a.id) - grants(b.id) ||
          a.name.localeCompare(b.name),
      )[0] ?? null
  );
}
