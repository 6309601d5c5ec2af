import { z } from 'zod';
import { Reason, type ReasonValues } from '../reason.ts';
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
  z.object({
    known: z.literal(false),
    why: z.string(),
    /** As a reason has them: by these `why` is said in other languages. */
    code: Reason.shape.code.optional(),
    values: Reason.shape.values,
  }),
]);
export type Cost = z.infer<typeof Cost>;

/** @param code left out where nobody but IT reads it */
export const costNotKnown = (why: string, code?: string, values?: ReasonValues): Cost => ({
  known: false,
  why,
  ...(code !== undefined && { code }),
  ...(values !== undefined && { values }),
});
