import { canonical } from '../../core/audit/index.ts';
import { type Effect, effectNotKnown, type Target } from '../../core/licence/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { AccessRequest } from '../../core/requests/index.ts';
import type { Caller, Context } from './context.ts';
import { effectFor } from './effect-for.ts';
import { groupOfRequest } from './group-of-request.ts';

/** What approving a request would do now: the people, the group and the seats as they are known at this moment. */
export interface AsItStands {
  readonly targets: Target[];
  readonly group: AccessRequest['group'];
  /** Null while the site is not known. */
  readonly effect: Effect | null;
}

/**
 * Works out anew what approving gives: groups, mapping and seats may be others than when it was asked. The people stay those who were
 * named; how they stand to the app, and how many accounts have an address, is looked up again. What cannot be worked out is said to be
 * unknown.
 */
export async function asItStands(
  context: Pick<Context, 'settings' | 'clock'>,
  reads: Pick<Reads, 'directory'>,
  request: AccessRequest,
  caller: Caller,
): Promise<AsItStands> {
  const effect = await effectNow(context, reads, request, caller);
  const targets = request.targets.map((target, index): Target => {
    const { several: _before, ...named } = target;
    const { standing, identityType, several } = effect?.targets[index] ?? target;
    // Somebody who was told apart when they were named stays so.
    return { ...named, standing, identityType, ...(several && target.accountId === null && { several }) };
  });
  return { targets, effect, group: await groupOfRequest(context, reads, { ...request, targets }) };
}

async function effectNow(
  context: Pick<Context, 'settings' | 'clock'>,
  reads: Pick<Reads, 'directory'>,
  { product, cloudId, siteHost, targets, intent, effect }: AccessRequest,
  caller: Caller,
): Promise<Effect | null> {
  if (cloudId === null || siteHost === null) return null;
  const organization = await reads.directory.organization();
  const site = organization?.sites.find((one) => one.cloudId === cloudId);
  if (organization && site) return effectFor(context, reads, { organization, site, product, targets, intent }, caller);
  const payer = organization?.name ?? effect?.payer ?? 'your organization';
  return effectNotKnown(
    { product, cloudId, siteHost, targets, payer },
    `Gatehouse does not look after ${siteHost} now: what this takes there is not known.`,
  );
}

/** Names what a reviewer is shown, so that an approval of something else can be told from one of this. */
export const seenAs = (
  { ids }: Pick<Context, 'ids'>,
  { updatedAt }: Pick<AccessRequest, 'updatedAt'>,
  { group, effect }: AsItStands,
): string =>
  ids.sha256(
    canonical({
      updatedAt,
      group: group?.id ?? null,
      gives: effect?.lines.map(({ product, cloudId, taken }) => ({ product, cloudId, taken })) ?? null,
    }),
  );
