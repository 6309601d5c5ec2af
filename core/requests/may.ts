import { because, type Reason } from '../reason.ts';
import type { Actor, Command } from './commands.ts';
import { isOverdue, isPast } from './deadlines.ts';
import { lifeOf } from './life.ts';
import { MOST_REASON } from './most-reason.ts';
import { moves, permissions } from './moves.ts';
import { isOwn, mayBeOwn } from './own.ts';
import { type Person, samePerson } from './person.ts';
import type { AccessRequest } from './request.ts';
import { currentStage, hasApproved, notTheirStage } from './stages.ts';
import { impossible, standing } from './words.ts';

/** Closed, as the contract's errors are; the reason's code tells more. */
export type Refusal = 'not-allowed' | 'own-request' | 'wrong-state' | 'reason-required';

export type Ruling = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly reason: Reason };

/**
 * Whether an actor may do something with a request now, and why not (sections 7 and 9 of the domain). Who may is looked at first, then the
 * state, then what the command itself needs.
 * @param now ISO date-time
 */
export function may(actor: Actor, command: Command, request: AccessRequest, now: string): Ruling {
  return (
    notPermitted(actor, command, request) ??
    notInState(command, request) ??
    notSaid(command) ??
    notNow(command, request, now) ??
    notByThem(actor, command, request) ?? { ok: true }
  );
}

type No = Extract<Ruling, { ok: false }>;
const no = (refusal: Refusal, code: string, text: string): No => ({ ok: false, refusal, reason: because(code, text) });

function notPermitted(actor: Actor, command: Command, request: AccessRequest): No | null {
  const { who, notOwn } = permissions[command.kind];
  if (who === 'gatehouse')
    return actor.kind === 'system'
      ? null
      : no('not-allowed', 'gatehouse-only', 'This step is done by Gatehouse itself.');
  if (who === 'requester')
    return actor.kind === 'person' && actor.person.subject === request.requester.subject
      ? null
      : no('not-allowed', 'requester-only', 'Only the person who asked can withdraw a request.');
  if (actor.kind === 'system' || !actor.roles.some((role) => who.includes(role)))
    return notOwn
      ? no('not-allowed', 'deciders-only', 'Only reviewers and admins decide requests.')
      : no('not-allowed', 'role-needed', `Only people with one of these roles may do this: ${who.join(', ')}.`);
  if (notOwn && isOwn(request, actor.person, actor.directory))
    return no(
      'own-request',
      'own-request',
      'You cannot decide a request that you made or that gives you access. Ask another reviewer.',
    );
  if (notOwn && !isComparable(actor.person))
    return no(
      'not-allowed',
      'decider-unknown',
      'Gatehouse cannot tell whether this request is about you: your sign-in has no verified e-mail address. Have it verified at your identity provider and sign in again, or ask another reviewer.',
    );
  if (notOwn && mayBeOwn(request, actor.person, actor.directory))
    return no(
      'not-allowed',
      'decider-unknown',
      'Gatehouse cannot tell whether this request is about you: the directory ties your sign-in to no single account. Ask another reviewer.',
    );
  return null;
}

/** Whether anything is known that tells a person from those a request names. */
const isComparable = ({ accountId, email }: Person): boolean => accountId !== null || email !== '';

const notInState = (command: Command, request: AccessRequest): No | null =>
  moves[request.state][command.kind]
    ? null
    : no(
        'wrong-state',
        'wrong-state',
        `Request #${request.number} ${standing[request.state]}: ${impossible[command.kind]}.`,
      );

function notSaid(command: Command): No | null {
  if (command.kind === 'deny' && command.reason.trim() === '')
    return no('reason-required', 'reason-required', 'Say why the request is denied: the person asking will read it.');
  if (command.kind === 'reassign' && command.reason.trim() === '')
    return no('reason-required', 'reason-required', 'Say why somebody else should decide.');
  const words = command.kind === 'comment' ? command.text : command.kind === 'attach' ? command.reason : null;
  if (words === null) return null;
  if (words.trim() === '') return no('reason-required', 'words-required', 'Write something: it is empty.');
  return words.length > MOST_REASON ? no('reason-required', 'too-long', 'Use at most 2,000 characters.') : null;
}

function notNow(command: Command, request: AccessRequest, now: string): No | null {
  const life = lifeOf(request);
  const synced = request.group?.synced === true;
  switch (command.kind) {
    case 'expire': {
      const end = request.state === 'approved' ? life.accessUntil : life.expiresAt;
      // An undecided request without a date is closed whenever Gatehouse says so; an approved one never without a reason.
      return (end === null && request.state !== 'approved') || isPast(end, now)
        ? null
        : no('wrong-state', 'not-due', 'The time of this request is not over yet.');
    }
    case 'escalate':
      return isOverdue(request, now) ? null : no('wrong-state', 'not-overdue', 'This request is not overdue.');
    case 'auto-approve':
      return siteUnknown(request);
    case 'choose-site':
      return siteSettled(request);
    case 'approve':
      if (request.cloudId === null) return siteUnknown(request);
      return command.accessUntil !== undefined && !(Date.parse(command.accessUntil) > Date.parse(now))
        ? no('wrong-state', 'ends-in-the-past', 'The end of the access has to lie in the future.')
        : null;
    case 'start-grant':
      return isPast(life.accessUntil, now)
        ? no('wrong-state', 'time-is-over', 'The access would have ended by now.')
        : null;
    case 'await-sync':
      return synced
        ? null
        : no('wrong-state', 'group-not-synced', 'The group is not synced: there is nothing to wait for.');
    case 'finish-grant':
      return synced
        ? no(
            'wrong-state',
            'seat-not-seen',
            'The group is synced: the grant is done when the seat is seen in the directory.',
          )
        : null;
    case 'start-expiry':
      return isPast(life.accessUntil, now) ? null : no('wrong-state', 'not-due', 'This access does not end now.');
    default:
      return null;
  }
}

const siteUnknown = ({ cloudId }: AccessRequest): No | null =>
  cloudId === null
    ? no('wrong-state', 'site-unknown', 'Nobody said which site this is about. Choose one before you approve.')
    : null;

/** A site that whoever asked has named is not for others to change, nor one that somebody has approved. */
function siteSettled(request: AccessRequest): No | null {
  if (request.cloudId !== null && request.siteChosenBy === null)
    return no('wrong-state', 'site-known', 'The site is known: it came with the request.');
  return lifeOf(request).stages.some(({ approvals }) => approvals.length > 0)
    ? no('wrong-state', 'approved-in-part', 'Somebody has approved this for the site chosen before.')
    : null;
}

function notByThem(actor: Actor, command: Command, request: AccessRequest): No | null {
  if (actor.kind === 'system') return null;
  const { stages } = lifeOf(request);
  if (command.kind === 'approve' || command.kind === 'deny') {
    const reason = notTheirStage(stages, actor.person);
    return reason && { ok: false, refusal: 'not-allowed', reason };
  }
  if (command.kind === 'attach') return notAttachable(actor.person, request);
  if (command.kind === 'leave') return notToLeave(actor.person, request);
  if (command.kind === 'hand-over') return notTheirs(command.to, request);
  return command.kind === 'reassign' ? notReassignable(command, request) : null;
}

/** Whoever decided would otherwise have decided a request of their own, afterwards. */
function notAttachable(person: Person, request: AccessRequest): No | null {
  if (samePerson(person, request.requester))
    return no('wrong-state', 'asked-already', 'You have asked for this already: your request is on its way.');
  return hasDecided(request, person)
    ? no(
        'own-request',
        'decided-it',
        'You have decided this request, so it cannot become yours. Ask for yourself when it is closed.',
      )
    : null;
}

/** Whoever asked first withdraws: it ends, or goes on for who joined. */
const notToLeave = (person: Person, request: AccessRequest): No | null =>
  samePerson(person, request.requester)
    ? no('wrong-state', 'asked-first', 'You asked for this yourself: withdraw the request.')
    : null;

const notTheirs = (person: Person, request: AccessRequest): No | null =>
  hasDecided(request, person)
    ? no('own-request', 'decided-it', `${person.name} has decided this request, so it cannot become theirs.`)
    : null;

const hasDecided = (request: AccessRequest, person: Person): boolean =>
  [request.decision, request.byHand].some((part) => part && samePerson(part.by, person)) ||
  hasApproved(lifeOf(request).stages, person);

function notReassignable({ from, to }: Extract<Command, { kind: 'reassign' }>, request: AccessRequest): No | null {
  const { stages } = lifeOf(request);
  const index = currentStage(stages);
  const stage = index === null ? undefined : stages[index];
  if (stage === undefined)
    return no('wrong-state', 'no-stages', 'Any reviewer may decide this request: there is nobody to replace.');
  if (isOwn(request, to))
    return no('own-request', 'own-approver', `${to.name} asked for this or gets access by it: name another person.`);
  if (stages.some(({ approvers }) => approvers.some((one) => samePerson(one, to))) || hasApproved(stages, to))
    return no('not-allowed', 'approver-twice', `${to.name} has a part in this review already: name another person.`);
  if (from === null)
    return stage.approvers.length === 0 ? null : no('wrong-state', 'whom', 'Say whose place the new person takes.');
  const replaced = stage.approvers.find(({ subject }) => subject === from);
  if (!replaced) return no('wrong-state', 'not-an-approver', 'The person to replace does not decide this stage.');
  return hasApproved([stage], replaced)
    ? no('wrong-state', 'approved-before', `${replaced.name} has approved already.`)
    : null;
}
