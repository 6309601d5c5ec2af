import type { AuditEvent } from '../audit/event.ts';
import type { AccessRequest } from './request.ts';
import type { Actor, Command } from './transition.ts';

/** What every audit event about a request says: whose, when, by whom and which. @param at ISO date-time */
export const aboutRequest = (request: AccessRequest, actor: Actor, at: string) => ({
  orgId: request.orgId,
  at,
  actor:
    actor.kind === 'system'
      ? actor
      : ({ kind: 'person', subject: actor.person.subject, name: actor.person.name } as const),
  requestId: request.id,
  number: request.number,
});

/** The audit event of a command, for the request as the command left it. @param at ISO date-time */
export function eventOf(request: AccessRequest, command: Command, actor: Actor, at: string): AuditEvent {
  const about = aboutRequest(request, actor, at);
  const group = request.group?.name ?? '(none)';
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
      return { type: 'grant.started', ...about, attempt: request.grant.attempts, group };
    case 'finish-grant':
      return { type: 'grant.finished', ...about, group };
    case 'finish-by-hand':
      return { type: 'grant.done-by-hand', ...about, note: command.note };
    case 'postpone-grant':
      return { type: 'grant.postponed', ...about, why: command.failure, until: command.nextAttemptAt };
    case 'fail-grant':
      return { type: 'grant.failed', ...about, why: command.failure };
    case 'retry-grant':
      return { type: 'grant.retried', ...about };
  }
}
