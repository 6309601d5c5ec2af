import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { errors } from '../../core/contract/errors.ts';
import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { ownRequest, signedIn } from '../../tests/tools/own-request-fixture.ts';
import { askIt, deliverNow } from './ask-it.ts';
import { outbox } from './records.ts';

const serviceUrl = 'https://gatehouse.example.com';
let browser: ReturnType<typeof installFakeBrowser>;

/** What reached the service, with whose token. */
const sent: string[] = [];
let answer: () => Promise<Response> | Response = () => taken();

const taken = () => Response.json({ request: ownRequest(), duplicate: false }, { status: 201 });

const refusing = (code: 'not-signed-in' | 'internal') => {
  const { status, title } = errors[code];
  return Response.json({ type: 'about:blank', title, status, code, detail: title, instance: 'x' }, { status });
};

beforeEach(async () => {
  browser = installFakeBrowser();
  await browser.fake.storage.local.set({ serviceUrl });
  await signedIn(serviceUrl, 'emma');
  await outbox.remove((await outbox.all()).map(({ seq }) => seq));
  sent.length = 0;
  answer = taken;
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const { reason } = JSON.parse(String(init.body)) as { reason: string };
    sent.push(`${new Headers(init.headers).get('authorization')}: ${reason}`);
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const ask = (change: Partial<IntentOnPage> = {}, reason = 'I test the release.', key: string = crypto.randomUUID()) =>
  askIt({
    key,
    intent: {
      intent: 'join',
      product: null,
      cloudId: null,
      siteHost: null,
      container: null,
      targets: [],
      layer: 'page',
      ...change,
    },
    reason,
    ruleIds: [],
    ruleName: 'Access goes through IT',
    policyVersion: 1,
    stopId: null,
  });
const down = () => Promise.reject(new TypeError('Failed to fetch'));
const kept = async () => (await outbox.all()).map(({ body }) => body);

it('keeps a request about a site that the page did not say as one about an unknown site, in the words of the person', async () => {
  answer = down;
  await ask();
  expect(await kept()).toMatchObject([{ cloudId: null, siteHost: null, reason: 'I test the release.' }]);
});

it('carries the place that the page said, the project or space included', async () => {
  answer = down;
  await ask({ siteHost: 'labs.atlassian.net', container: 'OPS' });
  expect(await kept()).toMatchObject([{ cloudId: null, siteHost: 'labs.atlassian.net', container: 'OPS' }]);
});

it('keeps nothing for nobody, and says so: whoever signs in sends what they see then', async () => {
  const key = crypto.randomUUID();
  await signedIn(serviceUrl, null);
  await expect(ask({}, 'A draft.', key)).rejects.toMatchObject({
    code: 'not-signed-in',
    message: expect.stringContaining('nothing was sent or kept'),
  });
  expect(await kept()).toEqual([]);
  await signedIn(serviceUrl, 'emma');
  expect(await ask({}, 'Better words.', key)).toMatchObject({ state: 'sent' });
  await deliverNow();
  expect(sent).toEqual(['Bearer token of emma: Better words.']);
});

it('says why a request waits', async () => {
  answer = down;
  expect(await ask()).toEqual({ state: 'waiting', why: 'unreachable' });
  answer = () => refusing('internal');
  expect(await ask()).toEqual({ state: 'waiting', why: 'trouble' });
  answer = () => refusing('not-signed-in');
  expect(await ask()).toEqual({ state: 'waiting', why: 'not-signed-in' });
  expect(await kept()).toHaveLength(3);
});

it('never sends what one person asked with the session of another who signs in meanwhile', async () => {
  answer = down;
  await ask({}, 'One of Emma.');
  await ask({}, 'Two of Emma.');
  sent.length = 0;
  answer = async () => {
    await signedIn(serviceUrl, 'bob');
    return taken();
  };
  await deliverNow();
  await deliverNow();
  expect(sent).toEqual(['Bearer token of emma: One of Emma.', 'Bearer token of emma: Two of Emma.']);
});

it('takes the session anew for a round that waited for another', async () => {
  answer = down;
  await ask({}, 'One of Emma.');
  sent.length = 0;
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  answer = async () => {
    await held;
    return down();
  };
  const first = deliverNow();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  const second = deliverNow();
  // It has looked at what it looks at before it waits.
  await new Promise((done) => setTimeout(done, 20));
  await signedIn(serviceUrl, 'bob');
  goOn();
  await Promise.all([first, second]);
  expect(sent).toEqual(['Bearer token of emma: One of Emma.']);
});

it('knows what became of a request that a round under way took along', async () => {
  const read = outbox.all.bind(outbox);
  vi.spyOn(outbox, 'all').mockImplementationOnce(async () => {
    await vi.waitFor(async () => expect(await read()).toHaveLength(1));
    return read();
  });
  void deliverNow();
  expect(await ask()).toMatchObject({ state: 'sent' });
  expect(sent).toHaveLength(1);
});

it('delivers for all who ask meanwhile in one round', async () => {
  const all = vi.spyOn(outbox, 'all');
  await Promise.all(Array.from({ length: 20 }, () => deliverNow()));
  await deliverNow();
  expect(all).toHaveBeenCalledTimes(2);
});

it('sends nothing to another service than the one that it was kept for, also where it knows the person by the same name', async () => {
  answer = down;
  await ask({}, 'For Acme only.');
  const other = 'https://gatehouse.other.example';
  await browser.fake.storage.local.set({ serviceUrl: other });
  await signedIn(other);
  answer = taken;
  sent.length = 0;
  await deliverNow();
  expect(sent).toEqual([]);
  await browser.fake.storage.local.set({ serviceUrl });
  await signedIn(serviceUrl);
  await deliverNow();
  expect(sent).toEqual(['Bearer token of emma: For Acme only.']);
});
