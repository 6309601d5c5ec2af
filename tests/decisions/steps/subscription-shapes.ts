import { z } from 'zod';
import { AccountId } from '../../../core/ids.ts';
import {
  BillableAccount,
  ProductAccess,
  SubscriptionFacts,
  SubscriptionPrice,
} from '../../../core/subscription/index.ts';
import { priceLike } from './licence-shapes.ts';

const plain = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

const access = z.strictObject(ProductAccess.partial().shape).transform(
  (given): ProductAccess => ({
    product: 'jira-software',
    role: 'user',
    plan: 'standard',
    edition: null,
    sandbox: false,
    ...plain(given),
  }),
);

/** A person in a table: an ordinary managed employee with Jira unless the row says otherwise. */
export const person = z
  .strictObject({ ...BillableAccount.partial().shape, access: z.array(access).nullable().optional() })
  .transform(
    (given): BillableAccount => ({
      accountId: AccountId.parse('712020:somebody'),
      identityType: 'managed',
      accountStatus: 'active',
      membershipStatus: 'active',
      isConfluenceGuest: false,
      policyBillable: true,
      access: [{ product: 'jira-software', role: 'user', plan: 'standard', edition: null, sandbox: false }],
      ...plain(given),
    }),
  );

/** A subscription in a table: bought, Guard Standard, no Enterprise plans, no external user policy. */
export const subscription = z
  .strictObject(SubscriptionFacts.partial().shape)
  .default({})
  .transform(
    (given): SubscriptionFacts => ({
      state: 'active',
      edition: 'guard-standard',
      trialStartedOn: null,
      discount: 'none',
      externalPolicy: 'none',
      hasEnterprisePlan: false,
      today: '2026-11-21',
      ...plain(given),
    }),
  );

export const subscriptionPrice = priceLike(SubscriptionPrice, { edition: 'guard-standard' });
