import { z } from 'zod';
import { siteAri } from '../resource.ts';
import { roleId } from '../roles.ts';
import type { CloudState, FakeGroup } from '../state.ts';
import { byId } from '../store.ts';

const filters = {
  accountIds: z.array(z.string()).optional(),
  directoryIds: z.array(z.string()).optional(),
  groupIds: z.array(z.string()).optional(),
  resourceOwners: z.array(z.string()).optional(),
  resourceIds: z.array(z.string()).optional(),
  roleIds: z.array(z.string()).optional(),
  searchTerm: z.string().optional(),
};

export const GroupFilters = z.strictObject(filters);

/** Body of `POST …/groups/search`, with the limits of the 2026-09 specification. */
export const GroupSearch = z.strictObject({
  ...filters,
  cursor: z.string().optional(),
  limit: z.number().int().min(1).max(100).default(20),
  groupNames: z.array(z.string()).max(100).optional(),
  expand: z.array(z.enum(['counts.resources', 'counts.users'])).default([]),
  sortBy: z.array(z.strictObject({ field: z.literal('name'), direction: z.enum(['asc', 'desc']) })).optional(),
});
type GroupSearch = z.output<typeof GroupSearch>;
type Filters = Omit<GroupSearch, 'cursor' | 'limit' | 'expand'>;

export function findGroups(state: CloudState, wanted: Filters): FakeGroup[] {
  const found = state.groups.filter((group) => fits(state, group, wanted));
  const direction = wanted.sortBy?.[0]?.direction;
  if (direction === undefined) return found;
  const sign = direction === 'asc' ? 1 : -1;
  return found.toSorted((a, b) => sign * a.name.localeCompare(b.name));
}

function fits(state: CloudState, group: FakeGroup, wanted: Filters): boolean {
  const term = wanted.searchTerm?.toLowerCase();
  const some = (values: readonly string[] | undefined, of: () => readonly string[]) =>
    values === undefined || of().some((value) => values.includes(value));
  return (
    some(wanted.directoryIds, () => [state.directoryId]) &&
    some(wanted.groupIds, () => [group.id]) &&
    some(wanted.groupNames, () => [group.name]) &&
    some(wanted.resourceOwners, () => group.grants.map(({ product }) => product)) &&
    some(wanted.resourceIds, () => group.grants.map(ariOf)) &&
    some(wanted.roleIds, () => group.grants.map(({ role }) => roleId(role))) &&
    (wanted.accountIds === undefined ||
      wanted.accountIds.some((id) => byId(state, id)?.groups.includes(group.id) === true)) &&
    (term === undefined || group.name.toLowerCase().includes(term))
  );
}

export const toGroup = (state: CloudState, group: FakeGroup, expand: GroupSearch['expand']) => ({
  id: group.id,
  name: group.name,
  description: group.description,
  directoryId: state.directoryId,
  managementAccess: { deletable: !group.externalSynced, modifiable: !group.externalSynced, readable: true },
  externalSynced: group.externalSynced,
  // The words of this member are not in the specification: unverified.
  managedBy: group.externalSynced ? 'EXTERNAL' : 'ADMINS',
  ...(expand.length > 0 && {
    counts: {
      ...(expand.includes('counts.users') && { users: membersOf(state, group).length }),
      ...(expand.includes('counts.resources') && { resources: new Set(group.grants.map(ariOf)).size }),
    },
  }),
});

export const membersOf = (state: CloudState, group: FakeGroup) =>
  state.accounts.filter(({ groups }) => groups.includes(group.id));

export const ariOf = ({ product, cloudId }: FakeGroup['grants'][number]): string => siteAri(product, cloudId);
