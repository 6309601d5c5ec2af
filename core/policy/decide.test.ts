import { describe, expect, it } from 'vitest';
import { AccountId, CloudId, RuleId } from '../ids.ts';
import { alwaysBlocked } from './bundle.ts';
import { decide } from './decide.ts';
import type { IntentFacts, IntentTarget } from './facts.ts';
import { Intent } from './intent.ts';
import type { Mode, Policy, Rule } from './rule.ts';
import { itOnlyAccess } from './templates.ts';

const now = '2026-11-21T08:00:00.000Z';
const emma = AccountId.parse('712020:emma');
const newcomer: IntentTarget = {
  email: 'nina@outside.example',
  accountId: null,
  identityType: 'external',
  standing: 'new',
};
const colleague: IntentTarget = {
  email: null,
  accountId: AccountId.parse('712020:liam'),
  identityType: 'managed',
  standing: 'has-seat',
};
const stranger: IntentTarget = {
  email: null,
  accountId: AccountId.parse('712020:who'),
  identityType: 'unknown',
  standing: 'unknown',
};

const invite = (...targets: IntentTarget[]): IntentFacts => ({
  intent: 'invite',
  actor: { accountId: emma, identityType: 'managed' },
  targets,
  product: 'jira-software',
  cloudId: CloudId.parse('c1'),
  verifiedDomains: ['acme.example'],
});

const rule = (mode: Mode, when: Rule['when'] = {}, more: Partial<Rule> = {}): Rule => ({
  id: RuleId.parse(`${mode}-rule`),
  name: `${mode} rule`,
  owner: 'IT',
  enabled: true,
  mode,
  when,
  mayAskIt: true,
  message: 'Ask IT.',
  ...more,
});
const policy = (rules: Rule[], more: Partial<Policy> = {}): Policy => ({
  version: 3,
  rules,
  defaultOutcome: 'allow',
  onUnknown: 'block',
  breakGlass: [],
  ...more,
});

describe('decide', () => {
  it('lets the strongest mode win, whatever the order', () => {
    for (const rules of [
      [rule('warn'), rule('block'), rule('justify')],
      [rule('block'), rule('justify'), rule('warn')],
    ]) {
      const decision = decide(invite(newcomer), policy(rules), now);
      expect(decision.outcome).toBe('block');
      expect(decision.ruleIds).toEqual(['block-rule', 'justify-rule', 'warn-rule']);
      expect(decision.prompt).toEqual({ ruleName: 'block rule', owner: 'IT', message: 'Ask IT.', link: null });
    }
  });

  it('only records rules in observe mode', () => {
    const decision = decide(invite(newcomer), policy([rule('observe')]), now);
    expect(decision).toMatchObject({ outcome: 'allow', ruleIds: [], observedRuleIds: ['observe-rule'], prompt: null });
  });

  it('leaves sharing with people who already have access alone', () => {
    expect(decide(invite(colleague), policy([rule('block')]), now).outcome).toBe('allow');
    expect(decide(invite(colleague, newcomer), policy([rule('block')]), now).outcome).toBe('block');
  });

  it('falls to the default of the organization when no rule matches', () => {
    const other = rule('block', { intents: ['join'] });
    expect(decide(invite(newcomer), policy([other]), now).outcome).toBe('allow');
    expect(decide(invite(newcomer), policy([other], { defaultOutcome: 'justify' }), now)).toMatchObject({
      outcome: 'justify',
      mayAskIt: true,
    });
  });

  it('gives the outcome the organization chose when a fact is missing', () => {
    const external = rule('block', { targetTypes: ['external'] });
    expect(decide(invite(stranger), policy([external]), now)).toMatchObject({
      outcome: 'block',
      reasons: [{ code: 'fact-missing' }],
    });
    expect(decide(invite(stranger), policy([external], { onUnknown: 'warn' }), now).outcome).toBe('warn');
    expect(decide(invite(), policy([external]), now).reasons[0]?.code).toBe('fact-missing');
  });

  it('does not let a missing fact weaken a rule that certainly matches', () => {
    const rules = [rule('block', { intents: ['invite'] }), rule('warn', { targetTypes: ['external'] })];
    expect(decide(invite(stranger), policy(rules, { onUnknown: 'warn' }), now).outcome).toBe('block');
  });

  it('does not stop people named for emergencies', () => {
    const decision = decide(invite(newcomer), policy([rule('block')], { breakGlass: [emma] }), now);
    expect(decision).toMatchObject({ outcome: 'allow', reasons: [{ code: 'break-glass' }] });
  });

  it('joins conditions by and, values by or, and reads except as none of', () => {
    const rules = [
      rule('block', { products: ['jira-software', 'confluence'], targetDomainsExcept: ['partner.example'] }),
    ];
    expect(decide(invite(newcomer), policy(rules), now).outcome).toBe('block');
    expect(decide(invite({ ...newcomer, email: 'a@partner.example' }), policy(rules), now).outcome).toBe('allow');
    expect(decide({ ...invite(newcomer), product: 'trello' }, policy(rules), now).outcome).toBe('allow');
  });

  it('counts a rule only while it is enabled and valid', () => {
    const outcome = (more: Partial<Rule>) => decide(invite(newcomer), policy([rule('block', {}, more)]), now).outcome;
    expect(outcome({ validUntil: now })).toBe('allow');
    expect(outcome({ validFrom: now })).toBe('block');
    expect(outcome({ validFrom: '2026-11-21T09:30:00+02:00' })).toBe('block');
    expect(outcome({ validFrom: '2026-11-22T00:00:00.000Z' })).toBe('allow');
    expect(outcome({ enabled: false })).toBe('allow');
  });
});

describe('IT-only access', () => {
  const bundle = {
    organization: { orgId: 'o' as never, name: 'Acme', domains: [], sites: [] },
    actor: { accountId: emma, identityType: 'managed' as const },
    policy: itOnlyAccess(1),
  };

  it('closes on the network what it blocks for everybody, and nothing else', () => {
    expect(new Set(alwaysBlocked(bundle, now))).toEqual(
      new Set([
        'request-access',
        'join',
        'start-app',
        'change-plan',
        'invite',
        'share-with-new-person',
        'add-to-project',
        'create-invite-link',
        'add-to-group',
        'grant-role',
        'migrate-customer',
        'make-public',
      ]),
    );
  });

  it('opens the network for people named for emergencies', () => {
    expect(alwaysBlocked({ ...bundle, policy: { ...bundle.policy, breakGlass: [emma] } }, now)).toEqual([]);
  });

  it('leaves to the page what hangs on a fact of the single action', () => {
    const only = {
      ...itOnlyAccess(1),
      rules: [rule('block', { products: ['confluence'] }), rule('block', { targetTypes: ['external'] })],
    };
    expect(alwaysBlocked({ ...bundle, policy: only }, now)).toEqual([]);
  });

  it('answers every intent', () => {
    for (const intent of Intent.options)
      expect(decide({ ...invite(newcomer), intent }, itOnlyAccess(1), now).reasons.length).toBeGreaterThan(0);
  });
});
