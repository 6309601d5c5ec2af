import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { ownRequest, signedIn } from '../../tests/tools/own-request-fixture.ts';
import { askIt } from './ask-it.ts';
import { handlers } from './handlers.ts';
import { tick } from './jobs.ts';
import { outbox } from './records.ts';
import { knownRequests } from './requests.ts';

const serviceUrl = 'https://gatehouse.example.com';
let isUp = false;

beforeEach(async () => {
  const { fake } = installFakeBrowser();
  await fake.storage.local.set({
    serviceUrl,
    // What was heard last has nothing that may still move.
    requests: { subject: 'emma', etag: '"1"', requests: [], askedAt: Date.now() },
  });
  await signedIn(serviceUrl);
  isUp = false;
  let arrived = false;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!isUp) throw new TypeError('Failed to fetch');
    if (!url.includes('/api/v1/requests')) throw new TypeError('Failed to fetch');
    if (init.method === 'POST') {
      arrived = true;
      return Response.json({ request: ownRequest(), duplicate: false }, { status: 201 });
    }
    return Response.json({ requests: arrived ? [ownRequest()] : [] }, { headers: { etag: `"${arrived}"` } });
  });
  await askIt({
    key: crypto.randomUUID(),
    intent: {
      intent: 'join',
      product: null,
      cloudId: null,
      siteHost: null,
      container: null,
      targets: [],
      layer: 'page',
    },
    reason: 'I test the release.',
    ruleIds: [],
    ruleName: 'Access goes through IT',
    policyVersion: 1,
    stopId: null,
  });
  expect(await outbox.all()).toHaveLength(1);
  isUp = true;
});
afterEach(() => vi.unstubAllGlobals());

it('knows where a request stands as soon as what waited was sent, though no other one may move', async () => {
  await tick();
  expect(await outbox.all()).toEqual([]);
  expect((await knownRequests()).requests.map(({ number }) => number)).toEqual([1]);
});

it('sends what waits when somebody looks, not at the next alarm', async () => {
  const { requests } = await handlers.myRequests({ refresh: true }, { frame: null } as never);
  expect(await outbox.all()).toEqual([]);
  expect(requests.map(({ number }) => number)).toEqual([1]);
});
