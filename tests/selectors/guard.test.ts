import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleScript } from '../../extension/bundle-script.ts';
import { HAND_OVER } from '../../extension/guard/channel.ts';
import { findChromium, quietFlags } from '../tools/chromium.ts';

/** The guard in a real Chromium, as a content script in the page's own world, against a page that looks for it. */
const SITE = 'https://acme.atlassian.net';
const INVITE = `${SITE}/gateway/api/invitations/invite`;

/** Runs before everything else of the page: whatever it can see of the guard is a fault. */
const nosy = `<!doctype html><html><head><script>
  window.seen = [];
  document.addEventListener('${HAND_OVER}', (event) => seen.push('event'), true);
  document.dispatchEvent(new MessageEvent('${HAND_OVER}', { ports: [new MessageChannel().port2] }));
  window.natives = { name: fetch.name, length: fetch.length, print: fetch.toString(), open: XMLHttpRequest.prototype.open.toString() };
</script></head><body><form id="f" method="post" action="/rest/servicedeskapi/customer"><input name="email" value="nina.new@outside.example"></form></body></html>`;

/** The isolated side: whoever is invited to "allowed.example" may be. */
const isolated = `
import { handOverPort } from '${new URL('../../extension/guard/hand-over.ts', import.meta.url).pathname}';
import { judge } from '${new URL('../../extension/guard/judge.ts', import.meta.url).pathname}';
import { serveGuard } from '${new URL('../../extension/guard/serve.ts', import.meta.url).pathname}';
const decide = async (call, hold) => {
  hold();
  const fine = call.targets.every(({ email }) => email?.endsWith('@allowed.example'));
  return fine ? { allow: true } : { allow: false, message: 'Ask IT about ' + call.targets.map(({ email }) => email).join() };
};
serveGuard(handOverPort(document), { deadlineMs: 2000, onUnknown: 'block' }, async (call) => judge(call), decide, console.error, new AbortController().signal);
`;

let folder: string;
let context: BrowserContext;
let page: Page;
let reached: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-guard-'));
  await writeFile(join(folder, 'isolated-source.ts'), isolated);
  const [main, other] = await Promise.all([
    bundleScript(new URL('../../extension/guard/main.ts', import.meta.url), 'gatehouseGuard', { minify: true }),
    bundleScript(new URL(`file://${folder}/isolated-source.ts`), 'gatehouseIsolated', { minify: true }),
  ]);
  const script = (file: string, world: string) => ({
    matches: [`${SITE}/*`],
    js: [file],
    run_at: 'document_start',
    all_frames: true,
    world,
  });
  await writeFile(join(folder, 'main.js'), main);
  await writeFile(join(folder, 'isolated.js'), other);
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'guard test',
      version: '1',
      content_scripts: [script('main.js', 'MAIN'), script('isolated.js', 'ISOLATED')],
    }),
  );
  context = await chromium.launchPersistentContext('', {
    executablePath: await findChromium(),
    args: [...quietFlags, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  await context.route('**/*', (route) => {
    const request = route.request();
    if (request.url() === `${SITE}/nosy`) return route.fulfill({ contentType: 'text/html', body: nosy });
    reached.push(`${request.method()} ${new URL(request.url()).pathname}`);
    return route.fulfill({ contentType: 'application/json', body: '{"sent":true}' });
  });
  page = await context.newPage();
}, 60_000);

afterAll(async () => {
  await context?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await page.goto(`${SITE}/nosy`);
  reached = [];
});

interface Sent {
  readonly url: string;
  readonly body: string;
}

const invite = (email: string) => JSON.stringify({ users: [{ email }], resources: [] });
const refused = invite('nina.new@outside.example');
const allowed = invite('ok@allowed.example');
const inviteRefused: Sent = { url: INVITE, body: refused };
const inviteAllowed: Sent = { url: INVITE, body: allowed };

describe('the page', () => {
  it('sees no event, cannot forge a port, and finds the functions as they were', async () => {
    expect(await page.evaluate('seen')).toEqual(['event']); // Its own, and nothing of ours.
    expect(await page.evaluate('natives')).toEqual({
      name: 'fetch',
      length: 1,
      print: 'function fetch() { [native code] }',
      open: 'function open() { [native code] }',
    });
    expect(await page.evaluate(fetchStatus, inviteRefused)).toMatchObject({ status: 403 });
  });

  it('cannot reach the guard by replacing what it was built from', async () => {
    await page.evaluate(() => {
      MessagePort.prototype.postMessage = () => undefined;
    });
    expect(await page.evaluate(fetchStatus, inviteRefused)).toMatchObject({ status: 403 });
    expect(reached).toEqual([]);
  });
});

async function fetchStatus({ url, body }: Sent): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}

describe('fetch', () => {
  it('answers a refused call as Atlassian would, and sends nothing', async () => {
    const { status, body } = await page.evaluate(fetchStatus, inviteRefused);
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'gatehouse-blocked', message: 'Ask IT about nina.new@outside.example' });
    expect(reached).toEqual([]);
  });

  it('lets an allowed one through, once', async () => {
    expect(await page.evaluate(fetchStatus, inviteAllowed)).toEqual({ status: 200, body: { sent: true } });
    expect(reached).toEqual(['POST /gateway/api/invitations/invite']);
  });

  it('reads bodies that are requests, blobs and parameters', async () => {
    const statuses = await page.evaluate(async ({ url, body }) => {
      const answers = await Promise.all([
        fetch(new Request(url, { method: 'POST', body })),
        fetch(url, { method: 'POST', body: new Blob([body]) }),
        fetch('/wiki/api/v2/user/access/invite-by-email', {
          method: 'post',
          body: new URLSearchParams({ email: 'nina.new@outside.example' }),
        }),
      ]);
      return answers.map(({ status }) => status);
    }, inviteRefused);
    expect(statuses).toEqual([403, 403, 403]);
    expect(reached).toEqual([]);
  });

  it('leaves harmless calls alone: the same share with people of the site', async () => {
    const share = (recipients: unknown) => JSON.stringify({ recipients });
    const url = `${SITE}/gateway/api/share`;
    const person = { type: 'user', id: '557058:3d1f0a52-0005-4e11-8a01-000000000005' };
    expect(await page.evaluate(fetchStatus, { url, body: share([person]) })).toMatchObject({ status: 200 });
    expect(
      await page.evaluate(fetchStatus, {
        url,
        body: share([person, { type: 'user', email: 'nina.new@outside.example' }]),
      }),
    ).toMatchObject({ status: 403 });
    expect(reached).toEqual(['POST /gateway/api/share']);
  });
});

describe('XMLHttpRequest', () => {
  const send = async ({ url, body }: Sent) =>
    new Promise<string>((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.setRequestHeader('content-type', 'application/json');
      for (const type of ['load', 'error'] as const)
        request.addEventListener(type, () => resolve(`${type} ${request.status}`));
      request.send(body);
    });

  it('fails a refused call and sends an allowed one', async () => {
    expect(await page.evaluate(send, inviteRefused)).toBe('error 0');
    expect(reached).toEqual([]);
    expect(await page.evaluate(send, inviteAllowed)).toBe('load 200');
    expect(reached).toEqual(['POST /gateway/api/invitations/invite']);
  });

  it('a call aborted while it is held is never sent', async () => {
    await page.evaluate(async ({ url, body }) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.send(body);
      request.abort();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }, inviteAllowed);
    expect(reached).toEqual([]);
  });
});

it('beacons and forms are held too', async () => {
  await page.evaluate(async ({ url, body }) => {
    navigator.sendBeacon(url, body);
    navigator.sendBeacon(url, new Blob([body]));
    const form = document.getElementById('f');
    if (form instanceof HTMLFormElement) {
      form.requestSubmit();
      form.submit();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }, inviteRefused);
  expect(reached).toEqual([]);
  expect(page.url()).toBe(`${SITE}/nosy`);
});
