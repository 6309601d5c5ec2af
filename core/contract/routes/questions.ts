import { z } from 'zod';
import { route, staff } from '../route.ts';

const Answer = z.discriminatedUnion('ok', [
  /** JSON, as the question says. */
  z.object({ ok: z.literal(true), answer: z.unknown() }),
  z.object({ ok: z.literal(false), problems: z.array(z.object({ path: z.string(), message: z.string() })).readonly() }),
]);

export const askQuestions = route({
  method: 'POST',
  path: '/api/v1/questions',
  summary: 'What the domain says about facts that are given: nothing is read and nothing is changed',
  access: staff,
  body: z.strictObject({
    /** `ask` is the name of a question of `core/questions.ts`, e.g. `identity.classify`. */
    questions: z
      .array(z.strictObject({ ask: z.string().max(100), given: z.record(z.string(), z.unknown()) }))
      .min(1)
      .max(100),
  }),
  /** In the order of the questions. */
  response: z.object({ answers: z.array(Answer) }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-allowed'],
});
