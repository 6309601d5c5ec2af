import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { intentFacts, nows, policies } from '../../tests/tools/policy-arbitrary.ts';
import { CloudId, GroupId, RuleId } from '../ids.ts';
import { compilePolicy } from './compile.ts';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { type IntentFacts, verifiedDomainsOf } from './facts.ts';
import { mergeLayers } from './layers.ts';
import { Message, textIn } from './message.ts';
import { replay } from './replay.ts';
import { nextStep, RollOutPlan, Step } from './roll-out.ts';
import { Policy, type Rule } from './rule.ts';
import { policyOf, TemplateChoice } from './templates.ts';
import { clockOf, isWithin, readClock } from './time-window.ts';
import { validatePolicy } from './validate.ts';
import { conditionsInWords } from './words.ts';

const now = '2026-11-21T08:00:00Z';

vi.setConfig({ testTimeout: 60_000 });

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id: RuleId.parse(id),
  name: id,
  owner: 'IT',
  enabled: true,
  mode: 'block',
  when: {},
  mayAskIt: true,
  message: 'Ask IT.',
  ...more,
});
const base = { version: 1, rules: [], defaultOutcome: 'allow', onUnknown: 'block', breakGlass: ['emma'] };
const problems = (policy: unknown) => {
  const checked = validatePolicy(policy, now);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path}: ${message}`);
};
const withRule = (more: object) => problems({ ...base, rules: [{ ...rule('r'), ...more }] });
const warnings = (...rules: Rule[]) => {
  const checked = validatePolicy({ ...base, rules }, now);
  return checked.ok ? checked.warnings.map(({ path, message }) => `${path}: ${message}`) : 'invalid';
};

describe('validatePolicy', () => {
  it.each<[string, object, string]>([
    ['a missing part', { name: undefined }, 'rules.0.name: Add it: text is expected here.'],
    ['a wrong kind', { enabled: 'yes' }, 'rules.0.enabled: Replace it: true or false is expected here.'],
    ['an empty text', { name: '' }, 'rules.0.name: Write something here.'],
    ['a long text', { name: 'x'.repeat(121) }, 'rules.0.name: Keep it to 120 characters.'],
    ['a word', { mode: 'stop' }, 'rules.0.mode: Use one of "observe", "allow", "warn", "justify", "block".'],
    ['an unknown key', { colour: 1 }, 'rules.0.colour: "colour" is not known here. Check its spelling, or remove it.'],
    [
      'an unknown condition',
      { when: { product: [] } },
      'rules.0.when.product: "product" is not known here. Check its spelling, or remove it.',
    ],
    [
      'an empty list',
      { when: { products: [] } },
      'rules.0.when.products: List at least one value, or leave the condition out: it then matches everything.',
    ],
    [
      'a domain with @',
      { when: { targetDomains: ['@a.example'] } },
      'rules.0.when.targetDomains.0: Write a lower-case domain such as partner.example, without @.',
    ],
    [
      'an unknown time zone',
      { when: { time: { timeZone: 'Europe/Atlantis' } } },
      'rules.0.when.time.timeZone: Use a time zone of the IANA list, such as "Europe/Berlin" or "UTC".',
    ],
    [
      'an hour that does not exist',
      { when: { time: { timeZone: 'UTC', from: '24:00' } } },
      'rules.0.when.time.from: Write the time of day with 24 hours, from "00:00" to "23:59".',
    ],
    [
      'a window without length',
      { when: { time: { timeZone: 'UTC', from: '08:00', to: '08:00' } } },
      'rules.0.when.time.to: Let the window end at another time than it starts, or leave both out for the whole day.',
    ],
    ['no limit', { when: { seatsLeft: {} } }, 'rules.0.when.seatsLeft: Give "below", "atLeast" or both.'],
    [
      'an amount as a number',
      { when: { cost: { currency: 'USD', period: 'month', above: 8.6 } } },
      'rules.0.when.cost.above: Replace it: text is expected here.',
    ],
    [
      'no amount',
      { when: { cost: { currency: 'USD', period: 'month' } } },
      'rules.0.when.cost: Give "above", "below" or both.',
    ],
    ['a date', { validFrom: 'tomorrow' }, 'rules.0.validFrom: Write a moment in UTC, such as 2026-11-21T08:00:00Z.'],
    ['a link', { link: 'intranet' }, 'rules.0.link: Write a full address, such as https://intranet.example/atlassian.'],
    [
      'an end before the start',
      { validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-02-01T00:00:00Z' },
      'rules.0.validUntil: Let the rule end after it starts, which is 2026-02-01T00:00:00Z.',
    ],
    [
      'a message of no kind',
      { message: 1 },
      'rules.0.message: Write text, or texts by language with English under "en".',
    ],
    [
      'a message without English',
      { message: { de: 'Nein.' } },
      'rules.0.message: Add the English text under "en": people whose language is not listed read that one.',
    ],
    ['a message without words', { message: { en: '' } }, 'rules.0.message.en: Write something here.'],
  ])('says where and what to do about %s', (_, more, problem) => {
    expect(withRule(more)).toEqual([problem]);
  });

  it('wants ids only once and numbers within bounds', () => {
    expect(problems({ ...base, rules: [rule('a'), rule('b'), rule('a')] })).toEqual([
      'rules.2.id: Give this rule another id: rule 1 has the id "a" already.',
    ]);
    expect(problems({ ...base, version: 0 })).toEqual(['version: Use 0 or more.']);
    expect(problems(null)).toEqual([': Replace it: a group of settings is expected here.']);
    expect(problems({ ...base, rules: 3 })).toEqual(['rules: Replace it: a list is expected here.']);
  });

  it('warns and lets through', () => {
    expect(warnings(rule('a', { when: { intents: ['join'] } }))).toEqual([]);
    expect(validatePolicy({ ...base, breakGlass: [] }, now)).toMatchObject({
      ok: true,
      warnings: [{ path: 'breakGlass' }],
    });
    expect(warnings(rule('wide'), rule('narrow', { mode: 'warn', when: { intents: ['join'] } }))).toEqual([
      'rules.1: Rule "narrow" can never change the outcome: "wide" applies whenever it does and is at least as strong. Remove it, or narrow the other rule.',
    ]);
    const twice = { seatsLeft: { below: 2, atLeast: 2 } };
    expect(warnings(rule('a', { when: twice }))[0]).toContain('no number is below 2 and at least 2');
    const dear = { cost: { currency: 'USD', period: 'month' as const, above: '9', below: '9.00' } };
    expect(warnings(rule('a', { when: dear }))[0]).toContain('no amount is above 9 and below 9.00');
    expect(warnings(rule('a', { when: { seatsLeft: { below: 3, atLeast: 2 } } }))).toEqual([]);
    const groups = [GroupId.parse('it')];
    expect(warnings(rule('a', { when: { actorGroups: groups, actorGroupsExcept: groups } }))[0]).toContain(
      'every group',
    );
    expect(warnings(rule('a', { when: { targetTypes: ['unknown'] } }))[0]).toContain(
      '"targetTypes" asks for "unknown"',
    );
  });

  it('takes every policy that the schema admits, and never throws', () => {
    fc.assert(
      fc.property(policies(), nows, (policy, at) => {
        const checked = validatePolicy(policy, at);
        // The only thing wrong with what is drawn here is a validity that ends before it starts.
        if (!checked.ok) for (const { path } of checked.problems) expect(path).toMatch(/validUntil$/);
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(validatePolicy(value, now).ok).toBe(false)));
  });
});

describe('what ships', () => {
  it.each<unknown>([
    { template: 'it-only-access' },
    { template: 'it-only-access', itGroup: 'it' },
    { template: 'approved-domains-only', domains: ['a.example', 'b.example'] },
    { template: 'no-external-people' },
    { template: 'no-external-people', cloudIds: ['c1'], containers: ['OPS'] },
    { template: 'monitor-first' },
  ])('%o is a valid policy without idle rules', (choice) => {
    const policy = policyOf(TemplateChoice.parse(choice), 4);
    const checked = validatePolicy(policy, now);
    expect(checked).toMatchObject({ ok: true, policy: { version: 4 } });
    // The exception for agents matters as soon as an organization chooses a stricter default.
    const idle = checked.ok
      ? checked.warnings.filter(({ message }) => !message.includes('"Agents create customers"'))
      : [];
    expect(idle.map(({ path }) => path)).toEqual(['breakGlass']);
    for (const { mode, mayAskIt } of policy.rules) expect(mayAskIt).toBe(mode === 'block');
  });
});

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
    const facts: IntentFacts = {
      intent: 'invite',
      actor: { accountId: null, identityType: 'managed' },
      targets: [],
      product: null,
      cloudId: null,
      verifiedDomains: null,
    };
    expect(explain(facts, off, now).rules.map(({ match }) => match)).toEqual(['not-counted', 'not-counted']);
  });

  it('is a domain that is not verified', () => {
    const statuses = ['verified', 'unverified', 'missing_token', 'superseded', 'deleted'] as const;
    const domains = statuses.map((status) => ({ name: `${status}.Example`, status }));
    expect(verifiedDomainsOf({ domains })).toEqual(['verified.example']);
  });
});

describe('messages', () => {
  it('come in the language of the person, else in English', () => {
    const texts = { en: 'No.', de: 'Nein.', 'de-AT': 'Na.' };
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

describe('time windows', () => {
  it('read the clock of the place, also when it is put forward', () => {
    const berlin = clockOf('Europe/Berlin');
    const kathmandu = clockOf('Asia/Kathmandu');
    if (!berlin || !kathmandu) throw new Error('These zones exist.');
    expect(readClock(berlin, Date.parse('2026-03-29T00:59:00Z'))).toEqual({ weekday: 6, minutes: 119 });
    expect(readClock(berlin, Date.parse('2026-03-29T01:00:00Z'))).toEqual({ weekday: 6, minutes: 180 });
    expect(readClock(kathmandu, Date.parse('2026-11-22T18:15:00Z'))).toEqual({ weekday: 0, minutes: 0 });
    expect(readClock(berlin, Number.NaN)).toBeNull();
    expect(clockOf('Europe/Atlantis')).toBeNull();
  });

  it('include their start and not their end', () => {
    const office = { timeZone: 'UTC', weekdays: ['mon' as const], from: '08:00', to: '18:00' };
    const at = (weekday: number, minutes: number) => isWithin(office, { weekday, minutes });
    expect([at(0, 479), at(0, 480), at(0, 1079), at(0, 1080), at(1, 600)]).toEqual([false, true, true, false, false]);
    const night = { timeZone: 'UTC', weekdays: ['sun' as const], from: '22:00', to: '00:00' };
    expect([isWithin(night, { weekday: 6, minutes: 1439 }), isWithin(night, { weekday: 0, minutes: 0 })]).toEqual([
      true,
      false,
    ]);
  });
});
