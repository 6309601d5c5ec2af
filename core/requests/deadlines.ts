import { lifeOf } from './life.ts';
import type { AccessRequest } from './request.ts';

/** Whether a moment has come. Null, and what is no date, never comes. Both ISO date-times. */
export const isPast = (moment: string | null, now: string): boolean =>
  moment !== null && Date.parse(moment) <= Date.parse(now);

/** When the current stage should be decided; null when it has no deadline or nobody has to decide any more. */
export const dueAt = (request: AccessRequest): string | null =>
  request.state === 'in-review' ? lifeOf(request).dueAt : null;

/** Whether a decision is late (section 7 of the domain: deadlines). */
export const isOverdue = (request: AccessRequest, now: string): boolean => isPast(dueAt(request), now);

export interface DueStep {
  readonly kind: 'expire' | 'escalate' | 'start-expiry';
  readonly since: string;
}

/** What the clock alone asks Gatehouse to do with a request now; null for nothing. Closing comes before asking others. */
export function dueStep(request: AccessRequest, now: string): DueStep | null {
  const { expiresAt, accessUntil, escalatedAt } = lifeOf(request);
  const open = request.state === 'submitted' || request.state === 'in-review';
  if (open && expiresAt !== null && isPast(expiresAt, now)) return { kind: 'expire', since: expiresAt };
  if (accessUntil !== null && isPast(accessUntil, now)) {
    if (request.state === 'approved') return { kind: 'expire', since: accessUntil };
    if (request.state === 'granted') return { kind: 'start-expiry', since: accessUntil };
  }
  const due = dueAt(request);
  return due !== null && isPast(due, now) && escalatedAt === null ? { kind: 'escalate', since: due } : null;
}
