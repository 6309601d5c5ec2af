import { describe, expect, it } from 'vitest';
import { rule } from '../../tests/tools/policy-fixture.ts';
import { contradiction, covers } from './cover.ts';
import { Rule } from './rule.ts';
import { likelyBoth } from './witness.ts';

const ruleWith = (when: object, more: object = {}): Rule => Rule.parse({ ...rule('r'), when, ...more });
const month = { currency: 'USD', period: 'month' };
const night = { timeZone: 'UTC', from: '20:00', to: '06:00' };

describe('a rule covers another', () => {
  it.each<[string, object, object]>([
    ['everything covers anything', {}, { intents: ['invite'] }],
    ['itself', { intents: ['invite'] }, { intents: ['invite'] }],
    ['more values cover fewer', { products: ['confluence', 'trello'] }, { products: ['trello'] }],
    ['fewer exceptions cover more', { actorGroupsExcept: ['a'] }, { actorGroupsExcept: ['a', 'b'] }],
    ['an exception that is not asked for', { targetDomainsExcept: ['a.example'] }, { targetDomains: ['b.example'] }],
    [
      'an exception that is one there too',
      { targetDomainsExcept: ['a.example'] },
      { targetDomainsExcept: ['a.example'] },
    ],
    ['any domain, verified or not', {}, { targetOnVerifiedDomain: true }],
    ['the same of verified domains', { targetOnVerifiedDomain: false }, { targetOnVerifiedDomain: false }],
    ['the same standing', { targetStandings: ['has-seat', 'new'] }, { targetStandings: ['has-seat'] }],
    ['a higher limit of seats', { seatsLeft: { below: 10 } }, { seatsLeft: { below: 10 } }],
    ['a lower least of seats', { seatsLeft: { atLeast: 3 } }, { seatsLeft: { atLeast: 4, below: 9 } }],
    ['any cost', {}, { cost: { ...month, above: '5' } }],
    ['the same cost', { cost: { ...month, above: '5', below: '9' } }, { cost: { ...month, above: '5', below: '9' } }],
    ['one limit of two', { cost: { ...month, below: '9' } }, { cost: { ...month, above: '5', below: '9' } }],
    ['the other of two', { cost: { ...month, above: '5' } }, { cost: { ...month, above: '5', below: '9' } }],
    ['any hour', {}, { time: night }],
    ['the same hours', { time: night }, { time: night }],
  ])('%s', (_name, wide, narrow) => {
    expect(covers(ruleWith(wide), ruleWith(narrow))).toBe(true);
  });

  it.each<[string, object, object]>([
    ['fewer values', { products: ['trello'] }, { products: ['confluence', 'trello'] }],
    ['values against none', { products: ['trello'] }, {}],
    ['more exceptions', { actorGroupsExcept: ['a', 'b'] }, { actorGroupsExcept: ['a'] }],
    ['an exception against none', { actorGroupsExcept: ['a'] }, {}],
    ['an exception that is asked for', { targetDomainsExcept: ['a.example'] }, { targetDomains: ['a.example'] }],
    ['an exception of domains against none', { targetDomainsExcept: ['a.example'] }, {}],
    ['verified against any', { targetOnVerifiedDomain: true }, {}],
    ['verified against not', { targetOnVerifiedDomain: true }, { targetOnVerifiedDomain: false }],
    ['nothing about seats against people who have one', {}, { targetStandings: ['has-seat'] }],
    ['a lower limit of seats', { seatsLeft: { below: 9 } }, { seatsLeft: { below: 10 } }],
    ['a limit of seats against none', { seatsLeft: { below: 9 } }, {}],
    ['a limit of seats against a least', { seatsLeft: { below: 9 } }, { seatsLeft: { atLeast: 1 } }],
    ['a higher least of seats', { seatsLeft: { atLeast: 4 } }, { seatsLeft: { atLeast: 3 } }],
    ['a least of seats against a limit', { seatsLeft: { atLeast: 4 } }, { seatsLeft: { below: 9 } }],
    ['a cost against none', { cost: { ...month, above: '5' } }, {}],
    ['another currency', { cost: { ...month, above: '5' } }, { cost: { ...month, currency: 'EUR', above: '5' } }],
    ['another period', { cost: { ...month, above: '5' } }, { cost: { ...month, period: 'year', above: '5' } }],
    ['another least cost', { cost: { ...month, above: '5' } }, { cost: { ...month, above: '4' } }],
    ['another greatest cost', { cost: { ...month, below: '9' } }, { cost: { ...month, below: '8' } }],
    ['hours against none', { time: night }, {}],
    ['other hours', { time: night }, { time: { ...night, to: '07:00' } }],
  ])('not: %s', (_name, wide, narrow) => {
    expect(covers(ruleWith(wide), ruleWith(narrow))).toBe(false);
  });

  it.each<[object, object, boolean]>([
    [{}, { validFrom: '2026-01-01T00:00:00Z' }, true],
    [{ validFrom: '2026-01-01T00:00:00Z' }, {}, false],
    [{ validFrom: '2026-01-01T00:00:00Z' }, { validFrom: '2026-01-01T00:00:00Z' }, true],
    [{ validFrom: '2026-01-01T00:00:00Z' }, { validFrom: '2026-02-01T00:00:00Z' }, true],
    [{ validFrom: '2026-02-01T00:00:00Z' }, { validFrom: '2026-01-01T00:00:00Z' }, false],
    [{ validUntil: '2026-01-01T00:00:00Z' }, {}, false],
    [{ validUntil: '2026-01-01T00:00:00Z' }, { validUntil: '2026-01-01T00:00:00Z' }, true],
    [{ validUntil: '2026-02-01T00:00:00Z' }, { validUntil: '2026-01-01T00:00:00Z' }, true],
    [{ validUntil: '2026-01-01T00:00:00Z' }, { validUntil: '2026-02-01T00:00:00Z' }, false],
    [{ enabled: false }, {}, false],
  ])('dates: %j covers %j: %j', (wide, narrow, yes) => {
    expect(covers(ruleWith({}, wide), ruleWith({}, narrow))).toBe(yes);
  });
});

it.each<[object, string | null]>([
  [{ targetDomains: ['a.example'], targetDomainsExcept: ['a.example'] }, 'every domain of "targetDomains"'],
  [{ targetDomains: ['a.example', 'b.example'], targetDomainsExcept: ['a.example'] }, null],
  [{ actorGroups: ['a'], actorGroupsExcept: ['a', 'b'] }, 'every group of "actorGroups"'],
  [{ actorGroups: ['a', 'c'], actorGroupsExcept: ['a'] }, null],
  [{ actorTypes: ['unknown'] }, '"actorTypes" asks for "unknown" only'],
  [{ targetTypes: ['unknown'] }, '"targetTypes" asks for "unknown" only'],
  [{ targetTypes: ['unknown', 'app'] }, null],
  [{ seatsLeft: { below: 3, atLeast: 3 } }, 'no number is below 3 and at least 3'],
  [{ seatsLeft: { below: 4, atLeast: 3 } }, null],
  [{ cost: { ...month, above: '5', below: '5' } }, 'no amount is above 5 and below 5'],
  [{ cost: { ...month, above: '5', below: '5.01' } }, null],
])('%j contradicts itself: %j', (when, why) => {
  if (why === null) expect(contradiction(ruleWith(when).when)).toBeNull();
  else expect(contradiction(ruleWith(when).when)).toContain(why);
});

describe('an act that two rules are likely to match', () => {
  const now = '2026-11-21T08:00:00Z';

  it.each([
    { seatsLeft: { below: 3 } },
    { cost: { ...month, above: '5' } },
    { time: night },
  ])('is not made up of %j, in either', (when) => {
    expect(likelyBoth(ruleWith(when), ruleWith({}), now)).toBeNull();
    expect(likelyBoth(ruleWith({}), ruleWith(when), now)).toBeNull();
  });

  it('is what both ask for, where neither makes an exception', () => {
    const [a, b] = [
      ruleWith({ intents: ['invite', 'join'], targetDomains: ['a.example', 'b.example'], targetGroups: ['g'] }),
      ruleWith({ intents: ['join'], targetDomainsExcept: ['a.example'], targetGroups: ['h'] }),
    ];
    expect(likelyBoth(a, b, now)).toMatchObject({
      at: now,
      facts: { intent: 'join', targets: [{ email: 'somebody@b.example', groups: ['g', 'h'] }] },
    });
    expect(likelyBoth(a, ruleWith({ intents: ['add-to-group'] }), now)).toBeNull();
    expect(likelyBoth(a, ruleWith({ targetDomainsExcept: ['a.example', 'b.example'] }), now)).toBeNull();
  });

  it('is about an address on a verified domain where one of them asks for it', () => {
    const verifiedOf = (a: Rule, b: Rule) => likelyBoth(a, b, now)?.facts.verifiedDomains;
    const onVerified = ruleWith({ targetOnVerifiedDomain: true });
    expect(verifiedOf(onVerified, ruleWith({}))).toEqual(['example.com']);
    expect(verifiedOf(ruleWith({}), onVerified)).toEqual(['example.com']);
    expect(verifiedOf(ruleWith({ targetOnVerifiedDomain: false }), ruleWith({}))).toEqual([]);
  });

  it('is by somebody in the groups that either asks for, and in none that either leaves out', () => {
    const [a, b] = [
      ruleWith({ actorGroups: ['a', 'b'], actorRoles: ['agent'] }),
      ruleWith({ actorGroupsExcept: ['b'] }),
    ];
    expect(likelyBoth(a, b, now)?.facts).toMatchObject({
      actor: { groups: ['a'], roles: ['agent'] },
      targets: [{ groups: [] }],
    });
    expect(likelyBoth(b, a, now)?.facts).toMatchObject({ actor: { groups: ['a'], roles: ['agent'] } });
  });

  it('happens when both have begun', () => {
    const [early, late] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'];
    const from = (validFrom: string) => ruleWith({}, { validFrom });
    expect(likelyBoth(from(early), from(late), now)?.at).toBe(late);
    expect(likelyBoth(from(late), from(early), now)?.at).toBe(late);
    expect(likelyBoth(from(early), ruleWith({}), now)?.at).toBe(early);
    expect(likelyBoth(ruleWith({}), from(late), now)?.at).toBe(late);
  });
});
