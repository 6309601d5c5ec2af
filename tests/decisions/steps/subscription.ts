import { z } from 'zod';
import { type Cost, Period } from '../../../core/licence/index.ts';
import { Plan } from '../../../core/organization/index.ts';
import {
  BillingRules,
  billable,
  Edition,
  includedIn,
  marginalCost,
  overage,
  Purchase,
  priceOn,
  rulesOn,
  SubscriptionBook,
  shippedRules,
  tally,
  totalCost,
} from '../../../core/subscription/index.ts';
import { step, type TableStep } from '../step.ts';
import { person, subscription, subscriptionPrice } from './subscription-shapes.ts';

const day = z.iso.date().default('2026-11-21');
const number = z.number().int().nonnegative().nullable().default(null);
/** Rules that differ from the ones that ship, by name. */
const rules = z
  .record(z.string(), z.unknown())
  .default({})
  .transform((given) => ({ ...shippedRules, ...given }))
  .pipe(BillingRules);

const amountOf = (cost: Cost) => (cost.known ? cost.amount : null);

export const subscriptionSteps: Readonly<Record<string, TableStep>> = {
  /** Whether the subscription bills for somebody, and why. */
  'subscription.billable': step(z.strictObject({ person: person.prefault({}), subscription, rules }), (given) => {
    const answer = billable(given.person, given.subscription, given.rules);
    return {
      billable: answer.billable,
      counted: answer.counted,
      verified: answer.verified,
      reasons: answer.reasons.map(({ code }) => code),
      text: answer.text,
    };
  }),

  /** How many people the subscription counts. */
  'subscription.people': step(z.strictObject({ people: z.array(person), subscription, rules }), (given) => {
    const { because, ...counts } = tally(given.people, given.subscription, given.rules);
    return { ...counts, because: { ...because } };
  }),

  /** What so many people cost, and so many more. */
  'subscription.cost': step(
    z.strictObject({ price: subscriptionPrice.nullable().default(null), people: number, extra: number }),
    ({ price, people, extra }) => ({
      total: amountOf(totalCost(price, people)),
      more: amountOf(marginalCost(price, people, extra)),
      currency: price?.currency ?? null,
      period: price?.period ?? null,
      verified: price?.verified ?? null,
    }),
  ),

  /** How the people counted stand to what was bought for the year. */
  'subscription.overage': step(
    z.strictObject({
      people: number,
      purchase: Purchase.partial().transform(({ period = 'year', limit = null, renewsOn = null }) => ({
        period,
        limit,
        renewsOn,
      })),
      price: subscriptionPrice.nullable().default(null),
      today: day,
    }),
    ({ people, purchase, price, today }) => {
      const { reasons, ...found } = overage(people, purchase, price, today);
      return { ...found, reasons: reasons.map(({ code }) => code) };
    },
  ),

  /** Whether a product's plan brings the subscription with it. */
  'subscription.included': step(z.strictObject({ plan: Plan.nullable() }), ({ plan }) => ({ ...includedIn(plan) })),

  /** Which price and which rules hold on a day. */
  'subscription.inForce': step(
    z.strictObject({
      prices: z.array(subscriptionPrice).default([]),
      rules: z.array(rules).prefault([{}]),
      edition: Edition.nullable().default('guard-standard'),
      period: Period.nullable().default('month'),
      today: day,
    }),
    (given) => ({
      price: priceOn(given, given.edition, given.period, given.today)?.id ?? null,
      rules: rulesOn(given, given.today)?.id ?? null,
    }),
  ),

  /** What is wrong with a subscription's book, field by field. */
  'subscription.checkBook': step(
    z.strictObject({ prices: z.unknown().default([]), rules: z.unknown().default([shippedRules]) }),
    (book) => {
      const parsed = SubscriptionBook.safeParse(book);
      return parsed.success
        ? { problems: [] }
        : { problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
    },
  ),
};
