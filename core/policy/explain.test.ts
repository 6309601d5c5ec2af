import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { intentFacts, nows, policies } from '../../tests/tools/policy-arbitrary.ts';
import { base, inviting, rule } from '../../tests/tools/policy-fixture.ts';
import { CloudId, GroupId } from '../ids.ts';
import { verifiedDomainsOf } from '../organization/index.ts';
import { explain } from './explain.ts';
import { Message, textIn } from './message.ts';
import { Policy } from './rule.ts';
import { conditionsInWords } from './words.ts';

const now = '2026-11-21T08:00:00Z';

vi.setConfig({ testTimeout: 60_000 });

describe('explain', () => {
  it('agrees with the decision about every rule that applied', () => {
    fc.assert(
      fc.property(policies(), intentFacts, nows, (policy, facts, at) => {
        const { decision, rules, sentences } = explain(facts, policy, at);
        const matched = rules.filter(({ match }) => match === 'match').map(({ ruleId }) => ruleId);
        expect(rules.map(({ ruleId }) => ruleId)).toEqual(policy.rules.map(({ id }) => id));
        expect(sentences.length).toBeGreaterThan(1);
        for (const id of decision.observedRuleIds) expect(matched).toContain(id);
        if (decision.reasons[0]?.code === 'rule')
          expect(new Set(decision.ruleIds)).toEqual(
            new Set(matched.filter((id) => !decision.observedRuleIds.includes(id))),
          );
        for (const { match, conditions } of rules)
          if (match === 'match') expect(conditions.every((one) => one.match === 'match')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has words for every condition', () => {
    const group = GroupId.parse('it');
    expect(
      conditionsInWords({
        intents: ['invite', 'join'],
        products: ['confluence'],
        cloudIds: [CloudId.parse('c1')],
        containers: ['OPS'],
        actorTypes: ['managed'],
        actorRoles: ['org-admin', 'agent'],
        actorGroups: [group],
        actorGroupsExcept: [group],
        targetTypes: ['external', 'portal-only', 'app'],
        targetDomains: ['a.example'],
        targetDomainsExcept: ['b.example'],
        targetOnVerifiedDomain: false,
        targetGroups: [group],
        targetStandings: ['new', 'without-seat', 'has-seat'],
        seatsLeft: { below: 3, atLeast: 1 },
        cost: { currency: 'USD', period: 'month', above: '1', below: '2' },
        time: { timeZone: 'UTC', weekdays: ['sat', 'sun'], from: '08:00' },
      }),
    ).toEqual([
      'somebody is about to invite somebody or join a site by yourself',
      'the app is Confluence',
      'the site is c1',
      'the project or space is OPS',
      'the person doing it is managed',
      'the person doing it is an organization admin or an agent',
      'the person doing it is in it',
      'the person doing it is not in it',
      'somebody named is external, portal-only or app',
      'somebody named has an address at a.example',
      'somebody named has an address not at b.example',
      'somebody named has an address outside the verified domains',
      'somebody named is in it',
      'somebody named is new, has no seat or has a seat',
      'fewer than 3 seats would be left and at least 1 seats would be left',
      'it costs more than 1 and less than 2 USD a month',
      'it is sat or sun from 08:00 to 24:00 in UTC',
    ]);
    expect(conditionsInWords({})).toEqual([]);
  });
});

describe('what an explanation and the facts leave out', () => {
  it('is a rule that does not count at the moment', () => {
    const off = Policy.parse({ ...base, rules: [rule('off', { enabled: false }), rule('over', { validUntil: now })] });
    expect(explain(inviting, off, now).rules.map(({ match }) => match)).toEqual(['not-counted', 'not-counted']);
  });

  it('is a domain that is not verified', () => {
    const statuses = ['verified', 'unverified', 'missing_token', 'superseded', 'deleted'] as const;
    const domains = statuses.map((status) => ({ name: `${status}.Example`, status }));
    expect(verifiedDomainsOf({ domains })).toEqual(['verified.example']);
  });
});

describe('messages', () => {
  it('come in the language of the person, else in English', () => {
    const texts = { de: 'Nein.', 'de-AT': 'Na.', en: 'No.' };
    expect(Message.safeParse(texts).success).toBe(true);
    expect(['de-AT', 'de-CH', 'de', 'fr', 'toString', ''].map((language) => textIn(texts, language))).toEqual([
      'Na.',
      'Nein.',
      'Nein.',
      'No.',
      'No.',
      'No.',
    ]);
    expect([textIn(texts, null), textIn('Plain.', 'de')]).toEqual(['No.', 'Plain.']);
  });
});
