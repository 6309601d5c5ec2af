import type { OpenAPIHono } from '@hono/zod-openapi';
import { routes } from '../../../core/contract/routes/index.ts';
import { chooseSite } from '../../usecases/choose-site.ts';
import { decideRequest, finishByHand, retryGrant } from '../../usecases/decide-request.ts';
import { getRequest } from '../../usecases/get-request.ts';
import { listOwnRequests } from '../../usecases/list-own-requests.ts';
import { listRequests } from '../../usecases/list-requests.ts';
import { submitRequest } from '../../usecases/submit-request.ts';
import { withdrawRequest } from '../../usecases/withdraw-request.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { register } from '../register.ts';

/** Access requests. `mine` comes before `{id}`, which would match it too. */
export function requestRoutes(app: OpenAPIHono<Env>, deps: HttpDeps): void {
  const { useCases } = deps;
  register(app, deps, routes.submitRequest, ({ caller, idempotencyKey, body }) =>
    submitRequest(useCases, caller, idempotencyKey, body),
  );
  register(app, deps, routes.listOwnRequests, ({ caller }) => listOwnRequests(useCases, caller));
  register(app, deps, routes.listRequests, ({ caller, query }) => listRequests(useCases, caller, query));
  register(app, deps, routes.getRequest, ({ caller, params }) => getRequest(useCases, caller, params.id));
  register(app, deps, routes.decideRequest, ({ caller, params, body }) =>
    decideRequest(useCases, caller, params.id, body),
  );
  register(app, deps, routes.chooseSite, ({ caller, params, body }) => chooseSite(useCases, caller, params.id, body));
  register(app, deps, routes.retryGrant, ({ caller, params, body }) => retryGrant(useCases, caller, params.id, body));
  register(app, deps, routes.finishByHand, ({ caller, params, body }) =>
    finishByHand(useCases, caller, params.id, body),
  );
  register(app, deps, routes.withdrawRequest, ({ caller, params }) => withdrawRequest(useCases, caller, params.id));
}
