import { describe, expect, it } from 'vitest';
import { AccountId, CloudId, GroupId } from '../ids.ts';
import { shippedRules } from '../subscription/shipped-rules.ts';
import { alternativesTo } from './alternatives.ts';
import type { GuardFacts } from './guard-effect.ts';
import { impactOf } from './impact.ts';
import type { ImpactFacts } from './impact-facts.ts';
import { buildSnapshot, type SnapshotAccount } from './snapshot.ts';

const site = CloudId.parse('c1');
const jira = GroupId.parse('jira');
const id = (name: string) => AccountId.parse(name);

const account = (
  name: string,
  facts: Partial<SnapshotAccount['facts']> = {},
  groupIds: GroupId[] = [],
): SnapshotAccount => ({
  facts: {
    accountId: id(name),
    accountType: 'atlassian',
    email: null,
    accountStatus: 'active',
    membershipStatus: 'active',
    ...facts,
  },
  groupIds,
});
const snapshotOf = (suspendedKeepsSeat: 'yes' | 'no' | 'unknown') =>
  buildSnapshot({
    accounts: [
      account('has', {}, [jira]),
      account('without', { email: 'without@acme.example' }),
      account('off', { accountStatus: 'inactive' }, [jira]),
      account('customer', { accountType: 'customer' }),
      account('app', { accountType: 'app' }),
      account('paused', { membershipStatus: 'suspended' }, [jira]),
      account('paused-outside', { membershipStatus: 'suspended' }),
    ],
    groups: [{ id: jira, name: 'jira', synced: null }],
    grants: [{ groupId: jira, product: 'jira-software', cloudId: site, role: 'user', isDefault: true }],
    published: [{ product: 'jira-software', cloudId: site, seats: { used: 7, total: 10, unlimited: false } }],
    complete: true,
    suspendedKeepsSeat,
  });
const facts = (name: string, more: Partial<ImpactFacts> = {}): ImpactFacts => ({
  intent: 'add-to-group',
  people: [{ accountId: id(name), email: null, identityType: 'managed' }],
  gives: { groups: [jira], roles: [] },
  plans: [],
  hosts: new Map([[site, 'acme.atlassian.net']]),
  priceBook: [],
  apps: [],
  guard: null,
  today: '2026-11-21',
  ...more,
});

describe('who takes a seat', () => {
  it.each([
    ['has', 'no', 0],
    ['without', 'no', 1],
    ['off', 'no', 1],
    ['customer', 'no', 1],
    ['app', 'no', 0],
    ['ghost', 'no', null],
    ['paused', 'no', 1],
    ['paused', 'yes', 0],
    ['paused', 'unknown', null],
    ['paused-outside', 'no', 1],
    ['paused-outside', 'unknown', null],
  ] as const)('%s, suspension keeps the seat: %s → %s', (name, suspended, taken) => {
    expect(impactOf(snapshotOf(suspended), facts(name)).lines[0]?.taken).toBe(taken);
  });

  it.each([
    ['has', 'no-seat', 'Everybody named here already has Jira: no seat is taken.'],
    ['without', 'takes-seats', 'This takes 1 Jira seat on acme.atlassian.net.'],
  ])('says of %s: %s', (name, code, text) => {
    expect(impactOf(snapshotOf('no'), facts(name)).reasons).toContainEqual({ code, text });
  });

  it('says so, with the host', () => {
    const { lines, reasons } = impactOf(snapshotOf('no'), facts('without'));
    expect(lines[0]).toMatchObject({
      siteHost: 'acme.atlassian.net',
      before: { used: 7 },
      after: { used: 8, total: 10 },
    });
    expect(reasons[0]?.text).toBe('This takes 1 Jira seat on acme.atlassian.net.');
    expect(impactOf(snapshotOf('no'), facts('without', { hosts: new Map() })).lines[0]?.siteHost).toBe('c1');
  });

  it('two people without an id or address are two', () => {
    const nobody = { accountId: null, email: null, identityType: 'unknown' } as const;
    expect(impactOf(snapshotOf('no'), facts('has', { people: [nobody, nobody] })).lines[0]?.taken).toBeNull();
  });

  it('one person named by account and by address is one, whichever comes first', () => {
    const named = [
      { accountId: id('without'), email: null, identityType: 'managed' as const },
      { accountId: null, email: 'Without@acme.example', identityType: 'managed' as const },
    ];
    for (const people of [named, named.toReversed()])
      expect(impactOf(snapshotOf('no'), facts('without', { people })).lines[0]?.taken).toBe(1);
  });

  it('one person named twice by account is one, and nobody is new who has an account that was not found', () => {
    const taken = (people: ImpactFacts['people'], complete = true) =>
      impactOf({ ...snapshotOf('no'), complete }, facts('has', { people })).lines[0]?.taken;
    const managed = { email: null, identityType: 'managed' } as const;
    const without = { ...managed, accountId: id('without') };
    const fresh = { ...managed, accountId: null, email: ' New@x.example ' };
    expect(taken([without, without])).toBe(1);
    expect(taken([fresh, { ...fresh, email: 'new@X.example' }])).toBe(1);
    expect(taken([fresh, { ...fresh, email: 'other@x.example' }])).toBe(2);
    expect(taken([fresh], false)).toBeNull();
    expect(taken([{ ...fresh, accountId: id('ghost') }])).toBeNull();
  });

  it('an address of several accounts is nobody new and none of them, in whatever order they are listed', () => {
    const shared = (name: string, more: Partial<SnapshotAccount['facts']>, groups: GroupId[] = []) =>
      account(name, { email: 'Shared@acme.example', ...more }, groups);
    const holder = shared('holder', {}, [jira]);
    const other = shared('other', {});
    const customer = shared('customer', { accountType: 'customer' });
    const taken = (accounts: SnapshotAccount[], isNew?: boolean) => {
      const person = { accountId: null, email: 'shared@acme.example', identityType: 'managed' as const };
      const people = [isNew === undefined ? person : { ...person, isNew }];
      const { lines } = impactOf(
        buildSnapshot({
          accounts,
          groups: [{ id: jira, name: 'jira', synced: null }],
          grants: [{ groupId: jira, product: 'jira-software', cloudId: site, role: 'user', isDefault: true }],
          published: [],
          complete: true,
          suspendedKeepsSeat: 'no',
        }),
        facts('x', { people }),
      );
      return lines[0]?.taken;
    };
    const orders = <T>(all: readonly T[]): T[][] =>
      all.length < 2
        ? [[...all]]
        : all.flatMap((one) => orders(all.filter((each) => each !== one)).map((rest) => [one, ...rest]));
    const among = (accounts: SnapshotAccount[], isNew?: boolean) =>
      new Set(orders(accounts).map((order) => taken(order, isNew)));
    expect(among([holder, other])).toEqual(new Set([null]));
    expect(among([holder, other], true)).toEqual(new Set([null]));
    expect(among([holder, other, customer])).toEqual(new Set([null]));
    expect(among([holder, customer])).toEqual(new Set([0]));
    expect(among([other, customer])).toEqual(new Set([1]));
  });

  it('the plan is that of the app and the site', () => {
    const full = (product: 'jira-software' | 'trello', cloudId: CloudId) =>
      impactOf(
        snapshotOf('no'),
        facts('without', { plans: [{ product, cloudId, plan: 'free', billing: month }] }),
      ).lines[0]?.billing.reasons.map(({ code }) => code);
    const month = { period: 'month', renewsOn: null, peak: null } as const;
    expect(full('jira-software', site)).not.toEqual(full('trello', site));
    expect(full('jira-software', CloudId.parse('c2'))).toEqual(full('trello', site));
  });

  it.each([
    ['without', {}, ['takes-seats'], 'known'],
    ['ghost', {}, ['standing-unknown'], 'unknown'],
    ['without', { gives: null }, ['gives-unknown'], 'unknown'],
    ['without', { gives: { groups: [], roles: [] } }, ['no-seat-role'], 'known'],
    [
      'without',
      { gives: { groups: [jira, GroupId.parse('ghost')], roles: [] } },
      ['takes-seats', 'group-unknown'],
      'partly',
    ],
    ['without', { intent: 'create-invite-link' }, ['link-open'], 'unknown'],
    ['without', { intent: 'start-app' }, ['new-app'], 'unknown'],
    ['without', { intent: 'change-plan' }, ['other-plan'], 'unknown'],
    ['without', { people: [] }, ['whom-unknown'], 'unknown'],
    ['without', { people: [], gives: null }, ['gives-unknown'], 'unknown'],
    ['without', { people: [], gives: { groups: [], roles: [] } }, ['no-seat-role'], 'known'],
    ['without', { intent: 'create-api-token' }, ['no-seat'], 'known'],
    ['without', { intent: 'create-customer' }, ['customer-no-seat'], 'known'],
  ] as const)('says of %s %j: %j, %s', (name, more, codes, confidence) => {
    const impact = impactOf(snapshotOf('no'), facts(name, more as Partial<ImpactFacts>));
    const payment = impact.lines.flatMap(({ billing }) => billing.reasons);
    expect(impact.reasons.filter((reason) => !payment.includes(reason)).map(({ code }) => code)).toEqual(codes);
    expect(impact.confidence).toBe(confidence);
  });

  it('an app is asked about when one of the products it works in changes', () => {
    const both = GroupId.parse('both');
    const snapshot = buildSnapshot({
      accounts: [account('without')],
      groups: [{ id: both, name: 'both', synced: null }],
      grants: (['jira-software', 'confluence'] as const).map((product) => ({
        groupId: both,
        product,
        cloudId: site,
        role: 'user',
        isDefault: false,
      })),
      published: [{ product: 'jira-software', cloudId: site, seats: { used: 7, total: 10, unlimited: false } }],
      complete: true,
      suspendedKeepsSeat: 'no',
    });
    const app = { name: 'A', cloudId: site, pricedOn: 'largest-user-count' as const, prices: [] };
    const told = impactOf(
      snapshot,
      facts('without', {
        gives: { groups: [both], roles: [] },
        apps: [
          { ...app, products: ['jira-software'] },
          { ...app, products: ['jira-software', 'confluence'] },
        ],
      }),
    ).apps;
    expect(told.map(({ before, after }) => [before, after])).toEqual([
      [7, 8],
      [7, 8],
    ]);
  });

  it('apps of other sites and products are not asked about', () => {
    const app = { name: 'A', products: ['jira-software' as const], pricedOn: null, prices: [] };
    const apps = [
      { ...app, cloudId: site },
      { ...app, cloudId: CloudId.parse('c2') },
      { ...app, cloudId: site, products: ['trello' as const] },
    ];
    expect(impactOf(snapshotOf('no'), facts('without', { apps })).apps).toHaveLength(1);
  });
});

describe('the subscription', () => {
  const guard = (
    more: Partial<GuardFacts['subscription']> = {},
    accounts: GuardFacts['accounts'] = new Map(),
  ): GuardFacts => ({
    subscription: {
      state: 'active',
      edition: 'guard-premium',
      trialStartedOn: null,
      discount: 'none',
      externalPolicy: 'none',
      hasEnterprisePlan: false,
      today: '2026-11-21',
      ...more,
    },
    rules: shippedRules,
    people: 10,
    price: null,
    accounts,
  });
  const employee = {
    accountId: id('without'),
    identityType: 'managed',
    accountStatus: 'active',
    membershipStatus: 'active',
    isConfluenceGuest: false,
    policyBillable: true,
    access: null,
  } as const;
  const fresh = (identityType: 'managed' | 'external') => ({
    people: [{ accountId: null, email: 'new@x.example', identityType }],
  });

  it('somebody new becomes billable where the edition counts everybody, and an external one where its policy does', () => {
    const change = (more: Partial<ImpactFacts>) =>
      impactOf(snapshotOf('no'), facts('nobody', more)).guard?.each[0]?.change;
    expect(change({ ...fresh('managed'), guard: guard() })).toBe('becomes');
    expect(change({ ...fresh('managed'), guard: guard({ edition: 'guard-standard' }) })).toBe('unknown');
    expect(change({ ...fresh('external'), guard: guard() })).toBe('not');
    expect(change({ ...fresh('external'), guard: guard({ externalPolicy: 'billable' }) })).toBe('becomes');
  });

  it('somebody whose apps are not known may be billed already', () => {
    const known = guard({}, new Map([[employee.accountId, employee]]));
    const { guard: effect, missing, confidence } = impactOf(snapshotOf('no'), facts('without', { guard: known }));
    expect(effect).toMatchObject({ becoming: null, each: [{ change: 'unknown' }], cost: { known: false } });
    expect([missing.map(({ code }) => code), confidence]).toEqual([['guard-unknown'], 'partly']);
  });

  it('is not asked about a link', () => {
    expect(impactOf(snapshotOf('no'), facts('has', { intent: 'create-invite-link', guard: guard() })).guard).toBeNull();
  });
});

it('alternatives read as sentences', () => {
  const given = {
    product: 'confluence',
    identityType: 'managed',
    portal: true,
    guestsAllowed: true,
    temporaryAllowed: true,
  } as const;
  const seat = (name: string) => ({ accountId: id(name), lastActive: '2026-01-01' });
  const texts = (count: number, period: 'month' | 'year' | null) =>
    alternativesTo({ ...given, period, idle: { idle: ['a', 'b'].slice(0, count).map(seat), active: 0, unknown: 0 } })
      .slice(2)
      .map(({ reason }) => reason.text);
  expect(texts(1, 'month')).toEqual([
    '1 Confluence seat has not been used lately: one can change hands.',
    'The seat can be given until a day. The month it was given in is charged; it goes off the bill at the renewal.',
  ]);
  expect(texts(2, null)).toEqual([
    '2 Confluence seats have not been used lately: one can change hands.',
    'The seat can be given until a day. What that saves depends on how it is paid for, which is not known.',
  ]);
  expect(texts(2, 'year')[1]).toBe(
    'The seat can be given until a day. It frees its place among the seats bought for the year.',
  );
});
