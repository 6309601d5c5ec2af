import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { RequestId } from '../../core/ids.ts';
import type { AccessRequest, Actor } from '../../core/requests/index.ts';
import { type Caller, type Context, isStaff, personOf } from './context.ts';
import { Failure } from './failure.ts';
import { moveRequest } from './move-request.ts';
import { toOwnRequest } from './own-request.ts';

/**
 * Withdraw a request of one's own. Where others have asked for the same it goes on for them, as one of whoever joined first: to the person
 * who leaves it is withdrawn. To a member, other people's requests do not exist.
 */
export async function withdrawRequest(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  caller: Caller,
  id: RequestId,
): Promise<{ request: OwnRequest }> {
  return store.write(async (tx) => {
    const request = await tx.requests.get(id);
    if (!request || (request.requester.subject !== caller.subject && !isStaff(caller))) throw new Failure('not-found');
    const actor: Actor = { kind: 'person', person: personOf(caller), roles: caller.roles };
    const now = clock.now();
    const [heir] = await tx.requests.attachments(id);
    if (heir === undefined) {
      return { request: toOwnRequest(await moveRequest(tx, request, { kind: 'withdraw' }, actor, now), null) };
    }
    const { person: to, reason } = heir;
    await moveRequest(tx, request, { kind: 'hand-over', to, reason }, actor, now);
    await tx.requests.setRequester(id, request.requester, to);
    const left: AccessRequest = { ...request, state: 'withdrawn', updatedAt: now };
    return { request: toOwnRequest(left, null) };
  });
}
