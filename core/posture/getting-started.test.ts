import { describe, expect, it } from 'vitest';
import { gettingStarted, type StartFacts } from './getting-started.ts';

const done: StartFacts = {
  connected: true,
  domains: [
    { name: 'old.example', status: 'deleted' },
    { name: 'acme.example', status: 'verified' },
    { name: 'b.example', status: 'verified' },
  ],
  claimed: 3,
  unclaimed: 0,
  subscription: 'active',
  featuresOn: ['single-sign-on', 'casb'],
};
const step = (index: number, facts: Partial<StartFacts>) => {
  const one = gettingStarted({ ...done, ...facts }).steps[index];
  return [one?.state, one?.reasons[0]?.code];
};

describe('gettingStarted', () => {
  it('has five steps in order, each with what it unlocks', () => {
    const { steps, next } = gettingStarted(done);
    expect(steps.map((one) => one.step)).toEqual([
      'connect',
      'verify-domain',
      'claim-accounts',
      'trial',
      'first-feature',
    ]);
    for (const { unlocks, reasons } of steps) {
      expect(unlocks).not.toBe('');
      expect(reasons[0]?.text).not.toBe('');
    }
    expect(next).toBeNull();
    expect(steps[1]?.reasons[0]?.text).toBe('Verified: acme.example, b.example.');
    expect(steps[4]?.reasons[0]?.text).toBe('On: single-sign-on, casb.');
  });

  it('goes on with the first step that is not done, be it unknown', () => {
    expect(gettingStarted({ ...done, claimed: null }).next).toBe('claim-accounts');
    expect(gettingStarted({ ...done, connected: null, claimed: 0 }).next).toBe('connect');
  });

  it.each([
    [0, { connected: false }, 'not', 'not-connected'],
    [0, { connected: null }, 'unknown', 'connection-unknown'],
    [0, {}, 'done', 'connected'],
    [1, { domains: [] }, 'not', 'no-verified-domain'],
    [1, { domains: [{ name: 'a.example', status: 'missing_token' }] }, 'not', 'no-verified-domain'],
    [1, { domains: null }, 'unknown', 'domains-unknown'],
    [2, { claimed: 0, unclaimed: null }, 'not', 'none-claimed'],
    [2, { claimed: null, unclaimed: 4 }, 'unknown', 'claims-unknown'],
    [2, { claimed: 1, unclaimed: 4 }, 'done', 'some-claimed'],
    [2, { claimed: 1, unclaimed: null }, 'done', 'some-claimed'],
    [2, { claimed: 1 }, 'done', 'all-claimed'],
    [3, { subscription: 'unknown' }, 'unknown', 'subscription-unknown'],
    [3, { subscription: 'trial' }, 'done', 'in-trial'],
    [3, { subscription: 'active' }, 'done', 'subscribed'],
    [3, { subscription: 'ended' }, 'not', 'subscription-ended'],
    [3, { subscription: 'none' }, 'not', 'no-subscription'],
    [4, { featuresOn: null }, 'unknown', 'features-unknown'],
    [4, { featuresOn: [] }, 'not', 'no-feature'],
    [4, { subscription: 'none' }, 'not', 'feature-without-subscription'],
    [4, { subscription: 'ended' }, 'not', 'feature-without-subscription'],
    [4, { subscription: 'unknown' }, 'unknown', 'feature-not-proven'],
    [4, { subscription: 'trial' }, 'done', 'feature-on'],
  ] satisfies [number, Partial<StartFacts>, string, string][])('step %i with %o is %s', (index, facts, state, code) => {
    expect(step(index, facts)).toEqual([state, code]);
  });

  it('counts claimed and unclaimed accounts in words', () => {
    const text = (facts: Partial<StartFacts>) => gettingStarted({ ...done, ...facts }).steps[2]?.reasons[0]?.text;
    expect(text({ unclaimed: 4 })).toContain('3 accounts are claimed, 4 are not');
    expect(text({ unclaimed: null })).toContain('how many are not is not known');
  });
});
