import type { Transaction } from '../../core/ports/store.ts';
import { type AccessRequest, type Actor, type Command, eventOf, transition } from '../../core/requests/index.ts';
import { Failure } from './failure.ts';

/**
 * Moves a request by the rules of core, with its audit event, in the given transaction. The only way a request changes.
 * Throws the refusal as a `Failure`.
 */
export async function moveRequest(
  tx: Transaction,
  request: AccessRequest,
  command: Command,
  actor: Actor,
  now: string,
): Promise<AccessRequest> {
  const moved = transition(request, command, actor, now);
  if (!moved.ok) throw new Failure(moved.refusal, moved.message);
  await tx.requests.update(moved.request);
  await tx.audit.append(eventOf(moved.request, command, actor, now));
  announce(tx, moved.request);
  return moved.request;
}

export const announce = (tx: Transaction, { id, number, state }: AccessRequest): void =>
  tx.announce({ type: 'request.changed', id, number, state });
