import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { errors, Problem } from '../../core/contract/errors.ts';
import type { Route } from '../../core/contract/route.ts';
import type { Caller } from '../usecases/context.ts';
import type { Env, HttpContext, HttpDeps } from './environment.ts';
import { guard } from './guard.ts';
import { problem } from './problem.ts';

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets: everything validated, and the caller that the access matrix promises. */
export interface Call<R extends Route> {
  readonly caller: R['access'] extends 'public' ? null : Caller;
  readonly params: Out<R['params']>;
  readonly query: Out<R['query']>;
  readonly body: Out<R['body']>;
  readonly idempotencyKey: R extends { idempotent: true } ? string : undefined;
}

export type Handler<R extends Route> = (call: Call<R>) => Promise<z.input<R['response']>>;

const JSON_TYPE = 'application/json';

/**
 * Serves one route of the contract: access matrix first, then the media type, the input and, after the handler, the
 * output. A handler that answers anything but what the contract says gives 500 and a log line, never garbage.
 */
export function register<R extends Route>(app: OpenAPIHono<Env>, deps: HttpDeps, route: R, handler: Handler<R>): void {
  const declaration = createRoute({
    method: route.method.toLowerCase() as 'get' | 'post' | 'delete',
    path: route.path,
    summary: route.summary,
    ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
    middleware: [guard(deps, route.access), ...(route.body ? [jsonOnly] : [])] as const,
    request: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(route.idempotent ? { headers: z.object({ 'idempotency-key': z.uuid() }) } : {}),
      ...(route.body ? { body: { content: { [JSON_TYPE]: { schema: route.body } }, required: true } } : {}),
    },
    responses: responsesOf(route),
  });

  const serve = async (c: HttpContext) => {
    const valid = (part: string) => c.req.valid(part as never) as unknown;
    const value = await handler({
      caller: c.get('caller'),
      params: valid('param'),
      query: valid('query'),
      body: valid('json'),
      idempotencyKey: (valid('header') as { 'idempotency-key': string } | undefined)?.['idempotency-key'],
    } as Call<R>);
    const output = route.response.safeParse(value);
    if (output.success) return answer(c, route, JSON.stringify(output.data));
    deps.log.error(
      { requestId: c.get('requestId'), route: route.path, err: output.error },
      'answer breaks the contract',
    );
    return problem(c, 'internal');
  };
  // The types of the contract are checked here by hand: Hono's own would need each route written out again.
  app.openapi(declaration, serve as never);
}

/** Bodies are JSON or refused, an absent content type included. */
async function jsonOnly(c: HttpContext, next: () => Promise<void>): Promise<Response | undefined> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== JSON_TYPE) return problem(c, 'unsupported-media-type');
  await next();
  return undefined;
}

function answer(c: HttpContext, route: Route, text: string): Response {
  c.header('content-type', JSON_TYPE);
  if (!route.etag) return c.body(text, route.status);
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  c.header('etag', etag);
  c.header('cache-control', 'private, no-cache');
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) ? c.body(null, 304) : c.body(text, route.status);
}

function responsesOf(route: Route) {
  const problems = new Map<number, string[]>();
  for (const code of [...route.errors, 'internal'] as const) {
    const { status, title } = errors[code];
    problems.set(status, [...(problems.get(status) ?? []), `${code}: ${title}`]);
  }
  return {
    [route.status]: { description: route.summary, content: { [JSON_TYPE]: { schema: route.response } } },
    ...(route.etag ? { 304: { description: 'What the caller has is still right.' } } : {}),
    ...Object.fromEntries(
      [...problems].map(([status, titles]) => [
        status,
        { description: titles.join(' '), content: { 'application/problem+json': { schema: Problem } } },
      ]),
    ),
  };
}
