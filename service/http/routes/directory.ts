import type { OpenAPIHono } from '@hono/zod-openapi';
import { routes } from '../../../core/contract/routes/index.ts';
import { getDirectory } from '../../usecases/get-directory.ts';
import { listPeople } from '../../usecases/list-people.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { register } from '../register.ts';

export function directoryRoutes(app: OpenAPIHono<Env>, deps: HttpDeps): void {
  const { useCases } = deps;
  register(app, deps, routes.listPeople, ({ query }) => listPeople(useCases, query));
  register(app, deps, routes.getDirectory, () => getDirectory(useCases));
  register(app, deps, routes.syncDirectory, async () => ({ started: useCases.wake.directorySync() }));
}
