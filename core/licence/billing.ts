import Big from 'big.js';
import { z } from 'zod';
import type { Plan } from '../organization/organization.ts';
import type { Product } from '../organization/product.ts';
import { productName } from '../organization/product-name.ts';
import { because, Reason } from '../reason.ts';
import { daysBetween, monthBefore } from './days.ts';
import { freePlanLimit } from './free-plan.ts';
import { marginalPrice, type PriceEntry } from './price-book.ts';
import { Period } from './price-terms.ts';
import type { SeatCount } from './seats.ts';

/** How the seats of one product on one site are paid for. Null is "nobody has told us". */
export const SeatBilling = z.object({
  period: Period.nullable().default(null),
  /** ISO date of the next renewal. */
  renewsOn: z.iso.date().nullable().default(null),
  /** Most seats held at once since the last renewal; on monthly plans that many are already charged. */
  peak: z.number().int().nonnegative().nullable().default(null),
});
export type SeatBilling = z.infer<typeof SeatBilling>;

const Answer = z.enum(['yes', 'no', 'unknown']);

/** What a change of seats does to the way they are paid for; each part null when it does not apply. */
export const BillingEffect = z.object({
  /** Free plans: whether the change starts a paid trial, and the users left after it (negative when beyond). */
  cliff: z.object({ limit: z.number().int(), crossed: Answer, left: z.number().int().nullable() }).nullable(),
  /** Annual plans: seats beyond those bought, the tier that holds them, since when, and when the new tier is due at the latest. */
  overage: z
    .object({
      over: z.number().int().nonnegative().nullable(),
      nextTier: z.number().int().nullable(),
      since: z.string().nullable(),
      renewsOn: z.string().nullable(),
    })
    .nullable(),
  /** Monthly plans: what is charged at once for the rest of the cycle. `atMost` when part may already be charged. */
  proRata: z
    .object({
      seats: z.number().int().nonnegative().nullable(),
      amount: z.string().nullable(),
      currency: z.string().nullable(),
      atMost: z.boolean(),
      resetsOn: z.string().nullable(),
    })
    .nullable(),
  reasons: z.array(Reason),
});
export type BillingEffect = z.infer<typeof BillingEffect>;

export interface BillingQuestion {
  readonly product: Product;
  readonly plan: Plan | null;
  readonly before: SeatCount;
  readonly after: SeatCount;
  readonly billing: SeatBilling;
  /** The price in force; null when the book has none. */
  readonly price: PriceEntry | null;
  /** ISO date. */
  readonly today: string;
}

/**
 * What seats before and after mean for the plan (section 3 of the domain): the edge of a free plan, the tier of an annual plan,
 * the maximum quantity of a monthly one. Counts that are not known leave their part unknown.
 */
export function billingEffect(question: BillingQuestion): BillingEffect {
  const { plan, billing } = question;
  if (plan === 'free') return freePlan(question);
  if (plan === null && billing.period === null)
    return {
      ...none,
      reasons: [because('plan-unknown', `Which plan ${productName(question.product)} is on is not known.`)],
    };
  if (billing.period === 'year') return annual(question);
  if (billing.period === 'month') return monthly(question);
  return { ...none, reasons: [because('period-unknown', 'Whether it is paid by the month or the year is not known.')] };
}

const none = { cliff: null, overage: null, proRata: null } as const;

function freePlan({ product, before, after }: BillingQuestion): BillingEffect {
  const limit = freePlanLimit(product);
  const name = productName(product);
  if (limit === null)
    return { ...none, reasons: [because('free-limit-unknown', `How many users ${name} has free is not known.`)] };
  const left = after.used === null ? null : limit - after.used;
  const crossed = left === null ? 'unknown' : left < 0 && after.used !== before.used ? 'yes' : 'no';
  const cliff = { limit, crossed, left } as const;
  const reasons: Record<typeof crossed, Reason[]> = {
    yes: [because('free-plan-cliff', `The free plan ends at ${limit} users: one more starts a paid trial.`)],
    unknown: [because('free-plan-unknown', `The free plan ends at ${limit} users; how many ${name} has is not known.`)],
    no: left === 0 ? [because('free-plan-edge', `That fills the free plan: the next user starts a paid trial.`)] : [],
  };
  return { ...none, cliff, reasons: reasons[crossed] };
}

function annual({ after, billing, price, today }: BillingQuestion): BillingEffect {
  const { renewsOn } = billing;
  if (after.unlimited) return { ...none, overage: { over: 0, nextTier: null, since: null, renewsOn }, reasons: [] };
  if (after.used === null || after.total === null)
    return {
      ...none,
      overage: { over: null, nextTier: null, since: null, renewsOn },
      reasons: [because('tier-unknown', 'Whether the seats bought for the year are enough is not known.')],
    };
  const { used, total } = after;
  const over = Math.max(0, used - total);
  if (over === 0)
    return {
      ...none,
      overage: { over, nextTier: null, since: null, renewsOn },
      reasons: [because('within-tier', `${total} seats are bought for the year: nothing more is due.`)],
    };
  const nextTier = price?.tiers?.find((tier) => tier >= used) ?? null;
  const tier = nextTier === null ? 'a tier that the price book does not name' : `the tier of ${nextTier}`;
  const due = renewsOn === null ? '' : ` The year ends on ${renewsOn}.`;
  return {
    ...none,
    overage: { over, nextTier, since: today, renewsOn },
    reasons: [
      because('over-tier', `${over} beyond the ${total} seats bought: Atlassian sends a quote for ${tier}.${due}`),
    ],
  };
}

function monthly({ before, after, billing, price, today }: BillingQuestion): BillingEffect {
  const reasons = [
    because('no-credit', 'Paid by the month: taking the seat away again gives no money back before the renewal.'),
  ];
  const { renewsOn } = billing;
  const blank = { seats: null, amount: null, currency: price?.currency ?? null, atMost: false, resetsOn: renewsOn };
  if (before.used === null || after.used === null)
    return {
      ...none,
      proRata: blank,
      reasons: [...reasons, because('pro-rata-unknown', 'How many seats are added is not known.')],
    };
  // Whoever left earlier in the cycle is still charged for, so that many places are paid already.
  const charged = Math.max(before.used, billing.peak ?? before.used);
  const seats = Math.max(0, after.used - charged);
  const atMost = billing.peak === null && seats > 0;
  const amount = seats === 0 ? '0.00' : restOfCycle(price, charged, seats, renewsOn, today);
  if (seats === 0 && after.used > before.used)
    reasons.push(
      because('already-charged', 'As many seats were held earlier in this cycle: they are charged already.'),
    );
  else if (amount === null) reasons.push(because('pro-rata-unknown', 'What the rest of the month costs is not known.'));
  else if (seats > 0)
    reasons.push(
      because(
        'pro-rata',
        `${atMost ? 'At most' : 'About'} ${amount} ${price?.currency ?? ''} is charged now, for the days until ${renewsOn}.`,
      ),
    );
  return { ...none, proRata: { ...blank, seats, amount, atMost }, reasons };
}

/** Rounded to two places: the invoice's own rounding is not known. */
function restOfCycle(
  price: PriceEntry | null,
  users: number,
  seats: number,
  renewsOn: string | null,
  today: string,
): string | null {
  if (price === null || price.period !== 'month' || renewsOn === null) return null;
  const start = monthBefore(renewsOn);
  const length = start === null ? null : daysBetween(start, renewsOn);
  const left = daysBetween(today, renewsOn);
  const month = marginalPrice(price, users, seats);
  if (month === null || length === null || left === null || left < 0 || left > length) return null;
  return new Big(month).times(left).div(length).toFixed(2);
}
