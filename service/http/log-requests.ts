import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { Env } from './environment.ts';

/** Gives each call an id and one log line: route pattern, status and time. No address of a person, no query, no token. */
export const logRequests =
  (log: Logger): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('requestId', randomUUID());
    const startedAt = performance.now();
    await next();
    const ms = Math.round(performance.now() - startedAt);
    // The first pattern that is no catch-all is the one that answered; files of the panel have none.
    const route = matchedRoutes(c).find(({ path }) => !path.includes('*'))?.path ?? '(file)';
    log.info({ requestId: c.get('requestId'), method: c.req.method, route, status: c.res.status, ms }, 'request');
  };
