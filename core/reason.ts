import { z } from 'zod';

/**
 * One fact that a classification, decision or effect rests on. `code` is stable and machine-readable; `text` is the
 * sentence shown to people. Nothing in core answers without at least one.
 */
export const Reason = z.object({
  code: z.string().min(1),
  text: z.string().min(1),
  /** What the sentence is filled in with, where a person may read it in another language than English. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Reason = z.infer<typeof Reason>;

export type ReasonValues = NonNullable<Reason['values']>;

export const because = (code: string, text: string, values?: ReasonValues): Reason =>
  values === undefined ? { code, text } : { code, text, values };
