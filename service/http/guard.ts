import type { MiddlewareHandler } from 'hono';
import type { Access } from '../../core/contract/route.ts';
import { whoIs } from '../usecases/who-is.ts';
import type { Env, HttpDeps } from './environment.ts';
import { addressOf, overLimit } from './over-limit.ts';
import { problem } from './problem.ts';

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,200})$/;

/**
 * Lets a call pass when the access matrix allows it: 401 without a session, 403 without the role. Runs before anything
 * of the call is read, so that strangers learn nothing from validation.
 */
export const guard =
  ({ useCases, limits, http }: HttpDeps, access: Access): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('caller', null);
    if (access === 'public') return overLimit(c, limits.strangers, addressOf(c, http)) ?? next();
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const caller = token === undefined ? null : await whoIs(useCases, token);
    if (!caller) {
      c.header('www-authenticate', 'Bearer');
      return problem(c, 'not-signed-in');
    }
    if (!caller.roles.some((role) => access.includes(role))) return problem(c, 'not-allowed');
    c.set('caller', caller);
    return overLimit(c, limits.people, caller.subject) ?? next();
  };
