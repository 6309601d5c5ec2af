import type { OpenAPIHono } from '@hono/zod-openapi';
import { paths, routes } from '../../../core/contract/routes/index.ts';
import { beginSignIn } from '../../usecases/begin-sign-in.ts';
import { exchangeCode } from '../../usecases/exchange-code.ts';
import { finishSignIn } from '../../usecases/finish-sign-in.ts';
import { meOf } from '../../usecases/get-me.ts';
import { signOut } from '../../usecases/sign-out.ts';
import type { Env, HttpDeps } from '../environment.ts';
import { guard } from '../guard.ts';
import { register } from '../register.ts';

/** Signing in and out, and who is signed in. */
export function signInRoutes(app: OpenAPIHono<Env>, deps: HttpDeps): void {
  const { useCases, log, http } = deps;
  app.get(paths.authorize, guard(deps, 'public'), async (c) => {
    const { location, failure } = await beginSignIn(useCases, c.req.query());
    if (failure !== null)
      log.error({ requestId: c.get('requestId'), err: failure }, 'the identity provider cannot be reached');
    return c.redirect(location);
  });
  app.get(paths.callback, guard(deps, 'public'), async (c) => {
    // The address as the provider knows it: what a proxy made of host and scheme on the way does not matter.
    const address = new URL(http.publicUrl + paths.callback + new URL(c.req.url).search);
    const { location, why } = await finishSignIn(useCases, address);
    if (why !== null) log.warn({ requestId: c.get('requestId'), why }, 'a sign-in did not work');
    return c.redirect(location);
  });
  register(app, deps, routes.exchangeCode, ({ body }) => exchangeCode(useCases, body));
  register(app, deps, routes.getMe, ({ caller }) => meOf(useCases, caller));
  register(app, deps, routes.signOut, ({ caller }) => signOut(useCases, caller));
}
