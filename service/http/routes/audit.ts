import type { OpenAPIHono } from '@hono/zod-openapi';
import { routes } from '../../../core/contract/routes/index.ts';
import { getHealth } from '../../usecases/get-health.ts';
import { listAudit } from '../../usecases/list-audit.ts';
import { verifyAudit } from '../../usecases/verify-audit.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { register } from '../register.ts';

/** What is written down, and whether the service is well. */
export function auditRoutes(app: OpenAPIHono<Env>, deps: HttpDeps): void {
  const { useCases } = deps;
  register(app, deps, routes.listAudit, ({ query }) => listAudit(useCases, query));
  register(app, deps, routes.verifyAudit, () => verifyAudit(useCases));
  register(app, deps, routes.getHealth, () => getHealth(useCases));
}
