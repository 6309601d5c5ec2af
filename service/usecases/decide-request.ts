import type { z } from 'zod';
import type { finishByHand as finishRoute, decideRequest as route } from '../../core/contract/routes/requests.ts';
import type { RequestId } from '../../core/ids.ts';
import type { AccessRequest, Command } from '../../core/requests/index.ts';
import type { Caller, Context } from './context.ts';
import { Failure } from './failure.ts';
import { groupOfRequest } from './group-of-request.ts';
import { deciderOf, mayDecide } from './may-decide.ts';
import { moveRequest } from './move-request.ts';

/** Approve or deny. An approval and the job that carries it out are one transaction: neither is ever alone. */
export async function decideRequest(
  context: Context,
  caller: Caller,
  id: RequestId,
  body: z.output<(typeof route)['body']>,
): Promise<{ request: AccessRequest }> {
  const command: Command =
    body.decision === 'approve'
      ? { kind: 'approve', reason: body.reason === '' ? null : body.reason }
      : { kind: 'deny', reason: body.reason };
  const request = await decide(context, caller, id, command);
  if (command.kind === 'approve') context.wake.grants();
  return { request };
}

/** Try a failed grant again, into the group that is mapped now. */
export async function retryGrant(context: Context, caller: Caller, id: RequestId): Promise<{ request: AccessRequest }> {
  const request = await decide(context, caller, id, { kind: 'retry-grant' });
  context.wake.grants();
  return { request };
}

/** Takes a reviewer's word that somebody did at Atlassian what Gatehouse could not. */
export async function finishByHand(
  context: Context,
  caller: Caller,
  id: RequestId,
  { note }: z.output<(typeof finishRoute)['body']>,
): Promise<{ request: AccessRequest }> {
  return { request: await decide(context, caller, id, { kind: 'finish-by-hand', note: note === '' ? null : note }) };
}

function decide(context: Context, caller: Caller, id: RequestId, command: Command): Promise<AccessRequest> {
  const now = context.clock.now();
  return context.store.write(async (tx) => {
    const found = await tx.requests.get(id);
    if (!found) throw new Failure('not-found');
    const own = await mayDecide(tx, found, caller);
    if (!own.ok) throw new Failure(own.refusal, own.message);
    const grants = command.kind === 'approve' || command.kind === 'retry-grant';
    // The mapping may have been mended since the request was made, so it is looked up when it starts to count.
    const request = grants ? { ...found, group: await groupOfRequest(context, tx, found) } : found;
    const actor = await deciderOf(tx, found, caller);
    const moved = await moveRequest(tx, request, command, actor, now);
    if (grants) await tx.grantJobs.enqueue(id, now);
    return moved;
  });
}
