import type { OpenAPIHono } from '@hono/zod-openapi';
import { routes } from '../../../core/contract/routes/index.ts';
import { getBundle } from '../../usecases/get-bundle.ts';
import { previewEffect } from '../../usecases/preview-effect.ts';
import { recordIntents } from '../../usecases/record-intents.ts';
import { resolveIdentities } from '../../usecases/resolve-identities.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { register } from '../register.ts';

/** What extensions ask while somebody browses. */
export function browsingRoutes(app: OpenAPIHono<Env>, deps: HttpDeps): void {
  const { useCases } = deps;
  register(app, deps, routes.resolveIdentities, ({ body }) => resolveIdentities(useCases, body));
  register(app, deps, routes.previewEffect, ({ caller, body }) => previewEffect(useCases, caller, body));
  register(app, deps, routes.getBundle, ({ caller }) => getBundle(useCases, caller));
  register(app, deps, routes.recordIntents, ({ caller, body }) => recordIntents(useCases, caller, body.intents));
}
