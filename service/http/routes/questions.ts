import type { OpenAPIHono } from '@hono/zod-openapi';
import { routes } from '../../../core/contract/routes/index.ts';
import { ask } from '../../../core/questions.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { register } from '../register.ts';

/** The domain's own answers: what support asks when somebody wants to know why. */
export function questionRoutes(app: OpenAPIHono<Env>, deps: HttpDeps): void {
  register(app, deps, routes.askQuestions, async ({ body }) => ({
    answers: body.questions.map(({ ask: name, given }) => ask(name, given)),
  }));
}
