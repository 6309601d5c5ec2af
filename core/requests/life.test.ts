import { describe, expect, it } from 'vitest';
import { ask } from '../../tests/decisions/steps.ts';
import { exampleRequest } from '../../tests/tools/request-fixture.ts';
import { isPast } from './deadlines.ts';
import { Life, lifeOf, Stage } from './life.ts';
import { moves, openStates } from './moves.ts';
import { sameAccount, samePerson } from './person.ts';
import { AccessRequest, RequestState } from './request.ts';

const person = (name: string, more = {}) => ({ subject: name, accountId: null, name, email: '', ...more });

describe('a request that was kept before it had stages and deadlines', () => {
  const { byHand: _byHand, ...kept } = exampleRequest();

  it('still parses, and has the defaults', () => {
    const request = AccessRequest.parse(kept);
    expect(request).toEqual({ ...kept, byHand: null });
    expect(lifeOf(request)).toEqual(Life.parse({}));
    expect(lifeOf(request)).toMatchObject({ stages: [], dueAt: null, expiresAt: null, accessUntil: null });
  });

  it('and one with only some of the new fields as well', () => {
    const request = AccessRequest.parse({ ...kept, life: { accessUntil: '2027-01-01T00:00:00Z' } });
    expect(lifeOf(request)).toMatchObject({ accessUntil: '2027-01-01T00:00:00Z', comments: [] });
  });
});

describe('the table', () => {
  it('knows every state, and ends where nothing is left to do', () => {
    expect(Object.keys(moves).sort()).toEqual([...RequestState.options].sort());
    const ends = RequestState.options.filter((state) => Object.keys(moves[state]).length === 0);
    expect(ends.sort()).toEqual(['denied', 'expired', 'revoked', 'withdrawn']);
    expect(openStates.filter((state) => 'attach' in moves[state])).toEqual(openStates);
  });
});

it('everybody has to approve only where somebody is named', () => {
  expect(Stage.safeParse({ rule: 'all', name: 'Owners', approvers: [] }).error?.issues[0]).toMatchObject({
    path: ['approvers'],
    message: 'A stage that everybody must approve needs at least one name.',
  });
  expect(Stage.parse({ rule: 'any', name: 'IT' })).toMatchObject({ approvers: [], approvals: [], dueHours: null });
});

describe('one person', () => {
  it.each([
    [person('a'), person('a'), true],
    [person('a'), person('b'), false],
    [person('a', { accountId: '1' }), person('b', { accountId: '1' }), true],
    [person('a', { accountId: '1' }), person('b', { accountId: '2' }), false],
    [person('a', { email: 'E@x.example' }), person('b', { email: 'e@X.example' }), true],
    [person('a', { email: 'e@x.example' }), person('b', { email: 'f@x.example' }), false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(samePerson(one as never, other as never)).toBe(same);
    expect(samePerson(other as never, one as never)).toBe(same);
  });
});

describe('two accounts', () => {
  const of = (accountId: string | null, email: string | null) => ({ accountId, email });
  it.each([
    [of(null, null), of(null, null), false],
    [of(null, ''), of(null, ''), false],
    [of('a', null), of('a', 'e@x.example'), true],
    [of('a', null), of('b', null), false],
    [of(null, null), of(null, 'e@x.example'), false],
    [of('a', 'e@x.example'), of(null, 'E@x.example'), true],
  ])('%j and %j are one: %s', (one, other, same) => {
    expect([sameAccount(one, other), sameAccount(other, one)]).toEqual([same, same]);
  });
});

it('a moment has come when it is reached, and never when it is none', () => {
  expect(isPast('2026-11-21T09:00:00Z', '2026-11-21T09:00:00Z')).toBe(true);
  expect(isPast('2026-11-21T09:00:01Z', '2026-11-21T09:00:00Z')).toBe(false);
  expect(isPast(null, '2026-11-21T09:00:00Z')).toBe(false);
  expect(isPast('soon', '2026-11-21T09:00:00Z')).toBe(false);
});

describe('deadlines that no calendar can hold', () => {
  const now = '9999-12-31T23:00:00Z';

  it('are none', () => {
    const moved = ask('requests.move', {
      request: { state: 'submitted', life: { stages: [{ dueHours: 8760 }] } },
      do: 'send-to-review',
      by: 'gatehouse',
      now,
    });
    expect(moved).toMatchObject({ ok: true, answer: { state: 'in-review', dueAt: null } });
    const denied = { number: 3, state: 'denied', decided: { kind: 'denied', by: 'ravi', at: now } };
    expect(ask('requests.submit', { wish: {}, known: [denied], coolDownDays: 30, now })).toMatchObject({
      answer: { kind: 'new' },
    });
  });
});
