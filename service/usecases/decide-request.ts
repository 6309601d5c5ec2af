import type { z } from 'zod';
import type {
  finishByHand as finishRoute,
  retryGrant as retryRoute,
  decideRequest as route,
} from '../../core/contract/routes/requests.ts';
import type { RequestId } from '../../core/ids.ts';
import type { AccessRequest, Command } from '../../core/requests/index.ts';
import { asItStands, seenAs } from './as-it-stands.ts';
import type { Caller, Context } from './context.ts';
import { Failure } from './failure.ts';
import { deciderOf, mayDecide } from './may-decide.ts';
import { moveRequest } from './move-request.ts';

/** Approve, what was seen and nothing else, or deny. An approval and the job that carries it out are one transaction: neither is ever alone. */
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
  const request = await decide(context, caller, id, command, body.decision === 'approve' ? (body.seen ?? null) : null);
  if (command.kind === 'approve') context.wake.grants();
  return { request };
}

/** Try a failed grant again, into the group that is mapped now. What that gives is noted with it. */
export async function retryGrant(
  context: Context,
  caller: Caller,
  id: RequestId,
  { seen }: z.output<(typeof retryRoute)['body']>,
): Promise<{ request: AccessRequest }> {
  const request = await decide(context, caller, id, { kind: 'retry-grant' }, seen ?? null);
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

/** @param seen what an approval or another try names as seen; null for what goes for a request whatever has become of it */
function decide(
  context: Context,
  caller: Caller,
  id: RequestId,
  command: Command,
  seen: string | null = null,
): Promise<AccessRequest> {
  const now = context.clock.now();
  return context.store.write(async (tx) => {
    const found = await tx.requests.get(id);
    if (!found) throw new Failure('not-found');
    const own = await mayDecide(tx, found, caller);
    if (!own.ok) throw new Failure(own.refusal, own.message);
    const grants = command.kind === 'approve' || command.kind === 'retry-grant';
    const actor = await deciderOf(tx, found, caller);
    if (!grants) return moveRequest(tx, found, command, actor, now);
    // Mapping, groups and seats may have changed since the request was made, so they are looked up when they start to count.
    const stands = await asItStands(context, tx, found, caller);
    const { effect: effectOnApproval, ...rest } = stands;
    const moved = await moveRequest(tx, { ...found, ...rest, effectOnApproval }, command, actor, now);
    // Afterwards, so that whatever else forbids it is said first: what throws leaves nothing behind.
    if (seen !== null && seen !== seenAs(context, found, stands)) throw new Failure('wrong-state', changed(found));
    await tx.grantJobs.enqueue(id, now);
    return moved;
  });
}

const changed = ({ number }: AccessRequest): string =>
  `Request #${number}, or what it gives, has changed since you looked. Look again, then decide.`;
