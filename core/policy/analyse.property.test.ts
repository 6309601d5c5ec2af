import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions, intentFacts, nows, policies } from '../../tests/tools/policy-arbitrary.ts';
import { analyse } from './analyse.ts';
import type { Conditions } from './conditions.ts';
import { decide } from './decide.ts';
import type { IntentFacts } from './facts.ts';
import { matchRule } from './match.ts';
import type { Policy } from './rule.ts';

/** Rules of one or two conditions, so that many stand behind one another. */
const narrow: fc.Arbitrary<Conditions> = fc
  .tuple(conditions, fc.nat(), fc.integer({ min: 0, max: 3 }))
  .map(([when, start, count]) => {
    const parts = Object.entries(when);
    const from = parts.length === 0 ? 0 : start % parts.length;
    return Object.fromEntries(parts.slice(from, from + count)) as Conditions;
  });

const acts: readonly [IntentFacts, string][] = fc.sample(fc.tuple(intentFacts, nows), { numRuns: 1500, seed: 1 });

const seen = new Map<string, number>();

describe('what the analysis claims', () => {
  it('is true of every act', () => {
    fc.assert(
      fc.property(policies(narrow, 6), nows, fc.nat(acts.length - 300), (policy, now, start) => {
        for (const finding of analyse(policy, now)) {
          seen.set(finding.kind, (seen.get(finding.kind) ?? 0) + 1);
          const rule = policy.rules.find(({ id }) => id === finding.ruleId);
          if (!rule) throw new Error('A finding names a rule of the policy.');
          const without: Policy = { ...policy, rules: policy.rules.filter((one) => one !== rule) };
          if (finding.kind === 'overruled') {
            const { facts, at } = finding.example;
            const other = policy.rules.find(({ id }) => id === finding.by);
            expect(other && matchRule(other, facts, at)).toBe('match');
            expect(matchRule(rule, facts, at)).toBe('match');
            expect(decide(facts, policy, at).outcome).not.toBe('allow');
          }
          for (const [facts, at] of acts.slice(start, start + 300)) {
            if (finding.kind === 'never-matches') expect(matchRule(rule, facts, at)).not.toBe('match');
            if (finding.kind === 'expired' && Date.parse(at) >= Date.parse(now))
              expect(matchRule(rule, facts, at)).toBe('no-match');
            if (finding.kind === 'shadowed' || finding.kind === 'no-effect')
              expect(decide(facts, without, at).outcome).toBe(decide(facts, policy, at).outcome);
          }
        }
      }),
      // It counts what it saw, so it must see it all, also where properties are cut short.
      { numRuns: 1500, interruptAfterTimeLimit: 120_000 },
    );
    for (const kind of ['shadowed', 'overruled', 'never-matches', 'no-effect', 'expired'])
      expect(seen.get(kind), kind).toBeGreaterThan(5);
  });
});
