import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountId } from '../ids.ts';
import { ProductRole } from '../licence/roles.ts';
import { KnownProduct } from '../organization/product.ts';
import { BillableAccount, SubscriptionFacts } from './account.ts';
import { billable } from './billable.ts';
import { shippedRules } from './shipped-rules.ts';
import { tally } from './tally.ts';

const maybe = fc.constantFrom(true, false, null);
const access = fc.record({
  product: fc.constantFrom(...KnownProduct.options),
  role: fc.constantFrom(...ProductRole.options),
  plan: fc.constantFrom('free' as const, 'standard' as const, 'enterprise' as const, null),
  edition: fc.constantFrom('hobby', 'startup', 'something', null),
  sandbox: maybe,
});
const account = fc.record({
  accountId: fc.integer({ min: 0, max: 5 }).map((n) => AccountId.parse(`p${n}`)),
  identityType: fc.constantFrom(...BillableAccount.shape.identityType.options),
  accountStatus: fc.constantFrom('active' as const, 'active' as const, 'inactive' as const, 'closed' as const, null),
  membershipStatus: fc.constantFrom('active' as const, 'suspended' as const, 'no_membership' as const, null),
  isConfluenceGuest: maybe,
  policyBillable: maybe,
  access: fc.option(fc.array(access, { maxLength: 3 })),
});
const facts = fc.record({
  state: fc.constantFrom('none' as const, 'trial' as const, 'active' as const, 'active' as const, null),
  edition: fc.constantFrom('access' as const, 'guard-standard' as const, 'guard-premium' as const, null),
  trialStartedOn: fc.constantFrom('2026-11-01', '2026-01-01', null),
  discount: fc.constantFrom('none' as const, 'none' as const, 'community' as const, 'academic' as const, null),
  externalPolicy: fc.constantFrom('none' as const, 'non-billable' as const, 'billable' as const, null),
  hasEnterprisePlan: maybe,
  today: fc.constant('2026-11-21'),
});

describe('billable', () => {
  it('answers everything, the same twice, with a reason', () => {
    fc.assert(
      fc.property(account, facts, (person, subscription) => {
        const answer = billable(person, subscription, shippedRules);
        expect(billable(structuredClone(person), { ...subscription }, shippedRules)).toEqual(answer);
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(answer.text).toMatch(/^(Billable because|Not billable because|Not known whether billable:) \S/);
        expect(BillableAccount.safeParse(person).success && SubscriptionFacts.safeParse(subscription).success).toBe(
          true,
        );
      }),
    );
  });

  it('learning a fact never turns a yes into a no or back: only unknown is open', () => {
    fc.assert(
      fc.property(account, facts, maybe, (person, subscription, known) => {
        const before = billable({ ...person, policyBillable: null }, subscription, shippedRules).billable;
        const after = billable({ ...person, policyBillable: known }, subscription, shippedRules).billable;
        if (before !== 'unknown') expect(after).toBe(before);
      }),
    );
  });

  it('does not depend on the order of products', () => {
    fc.assert(
      fc.property(account, facts, (person, subscription) => {
        const turned = { ...person, access: person.access === null ? null : [...person.access].reverse() };
        const [one, other] = [person, turned].map((of) => billable(of, subscription, shippedRules));
        expect([other?.billable, other?.verified]).toEqual([one?.billable, one?.verified]);
      }),
    );
  });
});

describe('tally', () => {
  it('puts every person in exactly one place', () => {
    fc.assert(
      fc.property(fc.array(account, { maxLength: 10 }), facts, (people, subscription) => {
        const counts = tally(people, subscription, shippedRules);
        expect(counts.counted + counts.notCounted + counts.unknown).toBe(
          new Set(people.map((one) => one.accountId)).size,
        );
        expect(counts.people === null).toBe(counts.unknown > 0);
        expect(counts.atMost - counts.atLeast).toBe(counts.unknown);
      }),
    );
  });

  it('naming people again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(account, { maxLength: 6, selector: (one) => one.accountId }),
        facts,
        (people, subscription) => {
          expect(tally([...people, ...people], subscription, shippedRules)).toEqual(
            tally(people, subscription, shippedRules),
          );
        },
      ),
    );
  });
});
