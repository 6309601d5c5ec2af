import { expect, it } from 'vitest';
import { exampleRequest, exampleTarget, examplePerson as person } from '../../tests/tools/request-fixture.ts';
import { AccountId, RuleId } from '../ids.ts';
import { changesOf } from './changes.ts';
import type { Actor, Command } from './commands.ts';
import { Life } from './life.ts';
import type { AccessRequest } from './request.ts';

const now = '2026-11-21T09:00:00Z';
const later = '2026-11-22T09:00:00Z';
const ruleId = RuleId.parse('r');
const ravi = person('ravi');
const reviewer: Actor = { kind: 'person', person: ravi, roles: ['reviewer'] };
const note = (who: string, text: string) => ({ person: person(who), at: now, text });
const stage = (name: string, more: object = {}) => ({ rule: 'any', name, approvers: [person(name)], ...more });
const lived = Life.parse({
  stages: [stage('liam', { dueHours: 24 }), stage('zoe', { dueHours: 48 })],
  comments: [note('emma', 'Please.')],
  attachments: [note('liam', 'Me too.')],
  awaitsSyncSince: now,
  accessUntil: later,
  revocation: { attempts: 1, failure: 'Forbidden' },
});
const grant = { attempts: 2, failure: 'Timeout', nextAttemptAt: later };
const kept = exampleRequest({ grant, requester: person('emma') });
const request: AccessRequest = { ...kept, life: lived };

it.each<[Command, object]>([
  [{ kind: 'send-to-review' }, { life: { dueAt: '2026-11-22T09:00:00.000Z', escalatedAt: null } }],
  [
    { kind: 'auto-approve', ruleId, reason: 'Idle seat.' },
    { life: { autoDecision: { kind: 'approved', ruleId, at: now, reason: 'Idle seat.' } } },
  ],
  [
    { kind: 'auto-deny', ruleId, reason: 'No.' },
    { life: { autoDecision: { kind: 'denied', ruleId, at: now, reason: 'No.' } } },
  ],
  [{ kind: 'deny', reason: 'No.' }, { decision: { kind: 'denied', by: ravi, at: now, reason: 'No.' } }],
  [{ kind: 'withdraw' }, {}],
  [
    { kind: 'hand-over', to: person('liam'), reason: 'Me too.' },
    { requester: person('liam'), reason: 'Me too.', targets: kept.targets, life: { attachments: [] } },
  ],
  [{ kind: 'expire' }, {}],
  [{ kind: 'comment', text: ' Why? ' }, { life: { comments: [note('emma', 'Please.'), note('ravi', 'Why?')] } }],
  [
    { kind: 'attach', reason: ' I as well. ' },
    { life: { attachments: [note('liam', 'Me too.'), note('ravi', 'I as well.')] } },
  ],
  [{ kind: 'leave' }, { life: { attachments: [note('liam', 'Me too.')] } }],
  [{ kind: 'start-grant' }, { grant: { attempts: 3, failure: null, nextAttemptAt: null } }],
  [{ kind: 'await-sync' }, { life: { awaitsSyncSince: now } }],
  [
    { kind: 'see-seat' },
    { grant: { attempts: 2, failure: null, nextAttemptAt: null }, life: { awaitsSyncSince: null } },
  ],
  [{ kind: 'finish-grant' }, { grant: { attempts: 2, failure: null, nextAttemptAt: null } }],
  [
    { kind: 'postpone-grant', failure: 'Busy', nextAttemptAt: now },
    { grant: { attempts: 2, failure: 'Busy', nextAttemptAt: now } },
  ],
  [{ kind: 'fail-grant', failure: 'Gone' }, { grant: { attempts: 2, failure: 'Gone', nextAttemptAt: null } }],
  [
    { kind: 'retry-grant' },
    { grant: { attempts: 0, failure: null, nextAttemptAt: null }, life: { awaitsSyncSince: null } },
  ],
  [
    { kind: 'finish-by-hand', note: 'Done.' },
    { grant: { attempts: 2, failure: null, nextAttemptAt: null }, byHand: { by: ravi, at: now, note: 'Done.' } },
  ],
  [{ kind: 'start-expiry' }, { life: { revocation: { attempts: 1, failure: null } } }],
  [{ kind: 'fail-revocation', failure: 'No.' }, { life: { revocation: { attempts: 2, failure: 'No.' } } }],
  [{ kind: 'finish-revocation' }, { life: { revocation: { attempts: 1, failure: null } } }],
])('%j changes this and nothing else', (command, changed) => {
  const { life, ...rest } = changed as { life?: object };
  expect(changesOf(request, command, reviewer, now)).toEqual(life ? { ...rest, life: { ...lived, ...life } } : rest);
});

it.each(['see-seat', 'retry-grant'] as const)('%s gives no life to a request that was kept without', (kind) => {
  expect(Object.keys(changesOf(kept, { kind }, reviewer, now))).toEqual(['grant']);
});

it('an address that was typed by whoever leaves is not told to whoever stays, unless it is all there is', () => {
  const typed = exampleTarget({ email: 'nina@outside.example' });
  const known = { ...typed, accountId: AccountId.parse('712020:nina') };
  const left = changesOf(
    { ...kept, targets: [typed, known] },
    { kind: 'hand-over', to: person('liam'), reason: 'Me too.' },
    reviewer,
    now,
  );
  expect(left).toMatchObject({ targets: [typed, { ...known, email: null }] });
  expect(Object.keys(left)).not.toContain('life');
});

it('what only a person can do changes nothing when Gatehouse does it', () => {
  const system: Actor = { kind: 'system', name: 'jobs' };
  expect(changesOf(request, { kind: 'deny', reason: 'No.' }, system, now)).toEqual({});
});

it('somebody who attaches again has one place, with the newer words', () => {
  const liam: Actor = { kind: 'person', person: person('liam'), roles: [] };
  expect(changesOf(request, { kind: 'attach', reason: 'Still.' }, liam, now).life?.attachments).toEqual([
    note('liam', 'Still.'),
  ]);
});

it('an approval is noted in the stage, whose successor begins', () => {
  const decision = { kind: 'approved', by: ravi, at: now, reason: 'Fine.' };
  const approved = changesOf(request, { kind: 'approve', reason: 'Fine.' }, reviewer, now);
  expect(approved.decision).toEqual(decision);
  expect(approved.life?.stages.map(({ approvals }) => approvals)).toEqual([
    [{ by: ravi, at: now, reason: 'Fine.' }],
    [],
  ]);
  expect(approved.life).toMatchObject({ dueAt: '2026-11-23T09:00:00.000Z', accessUntil: later });
});

it('the last approval leaves no deadline', () => {
  const last = Life.parse({ stages: [stage('ravi', { dueHours: 24 })], dueAt: later, escalatedAt: now });
  const approved = changesOf({ ...request, life: last }, { kind: 'approve', reason: null }, reviewer, now).life;
  expect(approved).toMatchObject({ dueAt: null, escalatedAt: null });
  const without = Life.parse({ accessUntil: later });
  expect(changesOf({ ...request, life: without }, { kind: 'approve', reason: null }, reviewer, now).life).toEqual(
    without,
  );
});

it('one of several who all have to approve leaves the deadline as it is', () => {
  const all = Life.parse({
    stages: [stage('ravi', { rule: 'all', approvers: [ravi, person('ida')], dueHours: 24 })],
    dueAt: later,
    escalatedAt: now,
  });
  expect(changesOf({ ...request, life: all }, { kind: 'approve', reason: null }, reviewer, now).life).toMatchObject({
    dueAt: later,
    escalatedAt: now,
  });
});

it.each([
  [null, now, now],
  [later, now, now],
  [now, later, now],
  [later, undefined, later],
  [null, undefined, null],
])('access asked for until %s and given until %s ends %s', (asked, given, ends) => {
  const wanted = { ...request, life: { ...lived, accessUntil: asked } };
  const command: Command = { kind: 'approve', reason: null, ...(given === undefined ? {} : { accessUntil: given }) };
  expect(changesOf(wanted, command, reviewer, now).life?.accessUntil).toBe(ends);
});

it('an approval without an end leaves a request without a life without one', () => {
  expect(Object.keys(changesOf(kept, { kind: 'approve', reason: null }, reviewer, now))).toEqual(['decision']);
  expect(changesOf(kept, { kind: 'approve', reason: null, accessUntil: later }, reviewer, now).life).toMatchObject({
    accessUntil: later,
  });
});

it('another approver takes the place of one in the current stage only', () => {
  const names = (from: string | null) =>
    changesOf(request, { kind: 'reassign', from, to: ravi, reason: 'Holiday.' }, reviewer, now).life?.stages.map(
      ({ approvers }) => approvers.map(({ name }) => name),
    );
  expect(names('liam')).toEqual([['ravi'], ['zoe']]);
  expect(names('zoe')).toEqual([['liam', 'ravi'], ['zoe']]);
  expect(names(null)).toEqual([['liam', 'ravi'], ['zoe']]);
});

it('help comes to the late stage, from people who have no part in the request yet', () => {
  const helped = (life: Life) =>
    changesOf(
      { ...request, life },
      { kind: 'escalate', to: ['ravi', 'emma', 'liam', 'zoe', 'ida'].map((name) => person(name)), dueAt: later },
      { kind: 'system', name: 'jobs' },
      now,
    ).life;
  expect(helped(lived)).toMatchObject({ escalatedAt: now, dueAt: later });
  const names = (life: Life) => helped(life)?.stages.map(({ approvers }) => approvers.map(({ name }) => name));
  expect(names(lived)).toEqual([['liam', 'ravi', 'ida'], ['zoe']]);
  const everybody = Life.parse({ stages: [{ ...stage('liam'), rule: 'all' }] });
  expect(names(everybody)).toEqual([['liam']]);
  expect(names(Life.parse({ stages: [stage('liam', { approvers: [] })] }))).toEqual([[]]);
  const done = { by: person('ida'), at: now, reason: null };
  const second = Life.parse({ stages: [stage('liam', { approvals: [done] }), stage('zoe')] });
  expect(names(second)).toEqual([['liam'], ['zoe', 'ravi']]);
});
