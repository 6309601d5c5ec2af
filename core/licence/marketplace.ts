import { z } from 'zod';
import { CloudId } from '../ids.ts';
import { Product } from '../organization/product.ts';
import { because, Reason } from '../reason.ts';
import { Cost, costNotKnown } from './cost.ts';
import { checkTerms, marginalPrice, newestValid, priceTerms } from './price-terms.ts';
import type { SeatCount } from './seats.ts';

const AppPrice = z
  .object(priceTerms)
  .superRefine((terms, context) =>
    checkTerms(terms, (path, message) => context.addIssue({ code: 'custom', path, message })),
  );

/** A Marketplace app on a site. Which number of users it is priced on differs from app to app; null is "nobody has told us". */
export const MarketplaceApp = z.object({
  name: z.string().min(1),
  cloudId: CloudId,
  /** Products the app works in. */
  products: z.array(Product).min(1),
  pricedOn: z.literal('largest-user-count').nullable(),
  prices: z.array(AppPrice),
});
export type MarketplaceApp = z.infer<typeof MarketplaceApp>;

export const AppEffect = z.object({
  name: z.string(),
  cloudId: CloudId,
  /** Users the app is priced on; null when not known. */
  before: z.number().int().nonnegative().nullable(),
  after: z.number().int().nonnegative().nullable(),
  cost: Cost,
  reasons: z.array(Reason),
});
export type AppEffect = z.infer<typeof AppEffect>;

export interface ProductChange {
  readonly product: Product;
  readonly cloudId: CloudId;
  readonly before: SeatCount;
  readonly after: SeatCount;
}

/**
 * What a seat more does to a Marketplace app: some are priced on the largest user count among the products of the site (section 3),
 * so a seat in the smaller product costs nothing more. `counts` holds every product of the app, changed or not.
 */
export function appEffect(app: MarketplaceApp, counts: readonly ProductChange[], today: string): AppEffect {
  const own = app.products.map((product) =>
    counts.find((count) => count.product === product && count.cloudId === app.cloudId),
  );
  const before = largest(own.map((count) => count?.before.used ?? null));
  const after = largest(own.map((count) => count?.after.used ?? null));
  const found = (cost: Cost, reason: Reason): AppEffect => ({
    name: app.name,
    cloudId: app.cloudId,
    before,
    after,
    cost,
    reasons: [reason],
  });
  if (app.pricedOn === null)
    return found(
      costNotKnown(`Which number of users ${app.name} is priced on is not known.`),
      because('app-basis-unknown', `${app.name} may cost more too: which users it is priced on is not known.`),
    );
  if (before === null || after === null)
    return found(
      costNotKnown(`The largest user count that ${app.name} is priced on is not known.`),
      because('app-users-unknown', `${app.name} is priced on the largest user count, which is not known.`),
    );
  const price = newestValid(app.prices, today);
  const amount = price === null ? null : marginalPrice(price, before, after - before);
  const cost: Cost =
    price === null || amount === null
      ? costNotKnown(`The price book has no price for ${app.name} at ${after} users.`)
      : {
          known: true,
          amount,
          currency: price.currency,
          period: price.period,
          source: price.source,
          verified: price.verified,
        };
  return found(
    cost,
    after > before
      ? because('app-counts-more', `${app.name} is priced on the largest user count: ${before} becomes ${after}.`)
      : because('app-unchanged', `${app.name} is priced on the largest user count, which stays ${before}.`),
  );
}

/** One unknown count may be the largest. */
function largest(counts: readonly (number | null)[]): number | null {
  let most = 0;
  for (const count of counts) {
    if (count === null) return null;
    most = Math.max(most, count);
  }
  return counts.length === 0 ? null : most;
}
