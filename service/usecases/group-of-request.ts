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

/**
 * The group as it stands for whoever decides: before a decision the one mapped now, which approval will use, afterwards the one that was
 * used; and whether the identity provider fills it, as the directory has it. Neither is kept with the request.
 */
export async function groupAsShown(
  context: Pick<Context, 'settings' | 'store'>,
  request: AccessRequest,
): Promise<AccessRequest['group']> {
  const { directory } = context.store;
  const group = request.state === 'in-review' ? await groupOfRequest(context, context.store, request) : request.group;
  const known = group && (await directory.groups()).find(({ id }) => id === group.id);
  return known ? { id: known.id, name: known.name, synced: known.synced === true } : group;
}
