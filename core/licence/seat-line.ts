import { z } from 'zod';
import { CloudId } from '../ids.ts';
import { Product } from '../organization/product.ts';
import { BillingEffect } from './billing.ts';
import { Cost } from './cost.ts';
import { SeatCount } from './seats.ts';

/** What becomes of one product on one site. */
export const SeatLine = z.object({
  product: Product,
  cloudId: CloudId,
  siteHost: z.string(),
  before: SeatCount,
  /** Seats taken; null when not known. */
  taken: z.number().int().nonnegative().nullable(),
  after: SeatCount,
  cost: Cost,
  billing: BillingEffect,
});
export type SeatLine = z.infer<typeof SeatLine>;
