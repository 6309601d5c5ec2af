import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { intentFacts, nows, policies } from '../../tests/tools/policy-arbitrary.ts';
import { referenceDecide } from '../../tests/tools/policy-reference.ts';
import { RuleId } from '../ids.ts';
import { compilePolicy } from './compile.ts';
import { decide } from './decide.ts';
import { Decision } from './decision.ts';
import type { IntentFacts } from './facts.ts';
import { Policy, type Rule } from './rule.ts';

const runs = { numRuns: 1000 };

vi.setConfig({ testTimeout: 60_000 });
const strength = { allow: 0, warn: 1, justify: 2, block: 3 };

const essence = ({ outcome, ruleIds, observedRuleIds, reasons }: Decision) => ({
  outcome,
  ruleIds,
  observedRuleIds,
  reasons: reasons.map(({ code }) => code),
});

describe('every policy and every intent', () => {
  it('is decided exactly as the plain meaning of the rules says', () => {
    fc.assert(
      fc.property(policies(), intentFacts, nows, (policy, facts, now) => {
        expect(essence(decide(facts, policy, now))).toEqual(referenceDecide(facts, policy, now));
      }),
      runs,
    );
  });

  it('gets a well-formed answer, the same every time, compiled or not', () => {
    fc.assert(
      fc.property(policies(), intentFacts, nows, (policy, facts, now) => {
        const first = decide(facts, policy, now);
        expect(Decision.safeParse(first).success).toBe(true);
        expect(first.prompt === null).toBe(first.outcome === 'allow');
        expect(decide(facts, structuredClone(policy), now)).toEqual(first);
        expect(decide(facts, compilePolicy(policy), now)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  it('is drawn from policies that the schema admits', () => {
    fc.assert(
      fc.property(policies(), (policy) => {
        expect(Policy.safeParse(policy).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('allows no more after somebody was added to the people it aims at', () => {
    fc.assert(
      fc.property(policies(), intentFacts, intentFacts, nows, (drawn, facts, { targets: more }, now) => {
        fc.pre(facts.targets.length > 0);
        // A rule that certainly applies to somebody is no longer in doubt: what doubt alone would stop may be less then.
        const policy: Policy = { ...drawn, onUnknown: 'warn' };
        const before = decide(facts, policy, now);
        const after = decide({ ...facts, targets: [...facts.targets, ...more] }, policy, now);
        expect(strength[after.outcome]).toBeGreaterThanOrEqual(strength[before.outcome]);
      }),
      runs,
    );
  });

  it('allows no more after a block rule was added', () => {
    fc.assert(
      fc.property(policies(), policies(), intentFacts, nows, (policy, other, facts, now) => {
        const added = other.rules.map(
          (rule, index): Rule => ({
            ...rule,
            id: RuleId.parse(`added-${index}`),
            mode: 'block',
          }),
        );
        const before = decide(facts, policy, now).outcome;
        const after = decide(facts, { ...policy, rules: [...policy.rules, ...added] }, now).outcome;
        expect(strength[after]).toBeGreaterThanOrEqual(strength[before]);
      }),
      runs,
    );
  });

  it('gives onUnknown or stronger, or what it gave, once facts are missing', () => {
    fc.assert(
      fc.property(policies(), intentFacts, forgetting, nows, (policy, facts, forget, now) => {
        const before = strength[decide(facts, policy, now).outcome];
        const after = strength[decide(forget(facts), policy, now).outcome];
        expect(after).toBeGreaterThanOrEqual(Math.min(before, strength[policy.onUnknown]));
      }),
      runs,
    );
  });
});

/** Ways of knowing less. */
const ways: readonly ((facts: IntentFacts) => IntentFacts)[] = [
  (facts) => ({ ...facts, product: null }),
  (facts) => ({ ...facts, cloudId: null }),
  (facts) => ({ ...facts, container: null }),
  (facts) => ({ ...facts, verifiedDomains: null }),
  (facts) => ({ ...facts, effect: null }),
  (facts) => ({ ...facts, targets: [] }),
  (facts) => ({ ...facts, actor: { ...facts.actor, accountId: null } }),
  (facts) => ({ ...facts, actor: { ...facts.actor, identityType: 'unknown' } }),
  (facts) => ({ ...facts, actor: { ...facts.actor, roles: null } }),
  (facts) => ({ ...facts, actor: { ...facts.actor, groups: null } }),
  (facts) => ({ ...facts, targets: facts.targets.map((target) => ({ ...target, email: null })) }),
  (facts) => ({ ...facts, targets: facts.targets.map((target) => ({ ...target, identityType: 'unknown' as const })) }),
  (facts) => ({ ...facts, targets: facts.targets.map((target) => ({ ...target, standing: 'unknown' as const })) }),
  (facts) => ({ ...facts, targets: facts.targets.map((target) => ({ ...target, groups: null })) }),
];

const forgetting = fc
  .subarray([...ways], { minLength: 1 })
  .map((chosen) => (facts: IntentFacts) => chosen.reduce((known, forget) => forget(known), facts));
