import Big from 'big.js';
import { z } from 'zod';

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal number such as "8.60"');

/** Codes an invoice can carry; asked of the language itself so that no list of ours grows old. */
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD')
  .refine((code) => !/^[A-Z]{3}$/.test(code) || currencies.has(code), 'no such currency: an ISO 4217 code such as USD');

export const Period = z.enum(['month', 'year']);
export type Period = z.infer<typeof Period>;

export const Band = z.object({
  from: z.number().int().positive(),
  to: z.number().int().positive().nullable(),
  unitPrice: decimal,
});
export type Band = z.infer<typeof Band>;

/**
 * How a number of users becomes a price, and since when. Bands are inclusive and contiguous; `to` null is "and above". Prices are
 * decimal strings in `currency` per user and `period`.
 * - `graduated`: each user at the price of the band he falls in. `volume`: all users at the price of the band reached.
 *   `flat`: one price for every user.
 * - `minimumUsers`: fewer users than this cost as much as this many (section 4 of the domain).
 * - `tiers`: user counts that can be bought up front, ascending; absent when nobody has written them down.
 * - `validFrom`, `validUntil`: first and last day, ISO dates.
 * - `verified`: a person has checked it against a quote; prices that nobody checked are shown so.
 */
export const priceTerms = {
  currency: Currency,
  period: Period,
  mode: z.enum(['graduated', 'volume', 'flat']),
  bands: z.array(Band).min(1),
  minimumUsers: z.number().int().positive().optional(),
  tiers: z.array(z.number().int().positive()).min(1).optional(),
  source: z.string().min(1),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().optional(),
  verified: z.boolean(),
} as const;

const Terms = z.object(priceTerms);
export type PriceTerms = z.infer<typeof Terms>;

type Fault = (path: (string | number)[], message: string) => void;

/** What no single field can show: bands with gaps or overlaps, tiers out of order, an end before the beginning. */
export function checkTerms(terms: PriceTerms, fault: Fault): void {
  terms.bands.forEach((band, index) => {
    const before = terms.bands[index - 1];
    if (before && before.to === null)
      fault(['bands', index - 1, 'to'], `band ${index} has no end but another band follows: give it a last user`);
    else {
      const expected = before ? (before.to ?? 0) + 1 : 1;
      if (band.from !== expected)
        fault(['bands', index, 'from'], `band ${index + 1} must start at ${expected}, not ${band.from}`);
    }
    if (band.to !== null && band.to < band.from)
      fault(['bands', index, 'to'], `band ${index + 1} ends before it starts: ${band.to} must be ${band.from} or more`);
  });
  if (terms.mode === 'flat' && terms.bands.length > 1)
    fault(['bands'], 'a flat price has exactly one band: use graduated or volume for several');
  terms.tiers?.forEach((tier, index) => {
    const before = terms.tiers?.[index - 1];
    if (before !== undefined && tier <= before)
      fault(['tiers', index], `tiers must rise: ${tier} must be more than ${before}`);
  });
  if (terms.validUntil !== undefined && terms.validUntil < terms.validFrom)
    fault(['validUntil'], `${terms.validUntil} is before validFrom ${terms.validFrom}: correct one of the two`);
}

type Counted = Pick<PriceTerms, 'mode' | 'bands' | 'minimumUsers'>;

/** Price of `users` users for one period, exact. Null when the bands do not reach that far or `users` is not a count. */
function priceOf(terms: Counted, users: number): Big | null {
  if (!Number.isSafeInteger(users) || users < 0) return null;
  if (users === 0) return new Big(0);
  const billed = Math.max(users, terms.minimumUsers ?? 1);
  const last = terms.bands.at(-1);
  if (!last || (last.to !== null && billed > last.to)) return null;
  if (terms.mode !== 'graduated') {
    const band = terms.bands.find(({ from, to }) => billed >= from && (to === null || billed <= to));
    return band ? new Big(band.unitPrice).times(billed) : null;
  }
  return terms.bands.reduce((sum, band) => {
    const within = Math.min(billed, band.to ?? billed) - band.from + 1;
    return within > 0 ? sum.plus(new Big(band.unitPrice).times(within)) : sum;
  }, new Big(0));
}

/** As many decimals as the amount has, two at least: nothing is rounded away. */
export function exactly(amount: Big): string {
  const decimals = amount.c.length - 1 - amount.e;
  return amount.toFixed(Math.max(2, decimals));
}

/** Price of `users` users for one period, as a decimal string. Null when there is no band that far. */
export function totalPrice(terms: Counted, users: number): string | null {
  const total = priceOf(terms, users);
  return total === null ? null : exactly(total);
}

/** What `extra` more users cost on top of `users`, bands crossed included: a difference of totals, never count times price. */
export function marginalPrice(terms: Counted, users: number, extra: number): string | null {
  const before = priceOf(terms, users);
  const after = priceOf(terms, users + extra);
  return before === null || after === null ? null : exactly(after.minus(before));
}

/** True on the days a price holds. `today` is an ISO date. */
export const isValidOn = ({ validFrom, validUntil }: Pick<PriceTerms, 'validFrom' | 'validUntil'>, today: string) =>
  validFrom <= today && (validUntil === undefined || today <= validUntil);

/** The newest of those valid on `today` (ISO date); null when there is none. */
export function newestValid<T extends Pick<PriceTerms, 'validFrom' | 'validUntil'>>(
  entries: readonly T[],
  today: string,
): T | null {
  return entries
    .filter((entry) => isValidOn(entry, today))
    .reduce<T | null>((best, entry) => (best === null || entry.validFrom > best.validFrom ? entry : best), null);
}

type Dated = Pick<PriceTerms, 'currency' | 'period' | 'validFrom' | 'validUntil'> & { readonly id: string };

/** What no single price can show: an id used twice, two prices from one day on, a currency that changes unannounced. */
export function checkBook<T extends Dated>(entries: readonly T[], subjectOf: (entry: T) => string, fault: Fault): void {
  entries.forEach((entry, index) => {
    for (const earlier of entries.slice(0, index)) {
      if (earlier.id === entry.id)
        fault([index, 'id'], `"${entry.id}" is used by an earlier price: give every price an id of its own`);
      if (subjectOf(earlier) !== subjectOf(entry) || earlier.period !== entry.period) continue;
      const [first, second] = earlier.validFrom <= entry.validFrom ? [earlier, entry] : [entry, earlier];
      if (first.validFrom === second.validFrom)
        fault(
          [index, 'validFrom'],
          `"${earlier.id}" and "${entry.id}" both hold from ${entry.validFrom}: remove one or change its validFrom`,
        );
      else if (first.currency !== second.currency && isValidOn(first, second.validFrom))
        fault(
          [index, 'currency'],
          `the price turns from ${first.currency} into ${second.currency} on ${second.validFrom}: correct the currency, or end "${first.id}" before with validUntil`,
        );
    }
  });
}
