import type { z } from 'zod';

/**
 * One thing that can be asked of the domain, as plain data: `given` says what it takes in the words of the domain (with
 * defaults for what does not matter), `answer` is pure and gives JSON. The decision tables of `tests/decisions` are written in
 * questions, and the same questions are asked of the core, of the service over HTTP and of the extension's bundle.
 */
export interface Question<G extends z.ZodType = z.ZodType> {
  readonly given: G;
  readonly answer: (given: z.output<G>) => Json;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Ties the answer's input to the shape of what is given. */
export const question = <G extends z.ZodType>(given: G, answer: (given: z.output<G>) => Json): Question => ({
  given,
  answer: answer as (given: unknown) => Json,
});

export interface Problem {
  /** Where in what was given, e.g. `targets.0.email`; empty for the whole. */
  readonly path: string;
  /** What is wrong and what is expected instead. */
  readonly message: string;
}

export type Answer =
  | { readonly ok: true; readonly answer: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks what is given, then answers. Never throws for what is given. */
export function answerTo(asked: Question, given: unknown): Answer {
  const parsed = asked.given.safeParse(given);
  if (parsed.success) return { ok: true, answer: asked.answer(parsed.data) };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  };
}
