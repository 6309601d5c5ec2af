import { z } from 'zod';
import { type Cost, costNotKnown } from '../licence/cost.ts';
import {
  checkBook,
  checkTerms,
  marginalPrice,
  newestValid,
  type Period,
  priceTerms,
  totalPrice,
} from '../licence/price-terms.ts';
import { BillingRules, Edition } from './rules.ts';

/** What the subscription costs for a number of people. Shape of the terms: `core/licence/price-terms.ts`. */
export const SubscriptionPrice = z
  .object({ id: z.string().min(1), edition: Edition, ...priceTerms })
  .superRefine((entry, context) =>
    checkTerms(entry, (path, message) => context.addIssue({ code: 'custom', path, message })),
  );
export type SubscriptionPrice = z.infer<typeof SubscriptionPrice>;

/** Dated prices and dated rules of who is counted: no official table is known here, so people keep it (section 4 of the domain). */
export const SubscriptionBook = z.object({
  prices: z.array(SubscriptionPrice).superRefine((entries, context) =>
    checkBook(
      entries,
      ({ edition }) => edition,
      (path, message) => context.addIssue({ code: 'custom', path, message }),
    ),
  ),
  rules: z.array(BillingRules).min(1),
});
export type SubscriptionBook = z.infer<typeof SubscriptionBook>;

/** The rules in force on `today` (ISO date); null when the book has none for that day. */
export const rulesOn = ({ rules }: Pick<SubscriptionBook, 'rules'>, today: string): BillingRules | null =>
  newestValid(rules, today);

/** The price in force on `today` for the edition and period; null when one is not known or the book has none. */
export function priceOn(
  { prices }: Pick<SubscriptionBook, 'prices'>,
  edition: Edition | null,
  period: Period | null,
  today: string,
): SubscriptionPrice | null {
  return newestValid(
    prices.filter((price) => price.edition === edition && price.period === period),
    today,
  );
}

/** What so many people cost a period. Unknown counts and missing prices are said to be so. */
export function totalCost(price: SubscriptionPrice | null, people: number | null): Cost {
  return people === null
    ? costNotKnown('How many people are counted is not known.')
    : costOf(price, (terms) => totalPrice(terms, people));
}

/** What `extra` more people cost a period on top of `people`: the bands they fall in, never count times price. */
export function marginalCost(price: SubscriptionPrice | null, people: number | null, extra: number | null): Cost {
  if (extra === null) return costNotKnown('How many people become billable is not known.');
  if (people === null && extra > 0) return costNotKnown('How many people are counted now is not known.');
  return costOf(price, (terms) => marginalPrice(terms, people ?? 0, extra));
}

function costOf(price: SubscriptionPrice | null, amountIn: (terms: SubscriptionPrice) => string | null): Cost {
  if (price === null) return costNotKnown('The price book has no price for this subscription today.');
  const amount = amountIn(price);
  if (amount === null) return costNotKnown('The price book ends before this many people.');
  const { currency, period, source, verified } = price;
  return { known: true, amount, currency, period, source, verified };
}
