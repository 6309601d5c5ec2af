import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountId, CloudId, GroupId } from '../ids.ts';
import { KnownProduct } from '../organization/product.ts';
import { Intent } from '../policy/intent.ts';
import { type Impact, impactOf } from './impact.ts';
import { marginalPrice, totalPrice } from './price-book.ts';
import type { Band } from './price-terms.ts';
import { ProductRole } from './roles.ts';
import { buildSnapshot, type SnapshotAccount, type SnapshotFacts, slotKey } from './snapshot.ts';
import { afterLeaving, hasSeat, seatCount } from './snapshot-queries.ts';

const cloudId = CloudId.parse('acme');
const products = KnownProduct.options.slice(0, 3);
const groupIds = ['g0', 'g1', 'g2', 'g3'].map((id) => GroupId.parse(id));

const account = fc.record({
  facts: fc.record({
    accountId: fc.integer({ min: 0, max: 8 }).map((n) => AccountId.parse(`p${n}`)),
    accountType: fc.constantFrom('atlassian' as const, 'atlassian' as const, 'app' as const, 'customer' as const, null),
    email: fc.constantFrom('a@acme.example', 'b@acme.example', null),
    accountStatus: fc.constantFrom('active' as const, 'active' as const, 'inactive' as const, 'closed' as const, null),
    membershipStatus: fc.constantFrom(
      'active' as const,
      'active' as const,
      'suspended' as const,
      'no_membership' as const,
      null,
    ),
  }),
  groupIds: fc.option(fc.array(fc.constantFrom(...groupIds), { maxLength: 5 }), { freq: 10 }),
});
const grant = fc.record({
  groupId: fc.constantFrom(...groupIds),
  product: fc.constantFrom(...products),
  cloudId: fc.constant(cloudId),
  role: fc.constantFrom(...ProductRole.options),
  isDefault: fc.boolean(),
});
const directory: fc.Arbitrary<SnapshotFacts> = fc.record({
  accounts: fc.array(account, { maxLength: 12 }),
  groups: fc.constant(groupIds.map((id) => ({ id, name: id, synced: null }))),
  grants: fc.array(grant, { maxLength: 10 }),
  published: fc.array(
    fc.record({
      product: fc.constantFrom(...products),
      cloudId: fc.constant(cloudId),
      seats: fc.record({ used: fc.option(fc.nat(200)), total: fc.option(fc.nat(200)), unlimited: fc.boolean() }),
    }),
    { maxLength: 2 },
  ),
  complete: fc.boolean(),
  suspendedKeepsSeat: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
});

const price = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 0, maxLength: 4 }),
    cents: fc.array(fc.nat(99_999), { minLength: 5, maxLength: 5 }),
    mode: fc.constantFrom('graduated' as const, 'volume' as const),
    minimumUsers: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ sizes, cents, mode, minimumUsers }) => {
    let from = 1;
    const bands = [...sizes, null].map((size, index): Band => {
      const band = {
        from,
        to: size === null ? null : from + size - 1,
        unitPrice: new Big(cents[index] ?? 0).div(1000).toFixed(),
      };
      from += size ?? 0;
      return band;
    });
    return { mode, bands, minimumUsers };
  });

describe('prices', () => {
  it('single seats sum to the total, exactly, whatever the bands', () => {
    fc.assert(
      fc.property(price, fc.integer({ min: 0, max: 150 }), (terms, users) => {
        const sum = Array.from({ length: users }, (_, index) => marginalPrice(terms, index, 1) ?? 'none').reduce(
          (total, one) => total.plus(one),
          new Big(0),
        );
        expect(sum.eq(totalPrice(terms, users) ?? 'none')).toBe(true);
      }),
    );
  });

  it('never throws for a number that is no count', () => {
    fc.assert(
      fc.property(price, fc.oneof(fc.double(), fc.integer(), fc.constant(Number.NaN)), (terms, users) => {
        const total = totalPrice(terms, users);
        if (!Number.isSafeInteger(users) || users < 0) expect(total).toBeNull();
      }),
    );
  });
});

describe('seats', () => {
  it('a second group that gives the same changes nothing', () => {
    fc.assert(
      fc.property(directory, fc.constantFrom(...groupIds), (facts, twin) => {
        const copy = GroupId.parse('twin');
        const doubled: SnapshotFacts = {
          ...facts,
          groups: [...facts.groups, { id: copy, name: copy, synced: null }],
          grants: [
            ...facts.grants,
            ...facts.grants.filter((one) => one.groupId === twin).map((one) => ({ ...one, groupId: copy })),
          ],
          accounts: [...facts.accounts].map((one) =>
            one.groupIds?.includes(twin) ? { ...one, groupIds: [...one.groupIds, copy] } : one,
          ),
        };
        const [before, after] = [buildSnapshot(facts), buildSnapshot(doubled)];
        for (const product of products)
          expect(seatCount(after, product, cloudId)).toEqual(seatCount(before, product, cloudId));
      }),
    );
  });

  it('the count is the number of people who hold a seat, asked one by one', () => {
    fc.assert(
      fc.property(directory, (facts) => {
        const snapshot = buildSnapshot({ ...facts, published: [], complete: true });
        for (const product of products) {
          if (!snapshot.slots.has(slotKey(product, cloudId))) continue;
          const answers = snapshot.accounts.map((one) => hasSeat(snapshot, one.facts.accountId, product, cloudId));
          const sure = answers.filter((answer) => answer === 'yes').length;
          const maybe = answers.filter((answer) => answer === 'unknown').length;
          const count = seatCount(snapshot, product, cloudId);
          expect([count.atLeast, count.atMost]).toEqual([sure, sure + maybe]);
          expect(count.seats.used).toBe(maybe === 0 ? sure : null);
        }
      }),
    );
  });

  it('leaving a group loses a seat only when no other group gives it', () => {
    fc.assert(
      fc.property(directory, fc.constantFrom(...groupIds), (facts, left) => {
        const snapshot = buildSnapshot(facts);
        for (const one of snapshot.accounts)
          for (const { before, after, stillBy } of afterLeaving(snapshot, one, left)) {
            if (stillBy.length > 0) expect(after).toBe(before);
            else expect(after).not.toBe('yes');
          }
      }),
    );
  });
});

const question = fc.record({
  intent: fc.constantFrom(...Intent.options),
  people: fc.array(
    fc.record({
      accountId: fc.option(fc.integer({ min: 0, max: 10 }).map((n) => AccountId.parse(`p${n}`))),
      email: fc.constantFrom('a@acme.example', 'new@x.example', null),
      identityType: fc.constant('external' as const),
    }),
    { maxLength: 5 },
  ),
  gives: fc.option(
    fc.record({
      groups: fc.array(fc.constantFrom(...groupIds, GroupId.parse('ghost')), { maxLength: 3 }),
      roles: fc.constant([]),
    }),
  ),
});

describe('impactOf', () => {
  const ask = (
    facts: SnapshotFacts,
    asked: Pick<Parameters<typeof impactOf>[1], 'intent' | 'people' | 'gives'>,
  ): Impact =>
    impactOf(buildSnapshot(facts), {
      ...asked,
      plans: [],
      hosts: new Map(),
      priceBook: [],
      apps: [],
      guard: null,
      today: '2026-11-21',
    });

  it('never shows a number where one is missing, and says which', () => {
    fc.assert(
      fc.property(directory, question, (facts, asked) => {
        const impact = ask(facts, asked);
        for (const { before, taken, after, cost } of impact.lines) {
          if (before.used === null || taken === null) {
            expect(after.used).toBeNull();
            expect(impact.confidence).not.toBe('known');
            expect(impact.missing.length).toBeGreaterThan(0);
          } else expect(after.used).toBe(before.used + taken);
          if (taken === null || (before.used === null && taken > 0)) expect(cost.known).toBe(false);
        }
        if (impact.missing.length > 0) expect(impact.confidence).not.toBe('known');
      }),
    );
  });

  it('takes at most one seat a person', () => {
    fc.assert(
      fc.property(directory, question, (facts, asked) => {
        for (const { taken } of ask(facts, asked).lines) expect(taken ?? 0).toBeLessThanOrEqual(asked.people.length);
      }),
    );
  });

  it('asking twice as loudly changes nothing', () => {
    fc.assert(
      fc.property(directory, question, (facts, asked) => {
        const twice = {
          ...asked,
          people: [...asked.people, ...asked.people.filter(({ accountId, email }) => accountId ?? email)],
        };
        expect(ask(facts, twice).lines).toEqual(ask(facts, asked).lines);
      }),
    );
  });
});

it('the later of two accounts with one address is found by it unless it is a customer', () => {
  const named = (id: string, accountType: 'atlassian' | 'customer'): SnapshotAccount => ({
    facts: {
      accountId: AccountId.parse(id),
      accountType,
      email: 'Same@acme.example',
      accountStatus: 'active',
      membershipStatus: 'active',
    },
    groupIds: [],
  });
  const find = (accounts: SnapshotAccount[]) => {
    const snapshot = buildSnapshot({
      accounts,
      groups: [],
      grants: [],
      published: [],
      complete: true,
      suspendedKeepsSeat: 'no',
    });
    return snapshot.accounts[snapshot.byEmail.get('same@acme.example') ?? -1]?.facts.accountId;
  };
  expect(find([named('customer', 'customer'), named('person', 'atlassian')])).toBe('person');
  expect(find([named('person', 'atlassian'), named('customer', 'customer')])).toBe('person');
});
