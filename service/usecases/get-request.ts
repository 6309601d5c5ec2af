import type { RequestDetail } from '../../core/contract/routes/requests.ts';
import { classify, type IdentityView, toView } from '../../core/identity/index.ts';
import type { AccountId, RequestId } from '../../core/ids.ts';
import type { Organization } from '../../core/organization/index.ts';
import type { Reads } from '../../core/ports/store.ts';
import { type AccessRequest, allowedTo } from '../../core/requests/index.ts';
import { type AsItStands, asItStands, seenAs } from './as-it-stands.ts';
import type { Caller, Context } from './context.ts';
import { Failure } from './failure.ts';
import { withSync } from './group-of-request.ts';
import { deciderOf, mayDecide } from './may-decide.ts';
import { mayBeApproved } from './request-states.ts';

/** One request with everything a reviewer needs, and what this reviewer may do with it now. */
export async function getRequest(
  context: Pick<Context, 'settings' | 'store' | 'clock' | 'ids'>,
  caller: Caller,
  id: RequestId,
): Promise<RequestDetail> {
  const { store, clock } = context;
  const request = await store.requests.get(id);
  if (!request) throw new Failure('not-found');
  const may = await allowed(store, request, caller, clock.now());
  const organization = await store.directory.organization();
  const view = await identities(store, organization, [request.requester, ...request.targets]);
  const related = await store.requests.related(request, 20);
  const stands = mayBeApproved(request) ? await asItStands(context, store, request, caller) : null;
  const shown = request.state === 'in-review' && stands ? { ...request, ...inReview(stands) } : request;
  return {
    request: { ...shown, group: await withSync(store, shown.group) },
    now: stands && {
      effect: stands.effect,
      group: await withSync(store, stands.group),
      seen: seenAs(context, request, stands),
    },
    requesterIdentity: view(request.requester.accountId),
    targetIdentities: request.targets.map((target) => view(target.accountId)),
    directoryIsRead: organization !== null,
    earlier: [...related.requests],
    moreEarlier: related.more,
    sites: may.chooseSite ? await sitesOf(store) : [],
    history: [...(await store.audit.ofRequest(id))],
    allowed: may,
  };
}

/** Before a decision people and group are those of now, which approval will use; afterwards those that were used. */
const inReview = ({ targets, group }: AsItStands): Pick<AccessRequest, 'targets' | 'group'> => ({ targets, group });

/** By name, as people look for them. */
async function sitesOf({ directory }: Pick<Reads, 'directory'>): Promise<RequestDetail['sites']> {
  const sites = (await directory.organization())?.sites ?? [];
  return sites.map(({ cloudId, host }) => ({ cloudId, host })).toSorted((a, b) => a.host.localeCompare(b.host, 'en'));
}

async function identities(
  { directory }: Pick<Reads, 'directory'>,
  organization: Organization | null,
  people: readonly { accountId: AccountId | null }[],
): Promise<(id: AccountId | null) => IdentityView | null> {
  if (!organization) return () => null;
  const accounts = await directory.accountsById(people.flatMap(({ accountId }) => accountId ?? []));
  const views = new Map(
    accounts.map(({ facts }) => [facts.accountId, toView(facts.accountId, classify(facts, organization))]),
  );
  return (id) => (id === null ? null : (views.get(id) ?? null));
}

async function allowed(
  store: Pick<Reads, 'requests' | 'directory'>,
  request: AccessRequest,
  caller: Caller,
  now: string,
): Promise<RequestDetail['allowed']> {
  const own = await mayDecide(store, request, caller);
  if (!own.ok) return { decide: false, chooseSite: false, retryGrant: false, finishByHand: false, whyNot: own.message };
  return allowedTo(await deciderOf(store, request, caller), request, now);
}
