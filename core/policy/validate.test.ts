import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { nows, policies } from '../../tests/tools/policy-arbitrary.ts';
import { base, rule } from '../../tests/tools/policy-fixture.ts';
import { GroupId } from '../ids.ts';
import { Policy, type Rule } from './rule.ts';
import { policyOf, TemplateChoice } from './templates.ts';
import { validatePolicy } from './validate.ts';

const now = '2026-11-21T08:00:00Z';

vi.setConfig({ testTimeout: 60_000 });

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
      'rules.0.when.targetDomains.0: Write a domain such as partner.example, without @.',
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
    ...['OPS,SEC', '10001', ' ', 'Web shop', 'https://acme.atlassian.net/browse/OPS'].map(
      (key): [string, Partial<Rule>, string] => [
        `a project that is no key: ${key}`,
        { when: { containers: ['OPS', key] } },
        'rules.0.when.containers.1: Write the key of one project or space, such as OPS; names, ids and lists in one text match nothing.',
      ],
    ),
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
      warnings: [
        {
          path: 'breakGlass',
          message: 'Name at least one person whom no rule stops, for the day a rule is wrong.',
        },
      ],
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

  it('reads keys of projects without the blanks around, and policies of before whatever stands there', () => {
    const keys = (...containers: string[]) => Policy.parse({ ...base, rules: [rule('a', { when: { containers } })] });
    expect(keys(' OPS ', '~712020:ab-c', 'HR').rules[0]?.when.containers).toEqual(['OPS', '~712020:ab-c', 'HR']);
    expect(validatePolicy(keys(' ops\n'), now)).toMatchObject({ ok: true });
    const odd = keys('OPS,SEC', '10001', ' ');
    expect(odd.rules[0]?.when.containers).toEqual(['OPS,SEC', '10001', ' ']);
    // What the service read is sent and read again.
    expect(Policy.parse(odd)).toEqual(odd);
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
