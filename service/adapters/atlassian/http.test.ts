import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AtlassianError } from './errors.ts';
import { type HttpOptions, send, sendWithRetries } from './http.ts';

const call = {
  method: 'GET',
  url: 'https://api.atlassian.com/x',
  authorization: 'Bearer key',
  schema: z.object({ ok: z.boolean() }),
  what: 'testing',
} as const;
const options = (answers: (Response | Error)[], over: Partial<HttpOptions> = {}) => {
  const sent: RequestInit[] = [];
  const fetch = (async (_url: string, init: RequestInit) => {
    sent.push(init);
    const next = answers.shift();
    if (next instanceof Response) return next;
    throw next ?? new Error('nothing left');
  }) as unknown as typeof globalThis.fetch;
  const http: HttpOptions = { fetch, signal: new AbortController().signal, timeoutMs: 1000, retries: 3, ...over };
  return { http, sent };
};
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

describe('send', () => {
  it('sends the credentials and reads only what the schema knows', async () => {
    const { http, sent } = options([json({ ok: true, more: 1 })]);
    expect(await send(http, call)).toEqual({ ok: true });
    expect(sent[0]).toMatchObject({ redirect: 'error', headers: { authorization: 'Bearer key' } });
  });

  it('names an answer it does not understand, and one that is no JSON', async () => {
    await expect(send(options([json({ ok: 'maybe' })]).http, call)).rejects.toMatchObject({ kind: 'not-understood' });
    await expect(send(options([new Response('<html>')]).http, call)).rejects.toMatchObject({ kind: 'not-understood' });
  });

  it('calls a broken connection unavailable and says which host', async () => {
    const error = await send(options([new TypeError('fetch failed')]).http, call).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AtlassianError);
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('api.atlassian.com') });
  });
});

describe('sendWithRetries', () => {
  it('tries again after what passes, and waits as long as it was told', async () => {
    const { http, sent } = options([json({}, 429, { 'retry-after': '1' }), json({}, 503), json({ ok: true })]);
    const startedAt = performance.now();
    expect(await sendWithRetries(http, call)).toEqual({ ok: true });
    expect(performance.now() - startedAt).toBeGreaterThan(1000);
    expect(sent).toHaveLength(3);
  });

  it('does not repeat what will not change', async () => {
    const { http, sent } = options([json({}, 401), json({ ok: true })]);
    await expect(sendWithRetries(http, call)).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(sent).toHaveLength(1);
  });

  it('gives up after its tries', async () => {
    const { http, sent } = options([json({}, 500), json({}, 500), json({ ok: true })], { retries: 1 });
    await expect(sendWithRetries(http, call)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(sent).toHaveLength(2);
  });
});
