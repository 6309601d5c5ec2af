import { OpenAPIHono } from '@hono/zod-openapi';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route } from '../../core/contract/route.ts';
import type { Env, HttpDeps } from './environment.ts';
import { usualLimits } from './rate-limit.ts';
import { register } from './register.ts';

const things = route({
  method: 'GET',
  path: '/things/{id}',
  summary: 'A thing',
  access: 'public',
  params: z.object({ id: z.string() }),
  response: z.object({ id: z.string(), count: z.number().int() }),
  status: 200,
  errors: [],
  etag: true,
});

const serve = (answer: unknown) => {
  const logged: unknown[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const deps = { log, limits: usualLimits(), http: { trustProxy: false } } as unknown as HttpDeps;
  const app = new OpenAPIHono<Env>();
  app.use('*', async (c, next) => {
    c.set('requestId', 'request-1');
    await next();
  });
  register(app, deps, things, async () => answer as never);
  return { app, logged };
};

describe('register', () => {
  it('sends what the contract names and drops the rest', async () => {
    const response = await serve({ id: 'a', count: 1, secret: 'internal' }).app.request('/things/a');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: 'a', count: 1 });
  });

  it('answers 500 and logs, in place of an answer that breaks the contract', async () => {
    const { app, logged } = serve({ id: 'a', count: 'many' });
    const response = await app.request('/things/a');
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'internal', instance: 'urn:gatehouse:request:request-1' });
    expect(logged).toMatchObject([{ requestId: 'request-1', route: '/things/{id}' }]);
  });

  it('answers 304 to the tag of what it would send, strong, weak or in a list', async () => {
    const { app } = serve({ id: 'a', count: 1 });
    const first = await app.request('/things/a');
    const etag = first.headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await app.request('/things/a', { headers: { 'if-none-match': tag } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
    const other = await serve({ id: 'a', count: 2 }).app.request('/things/a', { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
  });
});
