import { z } from 'zod';
import { IdentityType } from '../../../core/identity/index.ts';
import { AccountId, CloudId, GroupId } from '../../../core/ids.ts';
import { alternativesTo, impactOf, MarketplaceApp, ProductRole, SeatBilling } from '../../../core/licence/index.ts';
import { Plan, Product } from '../../../core/organization/index.ts';
import { Intent } from '../../../core/policy/index.ts';
import { shippedRules } from '../../../core/subscription/index.ts';
import { step, type TableStep } from '../step.ts';
import { day, directory, price, site } from './licence-shapes.ts';
import { person as billablePerson, subscription, subscriptionPrice } from './subscription-shapes.ts';

const Named = z.strictObject({
  accountId: AccountId.nullable().default(null),
  email: z.string().nullable().default(null),
  identityType: IdentityType.default('external'),
});

const Gives = z.strictObject({
  groups: z.array(GroupId).default([]),
  roles: z.array(z.strictObject({ product: Product, cloudId: site, role: ProductRole })).default([]),
});

const ProductPlan = z.strictObject({
  product: Product,
  cloudId: site,
  plan: Plan.nullable().default('standard'),
  billing: SeatBilling.prefault({}),
});

const Guard = z.strictObject({
  subscription,
  people: z.number().int().nonnegative().nullable().default(null),
  price: subscriptionPrice.nullable().default(null),
  accounts: z.array(billablePerson).default([]),
});

export const effectSteps: Readonly<Record<string, TableStep>> = {
  /** What an intent would do to seats, plans, apps and the subscription. */
  'licence.effect': step(
    z.strictObject({
      directory,
      intent: Intent.default('invite'),
      people: z.array(Named),
      gives: Gives.nullable().default(null),
      plans: z.array(ProductPlan).default([]),
      prices: z.array(price).default([]),
      apps: z.array(MarketplaceApp).default([]),
      guard: Guard.nullable().default(null),
      today: day,
    }),
    ({ directory: snapshot, prices, guard, ...given }) => {
      const impact = impactOf(snapshot, {
        ...given,
        priceBook: prices,
        hosts: new Map([[CloudId.parse('acme'), 'acme.atlassian.net']]),
        guard: guard && {
          ...guard,
          rules: shippedRules,
          accounts: new Map(guard.accounts.map((account) => [account.accountId, account])),
        },
      });
      return {
        lines: impact.lines.map(({ product, before, taken, after, cost, billing }) => ({
          product,
          before: before.used,
          taken,
          after: after.used,
          cost: cost.known ? cost.amount : null,
          plan: billing.reasons.map(({ code }) => code),
        })),
        apps: impact.apps.map(({ name, before, after, cost }) => ({
          name,
          before,
          after,
          cost: cost.known ? cost.amount : null,
        })),
        guard: impact.guard && {
          becoming: impact.guard.becoming,
          each: impact.guard.each.map(({ change }) => change),
          cost: impact.guard.cost.known ? impact.guard.cost.amount : null,
        },
        confidence: impact.confidence,
        missing: impact.missing.map(({ code }) => code),
        reasons: impact.reasons.map(({ code }) => code),
      };
    },
  ),

  /** What could be done instead of spending a seat. */
  'licence.alternatives': step(
    z.strictObject({
      product: Product.default('confluence'),
      identityType: IdentityType.default('external'),
      portal: z.boolean().nullable().default(null),
      guestsAllowed: z.boolean().nullable().default(null),
      idle: z
        .strictObject({
          idle: z.array(z.strictObject({ accountId: AccountId, lastActive: z.iso.date() })).default([]),
          active: z.number().int().nonnegative().default(0),
          unknown: z.number().int().nonnegative().default(0),
        })
        .nullable()
        .default(null),
      temporaryAllowed: z.boolean().nullable().default(null),
      period: z.enum(['month', 'year']).nullable().default(null),
    }),
    (given) =>
      Object.fromEntries(
        alternativesTo(given).map(({ what, available, reason }) => [what, { available, reason: reason.code }]),
      ),
  ),
};
