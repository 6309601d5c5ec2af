import type { Actor, Command } from './commands.ts';
import { type Life, lifeOf } from './life.ts';
import { isOwn } from './own.ts';
import { type Person, samePerson } from './person.ts';
import type { AccessRequest } from './request.ts';
import { currentStage, hasApproved, startStage, withApproval } from './stages.ts';

type Changes = Partial<AccessRequest>;

/** What a permitted command changes in a request, its state apart. @param now ISO date-time */
export function changesOf(request: AccessRequest, command: Command, actor: Actor, now: string): Changes {
  const life = lifeOf(request);
  const live = (changes: Partial<Life>): Changes => ({ life: { ...life, ...changes } });
  switch (command.kind) {
    case 'send-to-review':
      return { life: startStage(life, currentStage(life.stages), now) };
    case 'auto-approve':
    case 'auto-deny': {
      const kind = command.kind === 'auto-approve' ? 'approved' : 'denied';
      return live({ autoDecision: { kind, ruleId: command.ruleId, at: now, reason: command.reason } });
    }
    case 'escalate':
      return live({ escalatedAt: now, dueAt: command.dueAt, stages: withHelp(request, command.to) });
    case 'await-sync':
      return live({ awaitsSyncSince: now });
    case 'start-grant':
      return { grant: { ...settled(request), attempts: request.grant.attempts + 1 } };
    case 'see-seat':
      return { grant: settled(request), ...(request.life ? live({ awaitsSyncSince: null }) : {}) };
    case 'finish-grant':
      return { grant: settled(request) };
    case 'postpone-grant':
      return { grant: { ...request.grant, failure: command.failure, nextAttemptAt: command.nextAttemptAt } };
    case 'fail-grant':
      return { grant: { ...request.grant, failure: command.failure, nextAttemptAt: null } };
    case 'retry-grant':
      return {
        grant: { ...settled(request), attempts: 0 },
        ...(request.life ? live({ awaitsSyncSince: null }) : {}),
      };
    case 'start-expiry':
      return live({ revocation: { attempts: 1, failure: null } });
    case 'fail-revocation':
      return live({ revocation: { attempts: life.revocation.attempts + 1, failure: command.failure } });
    case 'finish-revocation':
      return live({ revocation: { ...life.revocation, failure: null } });
    case 'hand-over':
      return handedOver(request, command);
    case 'withdraw':
    case 'expire':
      return {};
    default:
      return actor.kind === 'person' ? changesByPerson(request, life, command, actor.person, now) : {};
  }
}

/**
 * Another's request from now on, for the same people. Addresses that stand beside an account were typed by whoever leaves, and are not told
 * to whoever stays, who may have picked the account.
 */
function handedOver(request: AccessRequest, { to, reason }: Extract<Command, { kind: 'hand-over' }>): Changes {
  const targets = request.targets.map((target) => (target.accountId === null ? target : { ...target, email: null }));
  return { requester: to, reason, targets, ...without(request, to) };
}

/** Nothing where nobody was kept with the request itself. */
function without({ life }: AccessRequest, gone: Person): Pick<Changes, 'life'> {
  if (!life) return {};
  return { life: { ...life, attachments: life.attachments.filter(({ person }) => !samePerson(person, gone)) } };
}

const settled = (request: AccessRequest): AccessRequest['grant'] => ({
  ...request.grant,
  failure: null,
  nextAttemptAt: null,
});

type ByPerson = Extract<
  Command,
  { kind: 'approve' | 'deny' | 'choose-site' | 'reassign' | 'comment' | 'attach' | 'leave' | 'finish-by-hand' }
>;

function changesByPerson(request: AccessRequest, life: Life, command: ByPerson, person: Person, now: string): Changes {
  switch (command.kind) {
    case 'approve':
      return {
        decision: { kind: 'approved', by: person, at: now, reason: command.reason },
        ...approvedLife(request, life, command, person, now),
      };
    case 'deny':
      return { decision: { kind: 'denied', by: person, at: now, reason: command.reason } };
    case 'choose-site':
      return { cloudId: command.cloudId, siteHost: command.siteHost, siteChosenBy: person };
    case 'reassign':
      return { life: { ...life, stages: reassigned(life.stages, command.from, command.to) } };
    case 'comment':
      return { life: { ...life, comments: [...life.comments, { person, at: now, text: command.text.trim() }] } };
    case 'attach': {
      const others = life.attachments.filter((attached) => !samePerson(attached.person, person));
      return { life: { ...life, attachments: [...others, { person, at: now, text: command.reason.trim() }] } };
    }
    case 'leave':
      return without(request, person);
    case 'finish-by-hand':
      return { grant: settled(request), byHand: { by: person, at: now, note: command.note } };
  }
}

/** Nothing where nothing was: a request without stages and without an end stays as it was kept. */
function approvedLife(
  request: AccessRequest,
  life: Life,
  command: Extract<Command, { kind: 'approve' }>,
  person: Person,
  now: string,
): Changes {
  if (!request.life && command.accessUntil === undefined) return {};
  const asked = life.accessUntil;
  const given = command.accessUntil ?? asked;
  const accessUntil = asked !== null && given !== null && Date.parse(asked) < Date.parse(given) ? asked : given;
  return { life: { ...withApproval(life, person, now, command.reason), accessUntil } };
}

function reassigned(stages: Life['stages'], from: string | null, to: Person): Life['stages'] {
  const index = currentStage(stages);
  return stages.map((stage, i) =>
    i === index ? { ...stage, approvers: [...stage.approvers.filter(({ subject }) => subject !== from), to] } : stage,
  );
}

/**
 * Others may decide a late stage of which one approval is enough and that names somebody. Where everybody has to approve more names
 * would only make it longer: there, somebody is replaced.
 */
function withHelp(request: AccessRequest, to: readonly Person[]): Life['stages'] {
  const { stages } = lifeOf(request);
  const index = currentStage(stages);
  return stages.map((stage, i) => {
    if (i !== index || stage.rule !== 'any' || stage.approvers.length === 0) return stage;
    const others = stages.filter((_, j) => j !== i).flatMap(({ approvers }) => approvers);
    const taken = (person: Person) =>
      isOwn(request, person) ||
      hasApproved(stages, person) ||
      [...others, ...stage.approvers].some((one) => samePerson(one, person));
    return { ...stage, approvers: [...stage.approvers, ...to.filter((person) => !taken(person))].slice(0, 50) };
  });
}
