import { describe, expect, it } from 'vitest';
import { MOST_RULES, RecordedIntent } from './policy.ts';

const line = {
  id: '5a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c01',
  at: '2026-11-21T09:00:00.000Z',
  intent: 'invite',
  product: null,
  cloudId: null,
  siteHost: 'acme.atlassian.net',
  targets: 1,
  outcome: 'warn',
  ruleIds: ['rule'],
  policyVersion: 1,
  layer: 'page',
};
const faultOf = (change: object) => RecordedIntent.safeParse({ ...line, ...change }).error?.issues[0]?.path;

describe('the record of an act', () => {
  it('stands for many, or says that somebody went on: never both, and neither is dropped', () => {
    const proceeded = { justification: null };
    expect([faultOf({ further: 5 }), faultOf({ proceeded })]).toEqual([undefined, undefined]);
    expect(faultOf({ further: 5, proceeded })).toEqual(['further']);
  });

  it('names as many rules as a request does', () => {
    const rules = (count: number) => ({ ruleIds: Array.from({ length: count }, (_, n) => `r${n}`) });
    expect([faultOf(rules(MOST_RULES)), faultOf(rules(MOST_RULES + 1))]).toEqual([undefined, ['ruleIds']]);
  });
});
