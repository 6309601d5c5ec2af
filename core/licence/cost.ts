import { z } from 'zod';
import { Period } from './price-terms.ts';

/** Extra cost per period, or why it is not known. Never a number that a missing fact stands behind. */
export const Cost = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    /** Decimal string, extra cost per period. */
    amount: z.string(),
    currency: z.string(),
    period: Period,
    source: z.string(),
    verified: z.boolean(),
  }),
  z.object({ known: z.literal(false), why: z.string() }),
]);
export type Cost = z.infer<typeof Cost>;

export const costNotKnown = (why: string): Cost => ({ known: false, why });
