import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleRequest, exampleTarget, examplePerson as person } from '../../tests/tools/request-fixture.ts';
import type { Role } from '../contract/roles.ts';
import { AccountId, GroupId, RuleId } from '../ids.ts';
import type { Actor, Command } from './commands.ts';
import { dueStep } from './deadlines.ts';
import { eventOf } from './event-of.ts';
import { Life, lifeOf, type Stage } from './life.ts';
import { may } from './may.ts';
import { moves, permissions } from './moves.ts';
import { isOwn } from './own.ts';
import { samePerson } from './person.ts';
import { AccessRequest, RequestState } from './request.ts';
import { isComplete } from './stages.ts';
import { transition } from './transition.ts';

/** Emma asks for Nina. Both review as well, and both have a second sign-in. */
const people = [
  person('emma'),
  person('nina'),
  person('emma-too', { email: 'EMMA@acme.example', accountId: null }),
  person('nina-too', { accountId: AccountId.parse('712020:nina') }),
  person('ravi'),
  person('ravi-too', { email: 'ravi@acme.example' }),
  person('zoe'),
  person('liam'),
];
const anyPerson = fc.constantFrom(...people);
const clocks = ['2026-11-21T09:00:00Z', '2026-11-22T09:00:00Z', '2027-02-01T09:00:00Z'];
const anyTime = fc.constantFrom(...clocks);
const anyText = fc.constantFrom('', '  ', 'Because.', 'x'.repeat(2001));

const anyStage: fc.Arbitrary<Stage> = fc
  .tuple(fc.constantFrom('any' as const, 'all' as const), fc.uniqueArray(anyPerson, { maxLength: 3 }))
  .filter(([rule, approvers]) => rule === 'any' || approvers.length > 0)
  .map(([rule, approvers]) => ({ rule, approvers, name: 'Stage', approvals: [], dueHours: 24 }));

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  // Decisions most often: they are what has to hold.
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('approve' as const), reason: fc.constant(null) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('attach' as const), reason: anyText }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('reassign' as const),
      from: fc.oneof(
        fc.constant(null),
        anyPerson.map(({ subject }) => subject),
      ),
      to: anyPerson,
      reason: anyText,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('escalate' as const),
      to: fc.array(anyPerson, { maxLength: 3 }),
      dueAt: fc.oneof(fc.constant(null), anyTime),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('approve' as const), reason: anyText, accessUntil: anyTime }),
  },
  {
    weight: 6,
    arbitrary: fc.oneof(
      fc.record({
        kind: fc.constantFrom(
          'send-to-review' as const,
          'withdraw' as const,
          'expire' as const,
          'start-grant' as const,
          'await-sync' as const,
          'see-seat' as const,
          'finish-grant' as const,
          'retry-grant' as const,
          'start-expiry' as const,
          'finish-revocation' as const,
        ),
      }),
      fc.record({
        kind: fc.constantFrom('auto-approve' as const, 'auto-deny' as const),
        ruleId: fc.constant(RuleId.parse('r')),
        reason: anyText,
      }),
      fc.record({ kind: fc.constant('deny' as const), reason: anyText }),
      fc.record({ kind: fc.constant('comment' as const), text: anyText }),
      fc.record({ kind: fc.constant('hand-over' as const), to: anyPerson, reason: anyText }),
      fc.record({ kind: fc.constantFrom('fail-grant' as const, 'fail-revocation' as const), failure: anyText }),
      fc.record({ kind: fc.constant('postpone-grant' as const), failure: anyText, nextAttemptAt: anyTime }),
      fc.record({ kind: fc.constant('finish-by-hand' as const), note: fc.constant(null) }),
    ),
  },
);
const anyActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'system', name: 'jobs' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      person: anyPerson,
      roles: fc.constantFrom<readonly Role[]>(['admin'], ['reviewer'], ['member'], ['auditor', 'member'], []),
    }),
  },
);
/** Steps of Gatehouse itself mostly come from Gatehouse: refusals alone would prove little. */
const anyStep = fc
  .tuple(anyCommand, anyActor, anyTime, fc.nat(4))
  .map(([command, actor, now, rarely]): readonly [Command, Actor, string] => [
    command,
    rarely > 0 && permissions[command.kind].who === 'gatehouse' ? { kind: 'system', name: 'jobs' } : actor,
    now,
  ]);
const anySteps = fc.array(anyStep, { maxLength: 40 });

const begin = (stages: readonly Stage[], synced: boolean, more: Partial<Life>): AccessRequest =>
  exampleRequest({
    state: 'submitted',
    requester: person('emma'),
    targets: [exampleTarget({ email: 'nina@acme.example', accountId: AccountId.parse('712020:nina') })],
    group: { id: GroupId.parse('g'), name: 'users', synced },
    life: { ...Life.parse({}), stages: [...stages], ...more },
  });

type Step = readonly [before: AccessRequest, command: Command, actor: Actor, now: string, after: AccessRequest];

/** How often a command led to a state in any walk of this file. */
const reached = new Map<string, number>();

/** Makes every step that is allowed, and gives those. */
function walk(first: AccessRequest, steps: readonly (readonly [Command, Actor, string])[]): Step[] {
  const made: Step[] = [];
  let current = first;
  for (const [command, actor, now] of steps) {
    const moved = transition(current, command, actor, now);
    expect(may(actor, command, current, now).ok).toBe(moved.ok);
    if (!moved.ok) {
      expect(moved.message.length).toBeGreaterThan(0);
      continue;
    }
    const step = `${command.kind} ${moved.request.state}`;
    reached.set(step, (reached.get(step) ?? 0) + 1);
    made.push([current, command, actor, now, moved.request]);
    current = moved.request;
  }
  return made;
}

const anyStart = fc
  .tuple(fc.array(anyStage, { maxLength: 3 }), fc.boolean(), fc.oneof(fc.constant(null), anyTime))
  .map(([stages, synced, accessUntil]) =>
    begin(stages, synced, { accessUntil, dueAt: clocks[1] ?? null, expiresAt: '2028-01-01T00:00:00Z' }),
  );
const inReview = anyStart.map((request): AccessRequest => ({ ...request, state: 'in-review' }));
const anywhere = fc
  .tuple(anyStart, fc.constantFrom(...RequestState.options))
  .map(([request, state]): AccessRequest => ({ ...request, state }));
const runs = { numRuns: 400 };

describe('whatever is done, in whatever order, by whomever', () => {
  it('no state is reached that the table does not name, and what is kept can be read again', () => {
    fc.assert(
      fc.property(anywhere, anySteps, (first, steps) => {
        for (const [before, command, actor, now, after] of walk(first, steps)) {
          expect(moves[before.state][command.kind]).toContain(after.state);
          expect(AccessRequest.parse(after)).toEqual(after);
          expect(eventOf(after, command, actor, now).type).toBeTypeOf('string');
          expect(() => dueStep(after, now)).not.toThrow();
        }
      }),
      runs,
    );
  });

  it('nobody has a part in approving what they asked for or what gives them access', () => {
    fc.assert(
      fc.property(inReview, anySteps, (first, steps) => {
        const last = walk(first, steps).at(-1)?.[4] ?? first;
        const deciders = [
          ...(last.decision ? [last.decision.by] : []),
          ...(last.byHand ? [last.byHand.by] : []),
          ...lifeOf(last).stages.flatMap(({ approvals }) => approvals.map(({ by }) => by)),
        ];
        for (const by of deciders) expect(isOwn(last, by), by.name).toBe(false);
      }),
      runs,
    );
  });

  it('no person approves twice, under whatever sign-in', () => {
    fc.assert(
      fc.property(inReview, anySteps, (first, steps) => {
        const last = walk(first, steps).at(-1)?.[4] ?? first;
        const all = lifeOf(last).stages.flatMap(({ approvals }) => approvals.map(({ by }) => by));
        for (const [index, one] of all.entries())
          for (const other of all.slice(index + 1)) expect(samePerson(one, other)).toBe(false);
      }),
      runs,
    );
  });

  it('people approve exactly when every stage has what its rule asks for', () => {
    fc.assert(
      fc.property(inReview, anySteps, (first, steps) => {
        for (const [before, command, , , after] of walk(first, steps)) {
          if (command.kind !== 'approve') continue;
          const { stages } = lifeOf(after);
          const open = stages.filter(({ rule, approvers, approvals }) =>
            rule === 'any'
              ? approvals.length === 0
              : approvers.some(
                  ({ subject, email }) =>
                    !approvals.some(
                      ({ by }) => by.subject === subject || by.email.toLowerCase() === email.toLowerCase(),
                    ),
                ),
          );
          expect(after.state).toBe(open.length === 0 ? 'approved' : 'in-review');
          expect(after.decision === null).toBe(open.length > 0);
          // Stages are done in order: none is begun before those ahead of it are complete.
          const begun = stages.findLastIndex(({ approvals }) => approvals.length > 0);
          expect(stages.slice(0, Math.max(begun, 0)).every(isComplete)).toBe(true);
          expect(before.state).toBe('in-review');
        }
      }),
      runs,
    );
  });

  it('a grant through a synced group is done only when the seat was seen', () => {
    fc.assert(
      fc.property(anywhere, anySteps, (first, steps) => {
        for (const [before, command, , , after] of walk(first, steps))
          if (before.group?.synced === true && before.state !== 'granted' && after.state === 'granted')
            expect(command.kind).toBe('see-seat');
      }),
      runs,
    );
  });

  it('access without an end is never taken back, and time-bound access never before its end', () => {
    fc.assert(
      fc.property(anywhere, anySteps, (first, steps) => {
        for (const [before, , , now, after] of walk(first, steps))
          if (before.state === 'granted' && after.state === 'expiring') {
            const { accessUntil } = lifeOf(before);
            expect(accessUntil === null ? Number.POSITIVE_INFINITY : Date.parse(accessUntil)).toBeLessThanOrEqual(
              Date.parse(now),
            );
          }
      }),
      runs,
    );
  });
});

it('the walks were long enough to prove something', () => {
  // A seed of its own: what is reached must not hang on the luck of the walks above.
  for (const [start, steps] of fc.sample(fc.tuple(anywhere, anySteps), { seed: 11, numRuns: 3000 })) walk(start, steps);
  for (const step of [
    'approve approved',
    'approve in-review',
    'reassign in-review',
    'escalate in-review',
    'attach in-review',
    'see-seat granted',
    'finish-by-hand granting',
    'finish-revocation revoked',
  ])
    expect(reached.get(step) ?? 0, step).toBeGreaterThan(0);
});
