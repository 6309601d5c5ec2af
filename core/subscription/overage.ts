import { z } from 'zod';
import { Period } from '../licence/price-terms.ts';
import { because, type Reason } from '../reason.ts';
import type { SubscriptionPrice } from './price.ts';

/** What was bought. Null is "nobody has told us". */
export const Purchase = z.object({
  period: Period.nullable(),
  /** People bought for the year; of no meaning when paid by the month. */
  limit: z.number().int().nonnegative().nullable(),
  renewsOn: z.iso.date().nullable(),
});
export type Purchase = z.infer<typeof Purchase>;

export interface Overage {
  readonly state: 'within' | 'over' | 'unknown' | 'not-applicable';
  /** People beyond the limit; null when not known. */
  readonly over: number | null;
  /** The day it was found, ISO date; null when there is nothing over. */
  readonly since: string | null;
  /** The smallest tier that holds everybody; null when not needed or not in the price book. */
  readonly nextTier: number | null;
  readonly renewsOn: string | null;
  /** The subscription goes on working either way. */
  readonly serviceContinues: true;
  readonly reasons: readonly Reason[];
}

/** How the people counted stand to what was bought for the year (section 4 of the domain). `today` is an ISO date. */
export function overage(
  people: number | null,
  { period, limit, renewsOn }: Purchase,
  price: SubscriptionPrice | null,
  today: string,
): Overage {
  const found = (state: Overage['state'], reason: Reason, more: Partial<Overage> = {}): Overage => ({
    state,
    over: null,
    since: null,
    nextTier: null,
    renewsOn,
    serviceContinues: true,
    reasons: [reason],
    ...more,
  });
  if (period === 'month')
    return found('not-applicable', because('paid-monthly', 'Paid by the month: each invoice has whoever is counted.'));
  if (period === null)
    return found('unknown', because('period-unknown', 'Whether it is paid by the month or the year is not known.'));
  if (people === null) return found('unknown', because('count-unknown', 'How many people are counted is not known.'));
  if (limit === null) return found('unknown', because('limit-unknown', 'How many people were bought is not known.'));
  if (people <= limit)
    return found('within', because('within-limit', `${people} of the ${limit} people bought are counted.`), {
      over: 0,
    });
  const nextTier = price?.tiers?.find((tier) => tier >= people) ?? null;
  const tier = nextTier === null ? 'a tier that the price book does not name' : `the tier of ${nextTier}`;
  return found(
    'over',
    because(
      'over-limit',
      `${people - limit} more than the ${limit} people bought. The service continues; a quote for ${tier} follows.`,
    ),
    { over: people - limit, since: today, nextTier },
  );
}
