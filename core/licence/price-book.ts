import { z } from 'zod';
import { Plan } from '../organization/organization.ts';
import { Product } from '../organization/product.ts';
import { checkBook, checkTerms, newestValid, type Period, priceTerms } from './price-terms.ts';

export { marginalPrice, totalPrice } from './price-terms.ts';

/** The price of one product on one plan. Shape of the rest: `price-terms.ts`. */
export const PriceEntry = z
  .object({ id: z.string().min(1), product: Product, plan: Plan, ...priceTerms })
  .superRefine((entry, context) =>
    checkTerms(entry, (path, message) => context.addIssue({ code: 'custom', path, message })),
  );
export type PriceEntry = z.infer<typeof PriceEntry>;

/** Dated prices of products, edited by people. */
export const PriceBook = z.array(PriceEntry).superRefine((entries, context) =>
  checkBook(
    entries,
    ({ product, plan }) => `${product} ${plan}`,
    (path, message) => context.addIssue({ code: 'custom', path, message }),
  ),
);
export type PriceBook = z.infer<typeof PriceBook>;

/**
 * The newest entry for the product that is valid on `today` (ISO date); null when the book has none. A plan that is not known
 * (null) is only found where the book knows a single plan of the product: guessing one would be guessing the price.
 */
export function findPrice(
  book: PriceBook,
  product: Product,
  plan: Plan | null,
  today: string,
  period: Period | null = null,
): PriceEntry | null {
  const candidates = book.filter(
    (entry) =>
      entry.product === product &&
      (plan === null || entry.plan === plan) &&
      (period === null || entry.period === period),
  );
  if (plan === null && new Set(candidates.map((entry) => entry.plan)).size > 1) return null;
  return newestValid(candidates, today);
}
