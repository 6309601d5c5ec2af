import type { z } from 'zod';
import type { Json } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';

/**
 * One thing that a table asks of the core, as plain data: `given` says what it takes in the words of the domain (with defaults
 * for what does not matter), `answer` calls the core's own functions and gives JSON.
 */
export interface TableStep<G extends z.ZodType = z.ZodType> {
  readonly given: G;
  readonly answer: (given: z.output<G>) => Json;
}

/** Ties the answer's input to the shape of what is given. */
export const step = <G extends z.ZodType>(given: G, answer: (given: z.output<G>) => Json): TableStep => ({
  given,
  answer: answer as (given: unknown) => Json,
});

export type Answer =
  | { readonly ok: true; readonly answer: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks what is given, then answers. Never throws for what is given. */
export function answerTo(asked: TableStep, given: unknown): Answer {
  const parsed = asked.given.safeParse(given);
  if (parsed.success) return { ok: true, answer: asked.answer(parsed.data) };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  };
}
