import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { RequestId } from '../../core/ids.ts';
import type { Transaction } from '../../core/ports/store.ts';
import type { AccessRequest, Actor } from '../../core/requests/index.ts';
import { type Caller, type Context, isStaff, personOf } from './context.ts';
import { Failure } from './failure.ts';
import { moveRequest } from './move-request.ts';
import { toOwnRequest } from './own-request.ts';

/**
 * Withdraw a wish of one's own. Where others have asked for the same the request goes on for them: whoever joined leaves it, and when
 * whoever asked first leaves, it becomes one of whoever joined first. To the person who leaves it is withdrawn. To a member, other
 * people's requests do not exist.
 */
export async function withdrawRequest(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  caller: Caller,
  id: RequestId,
): Promise<{ request: OwnRequest }> {
  return store.write(async (tx) => {
    const request = await tx.requests.get(id);
    if (!request) throw new Failure('not-found');
    const joined = await tx.requests.attachments(id);
    const own = joined.find(({ person }) => person.subject === caller.subject);
    const isFirst = request.requester.subject === caller.subject;
    if (!isFirst && !own && !isStaff(caller)) throw new Failure('not-found');
    const actor: Actor = { kind: 'person', person: personOf(caller), roles: caller.roles };
    const now = clock.now();
    const withdrawn: AccessRequest = { ...request, state: 'withdrawn', updatedAt: now };
    if (own && !isFirst) {
      await moveRequest(tx, request, { kind: 'leave' }, actor, now);
      await tx.requests.detach(id, own.person);
      return { request: toOwnRequest(withdrawn, own) };
    }
    const [heir] = joined;
    if (heir === undefined)
      return { request: toOwnRequest(await moveRequest(tx, request, { kind: 'withdraw' }, actor, now), null) };
    await handOver(tx, request, heir, actor, now);
    return { request: toOwnRequest(withdrawn, null) };
  });
}

async function handOver(
  tx: Transaction,
  request: AccessRequest,
  { person: to, reason }: { readonly person: AccessRequest['requester']; readonly reason: string },
  actor: Actor,
  now: string,
): Promise<void> {
  await moveRequest(tx, request, { kind: 'hand-over', to, reason }, actor, now);
  await tx.requests.setRequester(request.id, request.requester, to);
}
