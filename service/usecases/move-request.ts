import type { AuditEvent } from '../../core/audit/event.ts';
import type { Transaction } from '../../core/ports/store.ts';
import type { AccessRequest } from '../../core/requests/request.ts';
import { type Actor, type Command, transition } from '../../core/requests/transition.ts';
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

/** How the audit log names the group of a request. */
export const groupName = (request: Pick<AccessRequest, 'group'>): string => request.group?.name ?? '(none)';

function eventOf(request: AccessRequest, command: Command, actor: Actor, at: string): AuditEvent {
  const about = {
    orgId: request.orgId,
    at,
    actor:
      actor.kind === 'system'
        ? actor
        : ({ kind: 'person', subject: actor.person.subject, name: actor.person.name } as const),
    requestId: request.id,
    number: request.number,
  };
  switch (command.kind) {
    case 'approve':
      return { type: 'request.approved', ...about, reason: command.reason };
    case 'deny':
      return { type: 'request.denied', ...about, reason: command.reason };
    case 'withdraw':
      return { type: 'request.withdrawn', ...about };
    case 'expire':
      return { type: 'request.expired', ...about };
    case 'start-grant':
      return { type: 'grant.started', ...about, attempt: request.grant.attempts, group: groupName(request) };
    case 'finish-grant':
      return { type: 'grant.finished', ...about, group: groupName(request) };
    case 'postpone-grant':
      return { type: 'grant.postponed', ...about, why: command.failure, until: command.nextAttemptAt };
    case 'fail-grant':
      return { type: 'grant.failed', ...about, why: command.failure };
    case 'retry-grant':
      return { type: 'grant.retried', ...about };
  }
}
