import type { AuditEvent } from '../audit/event.ts';
import { givesWords } from '../licence/gives-words.ts';
import type { Actor, Command } from './commands.ts';
import { lifeOf } from './life.ts';
import type { AccessRequest } from './request.ts';
import { currentStage } from './stages.ts';

/** Stands in an audit event for the group where there is none. */
export const NO_GROUP = '(none)';

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
  const group = request.group?.name ?? NO_GROUP;
  switch (command.kind) {
    case 'send-to-review':
      return { type: 'request.sent-to-review', ...about };
    case 'auto-approve':
    case 'auto-deny':
      return {
        type: 'request.auto-decided',
        ...about,
        decision: command.kind === 'auto-approve' ? 'approved' : 'denied',
        ruleId: command.ruleId,
        reason: command.reason,
      };
    case 'approve':
      if (request.state === 'in-review')
        return { type: 'request.stage-approved', ...about, stage: approvedStage(request), reason: command.reason };
      return { type: 'request.approved', ...about, reason: command.reason, ...given(request) };
    case 'deny':
      return { type: 'request.denied', ...about, reason: command.reason };
    case 'choose-site':
      return { type: 'request.site-chosen', ...about, siteHost: command.siteHost };
    case 'withdraw':
      return { type: 'request.withdrawn', ...about };
    case 'hand-over':
      return { type: 'request.handed-over', ...about, to: command.to.name, reason: command.reason };
    case 'expire':
      return { type: 'request.expired', ...about };
    case 'reassign':
      return {
        type: 'request.reassigned',
        ...about,
        stage: lateStage(request),
        from: command.from,
        to: command.to.name,
        reason: command.reason,
      };
    case 'escalate':
      return {
        type: 'request.escalated',
        ...about,
        stage: lateStage(request),
        to: command.to.map(({ name }) => name),
        dueAt: command.dueAt,
      };
    case 'comment':
      return { type: 'request.commented', ...about, text: command.text };
    case 'attach':
      return { type: 'request.attached', ...about, reason: command.reason };
    case 'leave':
      return { type: 'request.left', ...about };
    case 'start-grant':
      return { type: 'grant.started', ...about, attempt: request.grant.attempts, group };
    case 'await-sync':
      return { type: 'grant.awaits-sync', ...about, group };
    case 'see-seat':
      return { type: 'grant.seat-seen', ...about, group };
    case 'finish-grant':
      return { type: 'grant.finished', ...about, group, ...invitedOf(request) };
    case 'finish-by-hand':
      return { type: 'grant.done-by-hand', ...about, note: command.note };
    case 'postpone-grant':
      return { type: 'grant.postponed', ...about, why: command.failure, until: command.nextAttemptAt };
    case 'fail-grant':
      return { type: 'grant.failed', ...about, why: command.failure };
    case 'retry-grant':
      return { type: 'grant.retried', ...about, ...given(request) };
    case 'start-expiry':
      return { type: 'access.expiring', ...about, group, until: lifeOf(request).accessUntil ?? at };
    case 'finish-revocation':
      return { type: 'access.revoked', ...about, group };
    case 'fail-revocation':
      return { type: 'access.revocation-failed', ...about, why: command.failure };
  }
}

/** What approving gives, where it was worked out. */
const given = ({ effectOnApproval }: AccessRequest): { gives?: string[] } =>
  effectOnApproval ? { gives: givesWords(effectOnApproval) } : {};

/** Whom Atlassian has only invited, and how many others it has added; nothing where it has added everybody. */
const invitedOf = ({ grant: { invited }, targets }: AccessRequest): { invited?: string[]; added?: number } =>
  invited === undefined ? {} : { invited, added: Math.max(0, targets.length - invited.length) };

/** Stages are done in order, so the one that was approved is the last that anybody has approved. */
const approvedStage = (request: AccessRequest): string =>
  lifeOf(request).stages.findLast(({ approvals }) => approvals.length > 0)?.name ?? NO_STAGE;

const lateStage = (request: AccessRequest): string => {
  const { stages } = lifeOf(request);
  return stages[currentStage(stages) ?? -1]?.name ?? NO_STAGE;
};

/** For requests that any reviewer decides at once. */
const NO_STAGE = 'Review';
