import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../core/contract/errors.ts';
import { routes } from '../../core/contract/routes/index.ts';
import { EXTENSION_ID } from '../../extension/manifest.ts';
import type { Client } from './service-client.ts';
import { type ServiceStage, startServiceStage } from './service-stage.ts';

let stage: ServiceStage;
let emma: Client;
const allowed = 'https://forge.example';
beforeAll(async () => {
  stage = await startServiceStage({
    env: { GATEHOUSE_ALLOWED_ORIGINS: allowed, GATEHOUSE_FRAME_ANCESTORS: 'https://intranet.example' },
  });
  const panelDir = stage.env.GATEHOUSE_PANEL_DIR ?? '';
  await mkdir(join(panelDir, 'assets'), { recursive: true });
  await writeFile(join(panelDir, 'index.html'), '<!doctype html><title>Gatehouse</title>');
  await writeFile(join(panelDir, 'assets/main-a1b2c3d4.js'), 'export {};');
  await writeFile(join(panelDir, 'assets/large-a1b2c3d4.js'), 'export const words = 1;\n'.repeat(5000));
  await stage.restart();
  emma = await stage.as('emma');
});
afterAll(() => stage.close());

const resolve = routes.resolveIdentities.path;
const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return Problem.parse(await response.json());
};

describe('bad input', () => {
  it('gets a problem that names the field and repeats nothing of what was sent', async () => {
    const response = await emma.post(resolve, {
      accountIds: ['ok'],
      emailHashes: ['<b>HOSTILE</b>'],
      '<i>EXTRA</i>': 1,
    });
    expect(response.status).toBe(400);
    const body = await problem(response);
    expect(body).toMatchObject({ code: 'bad-request', status: 400 });
    expect(body.issues?.map(({ path }) => path)).toContain('emailHashes.0');
    expect(JSON.stringify(body)).not.toMatch(/HOSTILE|EXTRA/);
  });

  it('gets a problem when it is not JSON, not said to be JSON, too large or nowhere', async () => {
    expect(await problem(await emma.post(resolve, '{"a":'))).toMatchObject({ code: 'bad-request' });
    const text = await emma.post(resolve, '{}', { 'content-type': 'text/plain' });
    expect(await problem(text)).toMatchObject({ code: 'unsupported-media-type', status: 415 });
    const large = await emma.post(resolve, { accountIds: ['x'.repeat(300_000)], emailHashes: [] });
    expect(await problem(large)).toMatchObject({ code: 'too-large', status: 413 });
    expect(await problem(await emma.send('/api/v1/nothing'))).toMatchObject({ code: 'not-found' });
    expect(await problem(await emma.send('/api/v1/me', { method: 'DELETE' }))).toMatchObject({ code: 'not-found' });
  });

  it('never costs the connection: the next call on it works', async () => {
    for (const client of [stage.stranger(), emma])
      for (const text of ['x'.repeat(300_000), 'x'.repeat(30_000), '{}']) {
        expect((await client.post(resolve, text, { 'content-type': 'text/plain' })).status).toBeGreaterThan(400);
        await new Promise((done) => setTimeout(done, 700));
        expect((await emma.send('/api/v1/me')).status).toBe(200);
      }
  });

  it('gets a problem for query and path too', async () => {
    const ravi = await stage.as('ravi');
    expect(await problem(await ravi.send('/api/v1/requests?limit=0'))).toMatchObject({ code: 'bad-request' });
    expect(await problem(await ravi.send(`/api/v1/requests/${'x'.repeat(200)}`))).toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('origins', () => {
  const preflight = (origin: string) =>
    fetch(stage.url + resolve, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
  it.each([
    [`chrome-extension://${EXTENSION_ID}`, true],
    ['moz-extension://0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e', true],
    [allowed, true],
    ['chrome-extension://abcdefghijklmnopabcdefghijklmnop', false],
    ['https://acme.atlassian.net', false],
    ['https://evil.example', false],
    ['null', false],
  ])('%s may call: %s', async (origin, may) => {
    const response = await preflight(origin);
    expect(response.headers.get('access-control-allow-origin')).toBe(may ? origin : null);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('are told on errors too, so that a browser shows the problem', async () => {
    const response = await emma.post(resolve, {}, { origin: allowed });
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
  });
});

describe('headers', () => {
  it('keep answers out of caches, sniffers and frames', async () => {
    const { headers } = await emma.send('/api/v1/me');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });
});

describe('answers', () => {
  const accepting = (path: string, encoding: string) => emma.send(path, { headers: { 'accept-encoding': encoding } });

  it('travel compressed where the caller takes that, pages and data alike, and are the same', async () => {
    for (const path of ['/assets/large-a1b2c3d4.js', '/api/v1/policy/bundle']) {
      const plain = await accepting(path, 'identity');
      const packed = await accepting(path, 'gzip');
      expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, 'gzip']);
      expect(packed.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
      expect(await packed.text()).toBe(await plain.text());
    }
  });

  it('that did not change are not sent again, compressed or not', async () => {
    const etag = (await accepting('/api/v1/policy/bundle', 'gzip')).headers.get('etag') ?? '';
    for (const encoding of ['gzip', 'identity']) {
      const again = await emma.send('/api/v1/policy/bundle', {
        headers: { 'accept-encoding': encoding, 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
    }
  });
});

describe('the panel', () => {
  it('is served at / with a policy that lets in no foreign script', async () => {
    for (const path of ['/', '/signed-in?code=x']) {
      const page = await fetch(stage.url + path);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'self' https://intranet.example");
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('is the same build under /forge/, which Atlassian may frame', async () => {
    const page = await fetch(`${stage.url}/forge/`);
    expect(await page.text()).toContain('Gatehouse');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://*.atlassian.net");
    expect((await fetch(`${stage.url}/forge/assets/main-a1b2c3d4.js`)).status).toBe(200);
  });

  it('lets hashed files be kept for ever, and says when a file is missing', async () => {
    const asset = await fetch(`${stage.url}/assets/main-a1b2c3d4.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${stage.url}/assets/gone-a1b2c3d4.js`)).status).toBe(404);
  });

  it('gives no file outside its folder', async () => {
    for (const path of [
      '/..%2fdata%2fgatehouse.sqlite',
      '/%2e%2e/data/gatehouse.sqlite',
      '/forge/..%2f..%2fetc/passwd',
    ]) {
      const response = await fetch(stage.url + path);
      expect(await response.text(), path).not.toMatch(/SQLite|root:/);
    }
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 and names every route with its errors', async () => {
    const document = await (await fetch(`${stage.url}/api/openapi.json`)).json();
    expect(document.openapi).toBe('3.1.0');
    for (const route of Object.values(routes)) {
      const operation = document.paths[route.path]?.[route.method.toLowerCase()];
      expect(operation?.summary, route.path).toBe(route.summary);
      expect(operation.responses[String(route.status)]).toBeDefined();
      expect(operation.security).toEqual(route.access === 'public' ? undefined : [{ session: [] }]);
    }
    const submit = document.paths['/api/v1/requests'].post;
    expect(submit.responses['409'].description).toContain('idempotency-conflict');
    expect(submit.parameters).toMatchObject([{ name: 'idempotency-key', in: 'header', required: true }]);
  });
});

describe('too many calls', () => {
  it('are told when to come back', async () => {
    let last = await fetch(`${stage.url}/api/v1/health`);
    for (let i = 0; i < 700 && last.status !== 429; i++) last = await fetch(`${stage.url}/api/v1/health`);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problem(last)).toMatchObject({ code: 'too-many-requests' });
    // People who are signed in have a share of their own.
    expect((await emma.send('/api/v1/me')).status).toBe(200);
  });
});
