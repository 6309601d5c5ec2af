import { givesMembership } from '../../core/policy/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { AccessRequest } from '../../core/requests/index.ts';
import type { Context } from './context.ts';
import { groupFor } from './group-map.ts';

type Wanted = Pick<AccessRequest, 'intent' | 'product' | 'cloudId' | 'siteHost' | 'targets'>;

/** The group that approval adds people to, as mapped now; null when it is no membership, or when there is none or no site yet. */
export async function groupOfRequest(
  { settings }: Pick<Context, 'settings'>,
  tx: Pick<Reads, 'directory'>,
  { intent, product, cloudId, siteHost, targets }: Wanted,
): Promise<AccessRequest['group']> {
  if (!givesMembership(intent) || cloudId === null || siteHost === null) return null;
  const wanted = { product, site: { cloudId, host: siteHost }, targets };
  const group = groupFor(wanted, settings.groupMap, await tx.directory.groups(), await tx.directory.roles());
  return group && { id: group.id, name: group.name };
}

/** The group with whether the identity provider fills it, as the directory has it: never kept with a request. */
export async function withSync(
  { directory }: Pick<Reads, 'directory'>,
  group: AccessRequest['group'],
): Promise<AccessRequest['group']> {
  const known = group && (await directory.groups()).find(({ id }) => id === group.id);
  return known ? { id: known.id, name: known.name, synced: known.synced === true } : group;
}
