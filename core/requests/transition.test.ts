import { describe, expect, it } from 'vitest';
import { exampleRequest, exampleTarget, examplePerson as person } from '../../tests/tools/request-fixture.ts';
import { AuditEvent } from '../audit/event.ts';
import { AccountId, RuleId } from '../ids.ts';
import { allowedTo } from './allowed.ts';
import { eventOf } from './event-of.ts';
import { AccessRequest, type Person, RequestState } from './request.ts';
import { type Actor, type Command, isOwn, moves, transition } from './transition.ts';

const now = '2026-11-21T09:00:00.000Z';
const emma = person('emma');
const reviewer = (who: Person): Extract<Actor, { kind: 'person' }> => ({
  kind: 'person',
  person: who,
  roles: ['reviewer', 'member'],
});
const system: Actor = { kind: 'system', name: 'grants' };

const request = (state: RequestState, more: Partial<AccessRequest> = {}): AccessRequest =>
  exampleRequest({
    state,
    requester: emma,
    targets: [exampleTarget({ email: 'nina@outside.example' })],
    createdAt: now,
    updatedAt: now,
    ...more,
  });

const commands: Command[] = [
  { kind: 'approve', reason: null },
  { kind: 'deny', reason: 'no' },
  { kind: 'withdraw' },
  { kind: 'expire' },
  { kind: 'start-grant' },
  { kind: 'finish-grant' },
  { kind: 'postpone-grant', failure: 'busy', nextAttemptAt: now },
  { kind: 'fail-grant', failure: 'full' },
  { kind: 'retry-grant' },
  { kind: 'finish-by-hand', note: 'Started the trial.' },
  { kind: 'send-to-review' },
  { kind: 'auto-approve', ruleId: RuleId.parse('small'), reason: 'A free seat' },
  { kind: 'reassign', from: null, to: person('zoe'), reason: 'Knows the project' },
  { kind: 'escalate', to: [], dueAt: null },
  { kind: 'comment', text: 'Which project?' },
  { kind: 'attach', reason: 'Me too' },
  { kind: 'await-sync' },
  { kind: 'see-seat' },
  { kind: 'start-expiry' },
  { kind: 'finish-revocation' },
  { kind: 'fail-revocation', failure: 'busy' },
  { kind: 'hand-over', to: person('liam'), reason: 'Me too' },
  { kind: 'leave' },
];
const rightActor = (command: Command): Actor =>
  command.kind === 'withdraw' || command.kind === 'hand-over'
    ? reviewer(emma)
    : ['approve', 'deny', 'retry-grant', 'finish-by-hand', 'reassign', 'comment', 'attach', 'leave'].includes(
          command.kind,
        )
      ? reviewer(person('ravi'))
      : system;

describe('transition', () => {
  it('never leaves the table, for every state and command', () => {
    for (const state of RequestState.options)
      for (const command of commands) {
        const result = transition(request(state), command, rightActor(command), now);
        const next = moves[state][command.kind];
        if (!next) expect(result).toMatchObject({ ok: false, refusal: 'wrong-state', code: 'wrong-state' });
        // What needs more than a state (a deadline, stages, a synced group) is refused here by a code of its own.
        else if (result.ok) expect(next).toContain(result.request.state);
        else expect(result.code).not.toBe('wrong-state');
      }
  });

  it('has an audit event for every move, about the request and by whoever made it', () => {
    for (const command of commands) {
      const actor = rightActor(command);
      const event = eventOf(
        request('granting', { grant: { attempts: 1, failure: null, nextAttemptAt: null } }),
        command,
        actor,
        now,
      );
      expect(AuditEvent.parse(event)).toEqual(event);
      expect(event).toMatchObject({ requestId: 'request-1', number: 1, at: now, actor: { kind: actor.kind } });
    }
    expect(new Set(commands.map((command) => eventOf(request('approved'), command, system, now).type)).size).toBe(
      commands.length,
    );
  });

  it('is what people are offered: what may be done now, or why they never may', () => {
    const nothing = { decide: false, chooseSite: false, retryGrant: false, finishByHand: false, whyNot: null };
    const ravi = reviewer(person('ravi'));
    expect(allowedTo(ravi, request('in-review'), now)).toEqual({ ...nothing, decide: true });
    const nowhere = { ...request('in-review'), cloudId: null, siteHost: null };
    expect(allowedTo(ravi, nowhere, now)).toEqual({ ...nothing, decide: true, chooseSite: true });
    expect(allowedTo(ravi, request('grant-failed'), now)).toEqual({ ...nothing, retryGrant: true, finishByHand: true });
    expect(allowedTo(ravi, request('granted'), now)).toEqual(nothing);
    expect(allowedTo(reviewer(emma), request('grant-failed'), now)).toEqual({
      ...nothing,
      whyNot: expect.stringContaining('Ask another reviewer'),
    });
  });

  it('walks from review to granted', () => {
    let current = request('in-review');
    for (const command of [commands[0], commands[4], commands[6], commands[4], commands[5]] as Command[]) {
      const result = transition(current, command, rightActor(command), now);
      if (!result.ok) throw new Error(result.message);
      current = result.request;
    }
    expect(current.state).toBe('granted');
    expect(current.grant).toEqual({ attempts: 2, failure: null, nextAttemptAt: null });
    expect(current.decision).toMatchObject({ kind: 'approved', by: { name: 'ravi' }, at: now });
  });

  it('keeps who did by hand what could not be granted, and what they said', () => {
    const failed = request('grant-failed', { grant: { attempts: 1, failure: 'A task for IT', nextAttemptAt: null } });
    const result = transition(failed, { kind: 'finish-by-hand', note: 'Done.' }, reviewer(person('ravi')), now);
    expect(result).toMatchObject({
      ok: true,
      request: {
        state: 'granted',
        grant: { attempts: 1, failure: null },
        byHand: { by: { name: 'ravi' }, at: now, note: 'Done.' },
      },
    });
  });

  it('reads requests that were kept before anybody could do them by hand', () => {
    const { byHand: _, ...kept } = request('granted');
    expect(AccessRequest.parse(kept).byHand).toBeNull();
  });

  it('asks for a reason to deny', () => {
    expect(
      transition(request('in-review'), { kind: 'deny', reason: '  ' }, reviewer(person('ravi')), now),
    ).toMatchObject({ refusal: 'reason-required' });
  });

  describe('nobody decides their own request', () => {
    const refused = (who: Person, what = request('in-review')) =>
      expect(
        transition(what, { kind: 'approve', reason: null }, { kind: 'person', person: who, roles: ['admin'] }, now),
      ).toMatchObject({ refusal: 'own-request' });

    it('by sign-in', () => refused(emma));
    it('by account', () => refused({ ...person('other'), accountId: emma.accountId }));
    it('by e-mail, whatever its case', () => refused({ ...person('other'), email: 'EMMA@acme.example' }));
    it('when it would give them access', () =>
      refused({ ...person('nina'), email: 'Nina@outside.example' }, request('in-review')));
    it('nor retries a grant of their own', () =>
      expect(transition(request('grant-failed'), { kind: 'retry-grant' }, reviewer(emma), now)).toMatchObject({
        refusal: 'own-request',
      }));
    it('nor says that their own is done', () =>
      expect(
        transition(request('grant-failed'), { kind: 'finish-by-hand', note: null }, reviewer(emma), now),
      ).toMatchObject({ refusal: 'own-request' }));
    it('and whoever cannot be compared decides nothing: an unknown account id or e-mail matches nobody', () => {
      const anonymous: Person = { subject: 's', accountId: null, name: 'x', email: '' };
      const what = request('in-review', { requester: { ...emma, accountId: null, email: '' } });
      expect(
        transition(
          what,
          { kind: 'approve', reason: null },
          { kind: 'person', person: anonymous, roles: ['reviewer'] },
          now,
        ),
      ).toMatchObject({ refusal: 'not-allowed', code: 'decider-unknown' });
      expect(isOwn(what, anonymous)).toBe(false);
    });

    const byAccount = (accountId: string | null, more: object = {}) =>
      request('in-review', {
        targets: [
          {
            email: null,
            accountId: accountId === null ? null : AccountId.parse(accountId),
            name: null,
            standing: 'unknown',
            identityType: 'unknown',
            ...more,
          },
        ],
      });
    const hidden = { ...person('ravi'), accountId: null };
    const approves = (what: AccessRequest, actor: Actor) => {
      const moved = transition(what, { kind: 'approve', reason: null }, actor, now);
      return moved.ok ? 'approved' : moved.code;
    };

    it('nor one for an account that may be theirs: an address says nothing about an account', () => {
      const what = byAccount('712020:abc');
      const mine = [AccountId.parse('712020:abc')];
      expect(approves(what, reviewer(hidden))).toBe('decider-unknown');
      expect(approves(what, { ...reviewer(hidden), directory: { mine, others: [] } })).toBe('own-request');
      expect(approves(what, { ...reviewer(hidden), directory: { mine: [], others: mine } })).toBe('approved');
      expect(approves(what, reviewer({ ...hidden, accountId: AccountId.parse('712020:def') }))).toBe('approved');
    });

    it('nor one for an address when only an account is known of them', () =>
      expect(approves(request('in-review'), reviewer({ ...person('ravi'), email: '' }))).toBe('decider-unknown'));

    it('nor one for their account in another spelling', () =>
      expect(
        approves(
          byAccount('ABCDEFGHIJ0123456789x'),
          reviewer({ ...hidden, accountId: AccountId.parse('abcdefghij0123456789X') }),
        ),
      ).toBe('own-request'));

    it.each([
      'ravi.shah@acme.example',
      '‹RAVI.Shah@acme.example>',
      'Ravi Shah ‹ravi.shah@ACME.example>',
      'ravi\u200b.shah@acme.example',
      'Shah, Ravi',
      'RAVI\u00a0SHAH (IT)',
    ])('nor one for a text that has their address or their name in it: %j', (text) => {
      const shah = { ...person('ravi'), name: 'Ravi Shah', email: 'ravi.shah@acme.example' };
      expect(approves(byAccount(null, { text }), reviewer(shah))).toBe('own-request');
    });

    it.each([
      'Ravinder Shah',
      'Shah',
      'dravi.shah@acme.example',
      'Everybody of the launch',
    ])('but one for a text that names somebody else: %j', (text) => {
      const shah = { ...person('ravi'), name: 'Ravi Shah', email: 'ravi.shah@acme.example' };
      expect(approves(byAccount(null, { text }), reviewer(shah))).toBe('approved');
    });
  });

  it('lets only reviewers and admins decide, only the requester withdraw, and only Gatehouse grant', () => {
    const member: Actor = { kind: 'person', person: person('liam'), roles: ['member', 'auditor'] };
    expect(transition(request('in-review'), { kind: 'approve', reason: null }, member, now)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(transition(request('in-review'), { kind: 'approve', reason: null }, system, now)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(transition(request('grant-failed'), { kind: 'finish-by-hand', note: null }, member, now)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(transition(request('in-review'), { kind: 'withdraw' }, reviewer(person('ravi')), now)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(transition(request('approved'), { kind: 'start-grant' }, reviewer(person('ravi')), now)).toMatchObject({
      refusal: 'not-allowed',
    });
  });
});
