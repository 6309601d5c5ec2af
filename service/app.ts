import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { paths } from '../core/contract/routes/index.ts';
import { discardUnreadBody, limitBody } from './http/body.ts';
import type { Env, HttpContext, HttpDeps } from './http/environment.ts';
import { commonHeaders, crossOrigin } from './http/headers.ts';
import { logRequests } from './http/log-requests.ts';
import { onError } from './http/on-error.ts';
import { panel } from './http/panel.ts';
import { problem } from './http/problem.ts';
import { auditRoutes } from './http/routes/audit.ts';
import { browsingRoutes } from './http/routes/browsing.ts';
import { directoryRoutes } from './http/routes/directory.ts';
import { eventRoutes } from './http/routes/events.ts';
import { requestRoutes } from './http/routes/requests.ts';
import { signInRoutes } from './http/routes/sign-in.ts';

/** The whole HTTP surface, without a socket: tests call it, `main.ts` listens with it. */
export function createApp(deps: HttpDeps): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      // Paths and rules, never what was sent: the names of unknown fields are part of that.
      const issues = result.error.issues.map(({ code, path, message }) => ({
        path: path.join('.'),
        message: code === 'unrecognized_keys' ? 'has a field that is not known here' : message,
      }));
      return problem(c as HttpContext, 'bad-request', { issues: issues.slice(0, 20) });
    },
  });
  app.onError((error, c) => onError(deps.log)(error, c));
  app.notFound((c) => problem(c, 'not-found'));
  // Sessions travel in a header that no other site's page can make a browser send, so what is compressed beside them tells nobody.
  app.use('*', logRequests(deps.log), compress(), commonHeaders(deps.http));
  app.use('/api/*', crossOrigin(deps.http), discardUnreadBody, limitBody);

  signInRoutes(app, deps);
  browsingRoutes(app, deps);
  requestRoutes(app, deps);
  directoryRoutes(app, deps);
  auditRoutes(app, deps);
  eventRoutes(app, deps);
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'http', scheme: 'bearer' });
  app.doc31(paths.openapi, {
    openapi: '3.1.0',
    info: { title: 'Gatehouse', version: deps.useCases.settings.version },
  });
  app.all('/api/*', (c) => problem(c, 'not-found'));
  app.route('/', panel(deps.http));
  return app;
}
