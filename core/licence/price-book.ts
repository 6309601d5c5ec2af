import Big from 'big.js';
import { z } from 'zod';
import { Plan } from '../organization/organization.ts';
import { Product } from '../organization/product.ts';

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal number such as "8.60"');

/**
 * One price. Bands are inclusive and contiguous; `to` null is "and above". Prices are decimal strings in `currency` per
 * user and `period`. `verified` says that a person checked it against a quote; prices that nobody checked are shown so.
 */
export const PriceEntry = z
  .object({
    id: z.string().min(1),
    product: Product,
    plan: Plan,
    currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD'),
    period: z.enum(['month', 'year']),
    mode: z.enum(['graduated', 'volume', 'flat']),
    bands: z
      .array(
        z.object({ from: z.number().int().positive(), to: z.number().int().positive().nullable(), unitPrice: decimal }),
      )
      .min(1),
    source: z.string().min(1),
    validFrom: z.iso.date(),
    verified: z.boolean(),
  })
  .superRefine((entry, context) => {
    entry.bands.forEach((band, index) => {
      const expected = index === 0 ? 1 : (entry.bands[index - 1]?.to ?? Number.NaN) + 1;
      if (band.from !== expected) context.addIssue(`band ${index + 1} must start at ${expected}, not ${band.from}`);
      if (band.to !== null && band.to < band.from) context.addIssue(`band ${index + 1} ends before it starts`);
    });
    if (entry.mode === 'flat' && entry.bands.length > 1) context.addIssue('a flat price has exactly one band');
  });
export type PriceEntry = z.infer<typeof PriceEntry>;

export const PriceBook = z.array(PriceEntry);
export type PriceBook = z.infer<typeof PriceBook>;

/** Price of `users` users for one period, as a decimal string. Null when the book has no band that far. */
export function totalPrice(entry: PriceEntry, users: number): string | null {
  const total = priceOf(entry, users);
  return total === null ? null : total.toFixed(2);
}

/** What `extra` more users cost on top of `users`, bands crossed included: a difference of totals, never count times price. */
export function marginalPrice(entry: PriceEntry, users: number, extra: number): string | null {
  const before = priceOf(entry, users);
  const after = priceOf(entry, users + extra);
  return before === null || after === null ? null : after.minus(before).toFixed(2);
}

function priceOf(entry: PriceEntry, users: number): Big | null {
  if (users === 0) return new Big(0);
  const last = entry.bands.at(-1);
  if (!last || (last.to !== null && users > last.to)) return null;
  if (entry.mode !== 'graduated') {
    const band = entry.bands.find(
      (candidate) => users >= candidate.from && (candidate.to === null || users <= candidate.to),
    );
    return band ? new Big(band.unitPrice).times(users) : null;
  }
  return entry.bands.reduce((sum, band) => {
    const within = Math.min(users, band.to ?? users) - band.from + 1;
    return within > 0 ? sum.plus(new Big(band.unitPrice).times(within)) : sum;
  }, new Big(0));
}

/** The newest entry for the product that is valid on `today` (ISO date); null when the book has none. */
export function findPrice(book: PriceBook, product: Product, plan: Plan | null, today: string): PriceEntry | null {
  const candidates = book
    .filter((entry) => entry.product === product && entry.validFrom <= today && (plan === null || entry.plan === plan))
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom));
  return candidates[0] ?? null;
}
