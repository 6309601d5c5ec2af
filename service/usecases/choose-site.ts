import type { z } from 'zod';
import type { chooseSite as route } from '../../core/contract/routes/requests.ts';
import type { RequestId } from '../../core/ids.ts';
import type { Target } from '../../core/licence/index.ts';
import type { AccessRequest } from '../../core/requests/index.ts';
import type { Caller, Context } from './context.ts';
import { effectFor } from './effect-for.ts';
import { Failure } from './failure.ts';
import { groupOfRequest } from './group-of-request.ts';
import { deciderOf, mayDecide } from './may-decide.ts';
import { moveRequest } from './move-request.ts';
import { readyOrganization, siteOf } from './organization.ts';
import { wishOf } from './wish-of.ts';

/**
 * Takes a reviewer's word for which site is meant, and works out seats, cost and group there; from now on the same wish finds it.
 * What was asked stays as it was.
 */
export async function chooseSite(
  context: Context,
  caller: Caller,
  id: RequestId,
  { cloudId }: z.output<(typeof route)['body']>,
): Promise<{ request: AccessRequest }> {
  const { store, clock } = context;
  const organization = await readyOrganization(store);
  const site = siteOf(organization, { cloudId, siteHost: null });
  return store.write(async (tx) => {
    const found = await tx.requests.get(id);
    if (!found) throw new Failure('not-found');
    const own = await mayDecide(tx, found, caller);
    if (!own.ok) throw new Failure(own.refusal, own.message);
    const asked = { organization, site, product: found.product, targets: found.targets, intent: found.intent };
    const effect = await effectFor(context, tx, asked, caller);
    const targets = effect.targets.map((target, index) => withNameOf(target, found.targets[index]));
    const placed = { ...found, effect: { ...effect, targets }, targets };
    const group = await groupOfRequest(context, tx, { ...placed, cloudId, siteHost: site.host });
    const actor = await deciderOf(tx, found, caller);
    const command = { kind: 'choose-site', cloudId, siteHost: site.host } as const;
    const request = await moveRequest(tx, { ...placed, group }, command, actor, clock.now());
    await tx.requests.setWish(id, wishOf(request));
    return { request };
  });
}

/** Somebody the directory does not know keeps the name they signed in with. */
const withNameOf = (target: Target, before: Target | undefined): Target => ({
  ...target,
  name: target.name ?? before?.name ?? null,
});
