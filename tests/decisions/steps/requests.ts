import { z } from 'zod';
import { Role } from '../../../core/contract/roles.ts';
import { AccountId, CloudId, GroupId, OrgId, RequestId, RuleId } from '../../../core/ids.ts';
import { Target, unknownSeats } from '../../../core/licence/index.ts';
import { Product } from '../../../core/organization/index.ts';
import { Intent } from '../../../core/policy/index.ts';
import {
  type AccessRequest,
  type Actor,
  type Command,
  currentStage,
  dueAt,
  dueStep,
  eventOf,
  isComplete,
  isOverdue,
  isOwn,
  Life,
  lifeOf,
  moves,
  Note,
  Person,
  RequestState,
  type Stage,
  stageFaults,
  submissionOf,
  transition,
} from '../../../core/requests/index.ts';
import { step, type TableStep } from '../step.ts';
import { rolesSteps } from './roles.ts';

/** A person in a table is a word: `ravi` is the sign-in, the name and the address of Ravi. */
const personCalled = (name: string): Person => ({
  subject: name,
  accountId: AccountId.parse(`712020:${name}`),
  name,
  email: `${name}@acme.example`,
});
const word = z.string().min(1).max(40);
const person = z.union([word.transform(personCalled), Person]);
const at = z.iso.datetime();

const target = z.union([
  z.string().transform(
    (email): z.infer<typeof Target> => ({
      email,
      accountId: null,
      name: null,
      standing: 'new',
      identityType: 'external',
    }),
  ),
  Target,
]);

const stage = z
  .strictObject({
    name: z.string().min(1).default('Review'),
    rule: z.enum(['any', 'all']).default('any'),
    approvers: z.array(person).default([]),
    approvals: z
      .array(z.strictObject({ by: person, at: at.default('2026-11-20T09:00:00Z'), reason: z.null().default(null) }))
      .default([]),
    dueHours: z.number().positive().max(8760).nullable().default(null),
  })
  .refine(({ rule, approvers }) => rule === 'any' || approvers.length > 0, {
    path: ['approvers'],
    message: 'A stage that everybody must approve needs at least one name.',
  })
  .transform((said): Stage => said);
const note = z.union([
  z.string().transform((name) => ({ person: personCalled(name), at: '2026-11-01T09:00:00Z', text: 'Me too.' })),
  Note,
]);
const life = Life.extend({
  stages: z.array(stage).default([]),
  attachments: z.array(note).default([]),
});

const request = z
  .strictObject({
    number: z.number().int().positive().default(7),
    state: RequestState.default('in-review'),
    intent: Intent.default('request-access'),
    product: Product.default('jira-software'),
    /** Null when nobody said which. */
    site: CloudId.nullable().default(CloudId.parse('acme')),
    container: z.string().nullable().default(null),
    requester: person.default(personCalled('emma')),
    targets: z.array(target).min(1).optional(),
    synced: z.boolean().default(false),
    life: life.optional(),
    decided: z
      .strictObject({ kind: z.enum(['approved', 'denied']), by: person, at })
      .nullable()
      .default(null),
  })
  .prefault({})
  .transform(({ site, synced, targets, decided, ...said }): AccessRequest => {
    const { requester } = said;
    const named = targets ?? [{ ...requester, standing: 'without-seat' as const, identityType: 'managed' as const }];
    return {
      ...said,
      id: RequestId.parse(`request-${said.number}`),
      orgId: OrgId.parse('acme'),
      cloudId: site,
      siteHost: site && `${site}.atlassian.net`,
      siteChosenBy: null,
      targets: named,
      reason: 'For the launch.',
      ruleIds: [],
      ruleName: 'Access goes through IT',
      policyVersion: 1,
      effect: site && {
        product: said.product,
        cloudId: site,
        siteHost: `${site}.atlassian.net`,
        targets: named,
        seats: unknownSeats,
        seatsTaken: null,
        seatsAfter: unknownSeats,
        cost: { known: false, why: 'Not asked here.' },
        payer: 'Acme',
        reasons: [],
        confidence: 'unknown',
        lines: [],
      },
      group: { id: GroupId.parse('group'), name: 'jira-users', synced },
      createdAt: '2026-11-01T09:00:00Z',
      updatedAt: '2026-11-01T09:00:00Z',
      decision: decided && { ...decided, reason: null },
      grant: { attempts: 0, failure: null, nextAttemptAt: null },
      byHand: null,
    };
  });

const bare = z.enum([
  'send-to-review',
  'withdraw',
  'leave',
  'expire',
  'start-grant',
  'await-sync',
  'see-seat',
  'finish-grant',
  'retry-grant',
  'start-expiry',
  'finish-revocation',
]);
const ruleId = RuleId.default(RuleId.parse('rule'));
const why = z.string().default('Because.');
const command: z.ZodType<Command> = z.union([
  bare.transform((kind): Command => ({ kind })),
  z.strictObject({ kind: bare }),
  z.strictObject({ kind: z.enum(['auto-approve', 'auto-deny']), ruleId, reason: why }),
  z
    .strictObject({
      kind: z.literal('approve'),
      reason: z.string().nullable().default(null),
      accessUntil: at.optional(),
    })
    .transform(({ accessUntil, ...said }): Command => (accessUntil === undefined ? said : { ...said, accessUntil })),
  z.strictObject({ kind: z.literal('deny'), reason: why }),
  z
    .strictObject({ kind: z.literal('choose-site'), site: CloudId })
    .transform(({ kind, site }): Command => ({ kind, cloudId: site, siteHost: `${site}.atlassian.net` })),
  z.strictObject({ kind: z.literal('reassign'), from: z.string().nullable().default(null), to: person, reason: why }),
  z.strictObject({ kind: z.literal('escalate'), to: z.array(person).default([]), dueAt: at.nullable().default(null) }),
  z.strictObject({ kind: z.literal('hand-over'), to: person, reason: why }),
  z.strictObject({ kind: z.literal('comment'), text: why }),
  z.strictObject({ kind: z.literal('attach'), reason: why }),
  z.strictObject({ kind: z.literal('postpone-grant'), failure: why, nextAttemptAt: at }),
  z.strictObject({ kind: z.enum(['fail-grant', 'fail-revocation']), failure: why }),
  z.strictObject({ kind: z.literal('finish-by-hand'), note: z.string().nullable().default(null) }),
]);

/** `gatehouse` is the service; any other word is a person, a reviewer when nothing else is said. */
const actor = z.union([
  word.transform(
    (name): Actor =>
      name === 'gatehouse'
        ? { kind: 'system', name }
        : { kind: 'person', person: personCalled(name), roles: ['reviewer', 'member'] },
  ),
  z.strictObject({ person, roles: z.array(Role) }).transform((said): Actor => ({ kind: 'person', ...said })),
]);

const now = at.default('2026-11-21T09:00:00Z');

export const requestsSteps: Readonly<Record<string, TableStep>> = {
  /** What comes of one thing that somebody does with a request. */
  'requests.move': step(z.strictObject({ request, do: command, by: actor, now }), (given) => {
    const moved = transition(given.request, given.do, given.by, given.now);
    if (!moved.ok) return { done: false, state: given.request.state, refusal: moved.refusal, code: moved.code };
    const { stages, attachments, comments, accessUntil } = lifeOf(moved.request);
    return {
      done: true,
      state: moved.request.state,
      event: eventOf(moved.request, given.do, given.by, given.now).type,
      stage: stages[currentStage(stages) ?? -1]?.name ?? null,
      dueAt: dueAt(moved.request),
      requester: moved.request.requester.name,
      attached: attachments.map(({ person: { name } }) => name),
      comments: comments.length,
      accessUntil,
      approvers: stages.map(({ approvers }) => approvers.map(({ name }) => name)),
    };
  }),
  /** What comes of one thing after another; the first that is refused ends it. */
  'requests.walk': step(
    z.strictObject({ request, steps: z.array(z.strictObject({ do: command, by: actor, now })).max(50) }),
    ({ request: first, steps }) => {
      let current = first;
      const states: RequestState[] = [current.state];
      for (const step of steps) {
        const moved = transition(current, step.do, step.by, step.now);
        if (!moved.ok) return { states, refused: moved.code };
        current = moved.request;
        states.push(current.state);
      }
      return { states, refused: null };
    },
  ),
  /** Where a state can lead. */
  'requests.next': step(z.strictObject({ state: RequestState }), ({ state }) => ({
    commands: Object.keys(moves[state]),
    states: [...new Set(Object.values(moves[state]).flat())].filter((next) => next !== state),
  })),
  /** What the clock asks for. */
  'requests.clock': step(z.strictObject({ request, now }), (given) => ({
    overdue: isOverdue(given.request, given.now),
    step: dueStep(given.request, given.now)?.kind ?? null,
  })),
  /** Whether planned stages can be done at all. */
  'requests.stages': step(z.strictObject({ request, stages: z.array(stage) }), (given) => ({
    faults: stageFaults(given.stages, (who) => isOwn(given.request, who)).map(({ code }) => code),
    complete: given.stages.map(isComplete),
    current: currentStage(given.stages),
  })),
  /** What becomes of a new wish. */
  'requests.submit': step(
    z.strictObject({
      wish: request,
      known: z.array(request).default([]),
      coolDownDays: z.number().min(0).max(365).default(7),
      now,
    }),
    (given) => {
      const { reasons, ...submission } = submissionOf(given.wish, given.known, given.coolDownDays, given.now);
      return {
        kind: submission.kind,
        to: submission.kind === 'attach' ? submission.to.number : null,
        until: submission.kind === 'wait' ? submission.until : null,
        reasons: reasons.map(({ code }) => code),
      };
    },
  ),
  ...rolesSteps,
};
