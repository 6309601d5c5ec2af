import Big from 'big.js';
import type { Plan } from '../organization/organization.ts';
import type { Product } from '../organization/product.ts';
import { type BillingEffect, billingEffect, type SeatBilling } from './billing.ts';
import { type Cost, costNotKnown } from './cost.ts';
import { findPrice, marginalPrice, type PriceBook, type PriceEntry, totalPrice } from './price-book.ts';
import { exactly } from './price-terms.ts';
import { appWords, seatsOf, usersOf } from './seat-words.ts';
import type { SeatCount } from './seats.ts';

export interface SeatChangeFacts {
  readonly product: Product;
  readonly before: SeatCount;
  /** Seats taken; null when not known. */
  readonly taken: number | null;
  readonly plan: Plan | null;
  /** Null when it is not asked for. */
  readonly billing: SeatBilling | null;
  readonly priceBook: PriceBook;
  /** ISO date. */
  readonly today: string;
}

export interface SeatChange {
  readonly after: SeatCount;
  readonly cost: Cost;
  readonly billing: BillingEffect | null;
}

/** Seats after, extra cost a period, and what becomes of the plan, for one product on one site. What is not known stays so. */
export function seatChange(facts: SeatChangeFacts): SeatChange {
  const { before, taken, product, plan, billing, priceBook, today } = facts;
  const used = before.used === null || taken === null ? null : before.used + taken;
  const after: SeatCount = { ...before, used };
  const price = findPrice(priceBook, product, plan, today, billing?.period ?? null);
  const effect = billing ? billingEffect({ product, plan, before, after, billing, price, today }) : null;
  return { after, cost: costOf(facts, price, effect), billing: effect };
}

function costOf(
  { product, before, taken, plan }: SeatChangeFacts,
  price: PriceEntry | null,
  effect: BillingEffect | null,
): Cost {
  const name = appWords(product);
  if (taken === null) return costNotKnown('It is not known how many seats this takes.', 'taken-unknown');
  if (before.used === null && taken > 0)
    return costNotKnown(`The number of ${seatsOf(product)} in use is not known.`, 'used-unknown', { product });
  if (!price)
    return plan === null
      ? costNotKnown(`The price book has no price for ${name} without knowing the plan.`, 'no-price-without-plan', {
          product,
        })
      : costNotKnown(`The price book has no price for ${name}.`, 'no-price', { product });
  // No seat taken costs nothing wherever the count stands, so a missing count does no harm here.
  const used = before.used ?? 0;
  const amount =
    effect?.overage && taken > 0 ? tierStep(price, before, effect.overage) : marginalPrice(price, used, taken);
  if (amount === null)
    return costNotKnown(`The price book ends before this many ${usersOf(product)}.`, 'book-ends', { product });
  if (amount === 'tier unknown')
    return costNotKnown(`What the next tier of ${name} costs is not known.`, 'next-tier', { product });
  const { currency, period, source, verified } = price;
  return { known: true, amount, currency, period, source, verified };
}

/** A year is bought by the tier: nothing within it, the difference of two tiers beyond it. */
function tierStep(
  price: PriceEntry,
  { total }: SeatCount,
  { over, nextTier }: NonNullable<BillingEffect['overage']>,
): string | null {
  if (over === 0) return '0.00';
  if (over === null || nextTier === null || total === null) return 'tier unknown';
  const bought = totalPrice(price, total);
  const next = totalPrice(price, nextTier);
  return bought === null || next === null ? null : exactly(new Big(next).minus(bought));
}
