import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { intentFacts, nows, policies } from '../../tests/tools/policy-arbitrary.ts';
import { base, rule } from '../../tests/tools/policy-fixture.ts';
import { CloudId, RuleId } from '../ids.ts';
import { compilePolicy } from './compile.ts';
import { decide } from './decide.ts';
import type { IntentFacts } from './facts.ts';
import { mergeLayers } from './layers.ts';
import { replay } from './replay.ts';
import { nextStep, RollOutPlan, Step } from './roll-out.ts';
import { Policy } from './rule.ts';

const now = '2026-11-21T08:00:00Z';

vi.setConfig({ testTimeout: 60_000 });

describe('a compiled policy', () => {
  it('is made once for a policy object', () => {
    const policy = Policy.parse({ ...base, rules: [rule('a')] });
    expect(compilePolicy(policy)).toBe(compilePolicy(policy));
    expect(compilePolicy(structuredClone(policy))).not.toBe(compilePolicy(policy));
  });

  it('asks only the rules of the intent, the site and the app', () => {
    const policy = Policy.parse({
      ...base,
      rules: [
        rule('site', { when: { intents: ['join'], cloudIds: [CloudId.parse('c1')] } }),
        rule('app', { when: { intents: ['join'], products: ['trello'] } }),
        rule('any', { when: {} }),
      ],
    });
    const { shelves } = compilePolicy(policy);
    const join = shelves.get('join');
    expect([join?.all.length, join?.bySite.size, join?.byProduct.size, join?.elsewhere.length]).toEqual([3, 1, 1, 1]);
    expect(shelves.get('invite')?.all.map(({ rule: { id } }) => id)).toEqual(['any']);
  });
});

describe('an answer', () => {
  const invite = (email: string): IntentFacts => ({
    intent: 'invite',
    actor: { accountId: null, identityType: 'managed' },
    targets: [{ email, accountId: null, identityType: 'external', standing: 'new' }],
    product: 'confluence',
    cloudId: CloudId.parse('c1'),
    verifiedDomains: [],
    language: 'de',
  });
  const twice = (policy: Policy) => ['a@x.example', 'b@y.example'].map((email) => decide(invite(email), policy, now));

  it.each([
    ['no rule', 'allow', []],
    ['no rule and a default', 'block', []],
    ['one rule', 'allow', [rule('a')]],
  ])('that is come to in the same way is one object, which nobody can change: %s', (_, defaultOutcome, rules) => {
    const [first, second] = twice(Policy.parse({ ...base, defaultOutcome, rules }));
    expect(first).toBe(second);
    for (const part of [
      first,
      first?.ruleIds,
      first?.reasons,
      first?.reasons[0],
      first?.observedRuleIds,
      first?.prompt,
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('is another one for another version of the policy, and where the rule speaks several languages', () => {
    const rules = [rule('a')];
    expect([1, 2].map((version) => twice(Policy.parse({ ...base, rules, version }))[0]?.policyVersion)).toEqual([1, 2]);
    const [said] = twice(Policy.parse({ ...base, rules: [rule('a', { message: { en: 'No.', de: 'Nein.' } })] }));
    expect(said?.prompt?.message).toBe('Nein.');
  });
});

describe('replay', () => {
  it('is deciding one by one', () => {
    const recorded = fc.array(fc.tuple(intentFacts, nows, fc.option(fc.boolean())), { maxLength: 20 });
    fc.assert(
      fc.property(policies(), policies(), recorded, (draft, current, some) => {
        const acts = some.map(([facts, at, approvedLater], index) => ({ id: String(index), at, facts, approvedLater }));
        const told = replay(draft, current, acts);
        const pairs = acts.map((act) => ({
          ...act,
          from: decide(act.facts, current, act.at).outcome,
          to: decide(act.facts, draft, act.at).outcome,
        }));
        const blocked = pairs.filter(({ from, to }) => to === 'block' && from !== 'block');
        expect(told.total).toBe(acts.length);
        expect(told.changes.map(({ id, from, to }) => [id, from, to])).toEqual(
          pairs.filter(({ from, to }) => from !== to).map(({ id, from, to }) => [id, from, to]),
        );
        expect(told.wouldBlock).toBe(blocked.length);
        expect(told.wouldBlockApproved).toBe(blocked.filter(({ approvedLater }) => approvedLater).length);
        expect(told.wouldRelease).toBe(pairs.filter(({ from, to }) => from === 'block' && to !== 'block').length);
        for (const outcome of ['allow', 'warn', 'justify', 'block'] as const) {
          expect(told.before[outcome]).toBe(pairs.filter(({ from }) => from === outcome).length);
          expect(told.after[outcome]).toBe(pairs.filter(({ to }) => to === outcome).length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('layers', () => {
  it('stop everything when none says anything, and take each setting from the highest that says it', () => {
    expect(mergeLayers({}).policy).toEqual({
      version: 1,
      rules: [],
      defaultOutcome: 'block',
      onUnknown: 'block',
      breakGlass: [],
    });
    const merged = mergeLayers({
      managed: { rules: [], onUnknown: 'warn' },
      service: { rules: [], version: 7, onUnknown: 'block', breakGlass: [] },
      default: { rules: [], version: 2, defaultOutcome: 'allow' },
    });
    expect(merged.policy).toMatchObject({ version: 7, defaultOutcome: 'allow', onUnknown: 'warn' });
    expect(merged.settingLayers).toEqual({
      version: 'service',
      defaultOutcome: 'default',
      onUnknown: 'managed',
      breakGlass: 'service',
    });
  });

  it('can only be made stricter from below, but for rules of the same id and settings not said above', () => {
    const strength = { allow: 0, warn: 1, justify: 2, block: 3 };
    fc.assert(
      fc.property(policies(), policies(), intentFacts, nows, (managed, service, facts, at) => {
        const blocking = service.rules.map((one, index) => ({
          ...one,
          id: RuleId.parse(`service-${index}`),
          mode: 'block' as const,
        }));
        const { policy, ruleLayers } = mergeLayers({ managed, service: { ...service, rules: blocking } });
        expect(strength[decide(facts, policy, at).outcome]).toBeGreaterThanOrEqual(
          strength[decide(facts, managed, at).outcome],
        );
        expect(policy.rules).toHaveLength(managed.rules.length + blocking.length);
        for (const { id } of managed.rules) expect(ruleLayers.get(id)).toBe('managed');
        for (const { id } of blocking) expect(ruleLayers.get(id)).toBe('service');
      }),
      { numRuns: 500 },
    );
  });
});

describe('roll-out', () => {
  it('never goes forward on what is not known, and moves one step at most', () => {
    const count = fc.option(fc.nat(100));
    fc.assert(
      fc.property(fc.constantFrom(...Step.options), fc.nat(30), count, count, (step, days, acts, overridden) => {
        const next = nextStep(step, { days, acts, overridden }, RollOutPlan.parse({}));
        const moved = Step.options.indexOf(next.step) - Step.options.indexOf(step);
        expect(moved).toBe({ stay: 0, done: 0, advance: 1, 'step-back': -1 }[next.move]);
        if (acts === null || overridden === null) expect(moved).toBe(0);
        if (next.overrideRate !== null) expect(next.overrideRate).toBeLessThanOrEqual(1);
      }),
    );
    expect(RollOutPlan.safeParse({ advanceUpTo: 0.5, stepBackAbove: 0.4 }).error?.issues[0]?.path).toEqual([
      'stepBackAbove',
    ]);
  });
});
