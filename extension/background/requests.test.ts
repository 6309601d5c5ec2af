import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { RequestState } from '../../core/requests/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { ownRequest, signedIn } from '../../tests/tools/own-request-fixture.ts';
import { isWorthLooking, knownRequests, MAY_END_MS, refreshRequests } from './requests.ts';

const serviceUrl = 'https://gatehouse.example.com';
const now = Date.parse('2026-11-21T08:00:00Z');
let local: ReturnType<typeof installFakeBrowser>['fake']['storage']['local'];
beforeEach(async () => {
  local = installFakeBrowser().fake.storage.local;
  await local.set({ serviceUrl });
  await signedIn(serviceUrl);
});
const heard = (state: OwnRequest['state'], askedAt: number) =>
  local.set({ requests: { subject: 'emma', etag: '"1"', requests: [ownRequest(state)], askedAt } });

it.each(RequestState.options)('looks for news of a request that is %s as long as some may come', async (state) => {
  await heard(state, now);
  const soon = await isWorthLooking(now + 30_000);
  const inAnHour = await isWorthLooking(now + MAY_END_MS);
  const isOver = ['denied', 'withdrawn', 'expired', 'revoked'].includes(state);
  const isGiven = ['granted', 'expiring'].includes(state);
  expect([soon, inAnHour]).toEqual([!isOver && !isGiven, !isOver]);
});

it('counts the hour from the last time that the service was asked, also when it had nothing new', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 304 }));
  await heard('granted', Date.now() - MAY_END_MS);
  expect(await isWorthLooking(Date.now())).toBe(true);
  await refreshRequests();
  expect(await isWorthLooking(Date.now())).toBe(false);
  vi.unstubAllGlobals();
});

it('looks for nobody', async () => {
  await heard('in-review', now);
  await signedIn(serviceUrl, null);
  expect(await isWorthLooking(now)).toBe(false);
});

it('takes the list of another service for nobody’s, and asks without its mark', async () => {
  const marks: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
    marks.push(new Headers(headers).get('if-none-match'));
    return Response.json({ requests: [ownRequest('granted')] }, { headers: { etag: '"2"' } });
  });
  await heard('in-review', now);
  expect((await refreshRequests()).moved).toHaveLength(1);
  const other = 'https://gatehouse.other.example';
  await local.set({ serviceUrl: other });
  await signedIn(other);
  expect(await knownRequests()).toEqual({ requests: [], more: 0 });
  expect((await refreshRequests()).moved).toEqual([]);
  expect((await knownRequests()).requests).toHaveLength(1);
  expect(marks).toEqual(['"1"', null]);
  vi.unstubAllGlobals();
});
