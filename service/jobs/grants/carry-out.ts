import type { RequestId } from '../../../core/ids.ts';
import type { Transaction } from '../../../core/ports/store.ts';
import type { AccessRequest, Command } from '../../../core/requests/index.ts';
import { after } from '../../usecases/context.ts';
import { moveRequest } from '../../usecases/move-request.ts';
import { type GrantContext, system } from './context.ts';
import { gaveUp } from './explain.ts';
import { giveAccess, type Outcome } from './give-access.ts';
import { noteMembership } from './note-membership.ts';

/** How often a grant is tried before a person has to look at it. */
export const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_SECONDS = 5;

/** When to try again after the given attempt, in seconds: 5, 10, 20 … unless Atlassian named a time. */
export const pauseAfter = (attempt: number, retryAfterSeconds: number | null): number =>
  retryAfterSeconds ?? FIRST_PAUSE_SECONDS * 2 ** (attempt - 1);

/**
 * Takes one due job and carries it out. False when none is due. Every line may be the last one of this process: what
 * was started is noted before, what was reached is noted after, and the lease lets another process start over.
 */
export async function carryOutNext(context: GrantContext): Promise<boolean> {
  const { store, clock, owner, leaseSeconds } = context;
  const now = clock.now();
  // Its own transaction: a job that cannot even be started keeps its lease for a while and lets the others pass.
  const id = await store.write((tx) => tx.grantJobs.lease(owner, now, after(now, leaseSeconds)));
  if (id === null) return false;
  const started = await store.write((tx) => start(context, tx, id));
  if (started === null) return true;

  const renewing = keepLease(context, id);
  const outcome = await giveAccess(context.grants, started, await groupOf(context, started)).finally(renewing);

  await store.write(async (tx) => {
    // Somebody else holds the job by now and does the same: their note counts, not ours.
    if (!(await tx.grantJobs.renew(id, owner, clock.now()))) return;
    await finish(context, tx, started, outcome);
  });
  if (outcome.invited.length > 0) context.syncDirectory();
  return true;
}

/** Notes that an attempt begins; null when there is nothing to do any more, or nothing more may be tried. */
async function start(context: GrantContext, tx: Transaction, id: RequestId): Promise<AccessRequest | null> {
  const now = context.clock.now();
  const request = await tx.requests.get(id);
  if (!request || (request.state !== 'approved' && request.state !== 'granting')) {
    await tx.grantJobs.remove(id);
    return null;
  }
  if (request.grant.attempts >= MAX_ATTEMPTS) {
    // Every attempt so far ended without a word: the process died, again and again.
    const failure = gaveUp(request.grant.attempts, request.grant.failure ?? 'Gatehouse was stopped while it tried.');
    await moveRequest(tx, request, { kind: 'fail-grant', failure }, system, now);
    await tx.grantJobs.remove(id);
    return null;
  }
  return moveRequest(tx, request, { kind: 'start-grant' }, system, now);
}

async function finish(context: GrantContext, tx: Transaction, request: AccessRequest, outcome: Outcome): Promise<void> {
  const now = context.clock.now();
  const found = await tx.requests.get(request.id);
  if (!found) return tx.grantJobs.remove(request.id);
  const current = withInvited(found, outcome.invited);
  const { attempts } = current.grant;
  for (const accountId of outcome.added)
    if (current.group) await noteMembership(tx.directory, accountId, current.group.id);
  if (outcome.added.length > 0) tx.announce({ type: 'directory.changed' });
  if (outcome.kind === 'later' && attempts < MAX_ATTEMPTS) {
    const nextAttemptAt = after(now, pauseAfter(attempts, outcome.retryAfterSeconds));
    await moveRequest(tx, current, { kind: 'postpone-grant', failure: outcome.why, nextAttemptAt }, system, now);
    return tx.grantJobs.postpone(request.id, nextAttemptAt);
  }
  await tx.grantJobs.remove(request.id);
  await moveRequest(tx, current, commandOf(outcome, attempts), system, now);
}

/** Whom an earlier attempt invited has not accepted by that alone, so they stay noted. */
function withInvited(request: AccessRequest, addresses: readonly string[]): AccessRequest {
  if (addresses.length === 0) return request;
  const invited = [...new Set([...(request.grant.invited ?? []), ...addresses])];
  return { ...request, grant: { ...request.grant, invited } };
}

function commandOf(outcome: Outcome, attempts: number): Command {
  if (outcome.kind === 'given') return { kind: 'finish-grant' };
  return { kind: 'fail-grant', failure: outcome.kind === 'later' ? gaveUp(attempts, outcome.why) : outcome.why };
}

/** The mapped group as the directory knows it: its own directory is part of its address. */
async function groupOf({ store }: GrantContext, request: AccessRequest) {
  return (await store.directory.groups()).find((group) => group.id === request.group?.id) ?? null;
}

/** Extends the lease while Atlassian takes its time. Returns what ends it. */
function keepLease(context: GrantContext, id: RequestId): () => void {
  const { store, clock, owner, leaseSeconds, onLeaseTrouble } = context;
  const renew = async () => {
    const held = await store.write((tx) => tx.grantJobs.renew(id, owner, after(clock.now(), leaseSeconds)));
    if (!held) throw new Error('Somebody else holds the job by now.');
  };
  // A renewal that fails is no harm by itself: the lease is looked at again before anything is noted. It is told, because
  // two processes at one grant, or a disk that cannot be written, should not come as a surprise later.
  const timer = setInterval(() => void renew().catch((error) => onLeaseTrouble(id, error)), (leaseSeconds * 1000) / 3);
  return () => clearInterval(timer);
}
