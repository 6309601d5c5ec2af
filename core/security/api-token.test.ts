import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiToken, sortedTokens, TokenLimits, tokenReport } from './api-token.ts';

const now = '2026-11-21T09:00:00.000Z';
const daysAgo = (days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const raw = {
  id: 't',
  label: 'Script',
  accountId: 'emma',
  owner: 'active',
  status: 'allowed',
  createdAt: daysAgo(20),
  lastUsedAt: daysAgo(1),
  expiresAt: daysAgo(-30),
  ownerMustUse: { singleSignOn: false, twoStep: false },
  creationBlockedSince: 'allowed',
};
const limits = TokenLimits.parse({});
const report = (given: Record<string, unknown> = {}, chosen = limits) =>
  tokenReport(ApiToken.parse({ ...raw, ...given }), chosen, now);
const codes = (given: Record<string, unknown>, chosen = limits) =>
  report(given, chosen).findings.map(({ reason }) => reason.code);

describe('tokenReport', () => {
  it('draws the lines where the limits say', () => {
    expect(codes({ createdAt: daysAgo(365) })).toEqual([]);
    expect(codes({ createdAt: daysAgo(366) })).toEqual(['old']);
    expect(codes({ lastUsedAt: daysAgo(90) })).toEqual([]);
    expect(codes({ lastUsedAt: daysAgo(91) })).toEqual(['unused']);
    expect(codes({ lastUsedAt: 'never', createdAt: daysAgo(90) })).toEqual([]);
    expect(codes({ lastUsedAt: 'never', createdAt: daysAgo(91) })).toEqual(['never-used']);
    expect(codes({ lastUsedAt: 'never', createdAt: null })).toEqual([]);
    expect(codes({}, { oldAfterDays: 10, unusedAfterDays: 90 })).toEqual(['old']);
  });

  it('counts a token as spent from the moment it expires, and when it is blocked', () => {
    expect(report({ expiresAt: now, owner: 'left' }).state).toBe('spent');
    expect(report({ expiresAt: daysAgo(-1), owner: 'left' }).state).toBe('findings');
    expect(report({ status: 'blocked', owner: 'left', lastUsedAt: null })).toMatchObject({
      state: 'spent',
      notKnown: [],
      action: 'none',
    });
    expect(report({ expiresAt: 'none' }).state).toBe('findings');
  });

  it('is created although blocked from the first moment of the block on', () => {
    expect(codes({ createdAt: daysAgo(20), creationBlockedSince: daysAgo(20) })).toEqual(['created-although-blocked']);
    expect(codes({ createdAt: daysAgo(20), creationBlockedSince: daysAgo(19) })).toEqual([]);
    expect(codes({ createdAt: null, creationBlockedSince: daysAgo(19) })).toEqual([]);
  });

  it('names the facts that are missing', () => {
    const nothing = {
      owner: null,
      status: null,
      createdAt: null,
      lastUsedAt: null,
      expiresAt: null,
      creationBlockedSince: null,
    };
    expect(report({ ...nothing, ownerMustUse: { singleSignOn: null, twoStep: null } })).toMatchObject({
      state: 'unknown',
      action: 'find-out',
      notKnown: ['owner', 'status', 'created', 'last-used', 'expiry', 'single-sign-on', 'two-step', 'creation-blocked'],
    });
  });

  it.each([
    [{ owner: 'left', expiresAt: 'none' }, 'revoke', 'high'],
    [{ owner: 'deactivated' }, 'revoke', 'high'],
    [
      { lastUsedAt: daysAgo(200), createdAt: daysAgo(300), ownerMustUse: { singleSignOn: true, twoStep: false } },
      'revoke',
      'medium',
    ],
    [{ createdAt: daysAgo(400) }, 'replace', 'medium'],
    [{ expiresAt: 'none', ownerMustUse: { singleSignOn: true, twoStep: true } }, 'replace', 'medium'],
    [{ ownerMustUse: { singleSignOn: false, twoStep: true } }, 'ask-owner', 'low'],
    [{ status: null }, 'find-out', 'info'],
    [{}, 'none', 'info'],
  ])('%o asks to %s (%s)', (given, action, severity) => {
    const answer = report(given);
    expect([answer.action, answer.severity]).toEqual([action, severity]);
    expect(answer.todo).not.toBe('');
  });

  it('says how old and how long unused', () => {
    const texts = (given: Record<string, unknown>) => report(given).findings.map(({ reason }) => reason.text);
    expect(texts({ createdAt: daysAgo(400.5), lastUsedAt: daysAgo(100) })).toEqual([
      'It is 400 days old.',
      'It was last used 100 days ago.',
    ]);
    expect(texts({ createdAt: daysAgo(120), lastUsedAt: 'never' })).toEqual(['It was never used in 120 days.']);
  });

  it('is never fine with a fact missing, whatever the token', () => {
    const moment = fc.constantFrom(null, daysAgo(500), daysAgo(100), daysAgo(1));
    const flag = fc.option(fc.boolean(), { nil: null });
    const token = fc.record({
      owner: fc.constantFrom(null, 'active', 'deactivated', 'left'),
      status: fc.constantFrom(null, 'allowed', 'blocked'),
      createdAt: moment,
      lastUsedAt: fc.oneof(moment, fc.constant('never')),
      expiresAt: fc.constantFrom(null, 'none', daysAgo(-5), daysAgo(5)),
      ownerMustUse: fc.record({ singleSignOn: flag, twoStep: flag }),
      creationBlockedSince: fc.oneof(moment, fc.constant('allowed')),
    });
    fc.assert(
      fc.property(token, (given) => {
        const answer = report(given);
        expect(answer.state === 'findings').toBe(answer.findings.length > 0);
        if (answer.state === 'fine') expect(answer.notKnown).toEqual([]);
        expect(answer.action === 'none').toBe(answer.state === 'fine' || answer.state === 'spent');
      }),
    );
  });
});

describe('sortedTokens', () => {
  it('does not depend on the order given, and ends with the id', () => {
    const list = [
      report({ id: 'b' }),
      report({ id: 'a' }),
      report({ id: 'c', lastUsedAt: null }),
      report({ id: 'e', ownerMustUse: { singleSignOn: true, twoStep: false } }),
      report({ id: 'd', ownerMustUse: { singleSignOn: true, twoStep: true } }),
      report({ id: 'z', owner: 'left' }),
    ];
    const order = ['z', 'd', 'e', 'c', 'a', 'b'];
    expect(sortedTokens(list).map(({ tokenId }) => tokenId)).toEqual(order);
    expect(sortedTokens(list.toReversed()).map(({ tokenId }) => tokenId)).toEqual(order);
    expect(list[0]?.tokenId).toBe('b');
  });
});

describe('TokenLimits', () => {
  it('is a year and ninety days unless said otherwise, and whole days', () => {
    expect(limits).toEqual({ oldAfterDays: 365, unusedAfterDays: 90 });
    expect(TokenLimits.safeParse({ oldAfterDays: 0 }).error?.issues[0]?.message).toBe('Write at least one day.');
    expect(TokenLimits.safeParse({ oldAfterDays: 1.5 }).error?.issues[0]?.message).toBe(
      'Write a whole number of days.',
    );
    expect(TokenLimits.parse({ oldAfterDays: 1 }).oldAfterDays).toBe(1);
  });
});
