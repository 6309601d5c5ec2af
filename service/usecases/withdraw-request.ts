import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { RequestId } from '../../core/ids.ts';
import { type Caller, type Context, isStaff, personOf } from './context.ts';
import { Failure } from './failure.ts';
import { moveRequest } from './move-request.ts';
import { toOwnRequest } from './own-request.ts';

/** Withdraw a request of one's own. To a member, other people's requests do not exist. */
export async function withdrawRequest(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  caller: Caller,
  id: RequestId,
): Promise<{ request: OwnRequest }> {
  return store.write(async (tx) => {
    const request = await tx.requests.get(id);
    if (!request || (request.requester.subject !== caller.subject && !isStaff(caller))) throw new Failure('not-found');
    const actor = { kind: 'person', person: personOf(caller), roles: caller.roles } as const;
    const moved = await moveRequest(tx, request, { kind: 'withdraw' }, actor, clock.now());
    return { request: toOwnRequest(moved, null) };
  });
}
