import { z } from 'zod';

/** A message to the extension's background: what it is called, what it carries, and what is answered. */
export const message = <const K extends string, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) => ({
  kind,
  input: z.strictObject({ kind: z.literal(kind), input }),
  output,
});
