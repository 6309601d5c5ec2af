import type { Role } from '../contract/roles.ts';
import type { AccessRequest, Person, RequestState } from './request.ts';

export type Command =
  | { readonly kind: 'approve'; readonly reason: string | null }
  | { readonly kind: 'deny'; readonly reason: string }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'expire' }
  | { readonly kind: 'start-grant' }
  | { readonly kind: 'finish-grant' }
  | { readonly kind: 'postpone-grant'; readonly failure: string; readonly nextAttemptAt: string }
  | { readonly kind: 'fail-grant'; readonly failure: string }
  | { readonly kind: 'retry-grant' }
  | { readonly kind: 'finish-by-hand'; readonly note: string | null };

export type Actor =
  | { readonly kind: 'person'; readonly person: Person; readonly roles: readonly Role[] }
  | { readonly kind: 'system'; readonly name: string };

export type Refusal = 'not-allowed' | 'own-request' | 'wrong-state' | 'reason-required';

export type Transition =
  | { readonly ok: true; readonly request: AccessRequest }
  | { readonly ok: false; readonly refusal: Refusal; readonly message: string };

/** Which command leads where. What is not listed does not exist. */
export const moves: Record<RequestState, Partial<Record<Command['kind'], RequestState>>> = {
  'in-review': { approve: 'approved', deny: 'denied', withdraw: 'withdrawn', expire: 'expired' },
  approved: { 'start-grant': 'granting' },
  granting: {
    'start-grant': 'granting',
    'finish-grant': 'granted',
    'postpone-grant': 'granting',
    'fail-grant': 'grant-failed',
  },
  'grant-failed': { 'retry-grant': 'approved', 'finish-by-hand': 'granted' },
  granted: {},
  denied: {},
  withdrawn: {},
  expired: {},
};

const decides: ReadonlySet<Command['kind']> = new Set(['approve', 'deny', 'retry-grant', 'finish-by-hand']);

/**
 * Moves a request, or says why not. Pure: the clock is an argument. Nobody decides a request of their own or about
 * themselves, whatever their role; a denial needs a reason.
 * @param now ISO date-time
 */
export function transition(request: AccessRequest, command: Command, actor: Actor, now: string): Transition {
  const forbidden = mayNot(request, command, actor);
  if (forbidden) return forbidden;
  const next = moves[request.state][command.kind];
  if (!next)
    return refuse(
      'wrong-state',
      `Request #${request.number} is ${request.state}; "${command.kind}" is not possible now.`,
    );
  if (command.kind === 'deny' && command.reason.trim() === '')
    return refuse('reason-required', 'Say why the request is denied: the person asking will read it.');
  return { ok: true, request: { ...request, state: next, updatedAt: now, ...changesOf(request, command, actor, now) } };
}

function mayNot(request: AccessRequest, command: Command, actor: Actor): Transition | null {
  const system = actor.kind === 'system';
  if (command.kind === 'withdraw') {
    if (system || actor.person.subject !== request.requester.subject)
      return refuse('not-allowed', 'Only the person who asked can withdraw a request.');
    return null;
  }
  if (decides.has(command.kind)) {
    if (system || !actor.roles.some((role) => role === 'reviewer' || role === 'admin'))
      return refuse('not-allowed', 'Only reviewers and admins decide requests.');
    if (isOwn(request, actor.person))
      return refuse(
        'own-request',
        'You cannot decide a request that you made or that gives you access. Ask another reviewer.',
      );
    return null;
  }
  return system ? null : refuse('not-allowed', 'This step is done by Gatehouse itself.');
}

/** True when the person asked, or would get access, by any of the names we know them by. */
export function isOwn(request: AccessRequest, person: Person): boolean {
  if (request.requester.subject === person.subject) return true;
  const email = person.email.toLowerCase();
  const same = (other: { accountId: string | null; email: string | null }) =>
    (person.accountId !== null && other.accountId === person.accountId) ||
    (email !== '' && other.email?.toLowerCase() === email);
  return same(request.requester) || request.targets.some(same);
}

function changesOf(request: AccessRequest, command: Command, actor: Actor, now: string): Partial<AccessRequest> {
  switch (command.kind) {
    case 'approve':
    case 'deny': {
      if (actor.kind !== 'person') return {};
      const kind = command.kind === 'approve' ? 'approved' : 'denied';
      return { decision: { kind, by: actor.person, at: now, reason: command.reason } };
    }
    case 'start-grant':
      return { grant: { attempts: request.grant.attempts + 1, failure: null, nextAttemptAt: null } };
    case 'finish-grant':
      return { grant: { ...request.grant, failure: null, nextAttemptAt: null } };
    case 'postpone-grant':
      return { grant: { ...request.grant, failure: command.failure, nextAttemptAt: command.nextAttemptAt } };
    case 'fail-grant':
      return { grant: { ...request.grant, failure: command.failure, nextAttemptAt: null } };
    case 'retry-grant':
      return { grant: { attempts: 0, failure: null, nextAttemptAt: null } };
    case 'finish-by-hand':
      if (actor.kind !== 'person') return {};
      return {
        grant: { ...request.grant, failure: null, nextAttemptAt: null },
        byHand: { by: actor.person, at: now, note: command.note },
      };
    default:
      return {};
  }
}

const refuse = (refusal: Refusal, message: string): Transition => ({ ok: false, refusal, message });
