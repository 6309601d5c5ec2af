import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { itOnlyAccess, type Policy } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { blocked as byShippedPolicy } from '../../tests/tools/policy-fixture.ts';
import type { BlockedRequest } from '../platform/blocked-requests.ts';
import { blocked, stoppedInFrame } from './blocked.ts';
import { applyNetworkRules } from './network-rules.ts';
import { currentPolicy } from './policy.ts';
import { checkedIn } from './prompts.ts';
import { outbox } from './records.ts';
import { stopped } from './stopped.ts';

const invite = 'https://acme.atlassian.net/gateway/api/invitations/v1/invite';
const from = (tabId: number | null, more: Partial<BlockedRequest> = {}): BlockedRequest => ({
  method: 'POST',
  url: invite,
  isPage: false,
  tabId,
  initiator: 'https://acme.atlassian.net',
  ...more,
});

type Told = [tabId: number, notice: { notice: string; text: string; intent: never }, to: { frameId: number }];
let told: Told[];
let browser: ReturnType<typeof installFakeBrowser>;
/** Acts are the same for 15 s: every test has its own time. */
let now = Date.parse('2026-11-21T08:00:00.000Z');
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  now += 60_000;
  vi.setSystemTime(now);
  told = [];
  browser = installFakeBrowser();
  Object.assign(browser.fake.tabs, {
    sendMessage: async (...all: Told) => void told.push(all),
    query: async ({ url }: { url: string }) => (url === 'https://acme.atlassian.net/*' ? [{ id: 4 }, { id: 5 }] : []),
  });
  await outbox.remove((await outbox.all()).map(({ seq }) => seq));
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

async function withPolicy(policy: Policy = itOnlyAccess(1)): Promise<void> {
  const sites = [{ cloudId: '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11', host: 'acme.atlassian.net', products: [] }];
  const bundle = {
    organization: { orgId: 'o', name: 'Acme', domains: [], sites },
    actor: { accountId: 'emma', identityType: 'managed' },
    policy,
  };
  await browser.fake.storage.local.set({
    policy: { serviceUrl: 'https://gatehouse.example.com', etag: null, fetchedAt: new Date(now).toISOString(), bundle },
  });
}
const records = async () => (await outbox.all()).map(({ body }) => body);

describe('a request that a rule of some extension blocked', () => {
  it('is recorded and told to the top of its tab, once while the page goes on trying', async () => {
    await withPolicy();
    await Promise.all(Array.from({ length: 50 }, () => blocked(from(1))));
    expect(await records()).toMatchObject([
      { intent: 'invite', layer: 'network', outcome: 'block', targets: { atLeast: 0 } },
    ]);
    expect(told).toMatchObject([[1, { notice: 'stopped' }, { frameId: 0 }]]);
    expect(told[0]?.[1].text).toMatch(/Stop [0-9A-Z]{4}-[0-9A-Z]{4}:/);
    // The page may ask about it, and about nothing else.
    expect(await checkedIn({ tabId: 1, frameId: 0 }, told[0]?.[1].intent as never)).not.toBeNull();
    expect(await checkedIn({ tabId: 2, frameId: 0 }, told[0]?.[1].intent as never)).toBeNull();
    vi.setSystemTime(now + 15_001);
    await blocked(from(1));
    expect(told).toHaveLength(2);
  });

  it('of a page that a tab was to show is explained in the tab, and recorded once when the explanation is read', async () => {
    await withPolicy();
    const shown: unknown[] = [];
    Object.assign(browser.fake.tabs, {
      get: async () => ({ status: 'complete', url: invite }),
      onUpdated: { addListener: () => undefined, removeListener: () => undefined },
      update: async (...all: unknown[]) => void shown.push(all),
    });
    await blocked(from(1, { isPage: true }));
    await blocked(from(1, { isPage: true }));
    expect(shown).toEqual(Array(2).fill([1, { url: 'chrome-extension://self/blocked/index.html' }]));
    // Of a tab that shows another page it was fetched ahead, if at all: nobody was to see it.
    await blocked(from(3, { isPage: true, url: `${invite}?other` }));
    expect(shown).toHaveLength(2);
    expect(await stopped({ tabId: 3, frameId: 0 })).toBeNull();
    expect(told).toEqual([]);
    expect(await stopped({ tabId: 2, frameId: 0 })).toBeNull();
    const said = await stopped({ tabId: 1, frameId: 0 });
    // What stays closed is not offered to be opened.
    expect(said).toMatchObject({ address: 'acme.atlassian.net/gateway/api/invitations/v1/invite', url: null });
    expect(await stopped({ tabId: 1, frameId: 0 })).toEqual(said);
    // Read again under another policy it says what is decided by then: the same stop, and nothing new is recorded.
    await withPolicy({ ...itOnlyAccess(2), rules: [] });
    const later = await stopped({ tabId: 1, frameId: 0 });
    expect(later).toMatchObject({
      url: invite,
      answer: { decision: { outcome: 'allow' }, stopId: said?.answer.stopId },
    });
    expect(await records()).toMatchObject([{ intent: 'invite', layer: 'network', outcome: 'block' }]);
  });

  it('of another tab is told there; the record of the same act stays one', async () => {
    await withPolicy();
    await blocked(from(1));
    await blocked(from(2));
    expect(told.map(([tabId]) => tabId)).toEqual([1, 2]);
    expect(told[0]?.[1].text).toBe(told[1]?.[1].text);
    expect(await records()).toHaveLength(1);
  });

  it('of no tab is told in the tabs of who made it, and recorded when nobody is known', async () => {
    await withPolicy();
    await blocked(from(null));
    expect(told.map(([tabId]) => tabId)).toEqual([4, 5]);
    vi.setSystemTime(now + 20_000);
    await blocked(from(null, { initiator: null }));
    expect(told).toHaveLength(2);
    expect(await records()).toHaveLength(2);
  });

  it('is nothing without a policy, under one that does not close it, and when it is none of our tables', async () => {
    await blocked(from(1));
    const open = itOnlyAccess(1);
    await withPolicy({ ...open, rules: open.rules.map((rule) => ({ ...rule, enabled: false })) });
    await blocked(from(1));
    await withPolicy();
    await blocked(from(1, { url: 'https://acme.atlassian.net/rest/api/3/issue' }));
    await blocked(from(1, { url: 'https://acme.atlassian.net/gateway/api/share' }));
    expect(told).toEqual([]);
    expect(await records()).toEqual([]);
  });

  it('is not ours for an odd spelling alone', async () => {
    await withPolicy();
    await applyNetworkRules((await currentPolicy())?.bundle as never, new Date().toISOString());
    for (const path of ['rest/api/3/%69ssue', 'rest/api/3/issue/ACME-1/properties/100%2550', 'rest/a..%2Fb'])
      await blocked(from(1, { url: `https://acme.atlassian.net/${path}` }));
    expect(told).toEqual([]);
    expect(await records()).toEqual([]);
  });

  it('is the act of the rule that stopped it, where our tables read the address in no way', async () => {
    await withPolicy();
    await applyNetworkRules((await currentPolicy())?.bundle as never, new Date().toISOString());
    await blocked(from(1, { url: 'https://acme.atlassian.net/edge/gateway/api/invitations/v1/invite' }));
    expect(await records()).toMatchObject([{ intent: 'invite', siteHost: 'acme.atlassian.net', layer: 'network' }]);
    expect(told).toHaveLength(1);
    const long = `https://acme.atlassian.net${'/'.repeat(1000)}edge/gateway/api/invitations/v1/invite`;
    await blocked(from(2, { url: long }));
    expect(told).toHaveLength(1);
  });

  it('has few addresses of a tab compared, each once: comparing takes long, and a page may ask in a loop', async () => {
    await withPolicy();
    await applyNetworkRules((await currentPolicy())?.bundle as never, new Date().toISOString());
    const asked = vi.spyOn(browser.fake.declarativeNetRequest, 'getDynamicRules');
    const odd = (n: number) => `https://acme.atlassian.net/odd/${n}`;
    for (let n = 0; n < 30; n += 1) await blocked(from(1, { url: `${odd(n % 3)}?${n}` }));
    expect(asked).toHaveBeenCalledTimes(3);
    for (let n = 0; n < 30; n += 1) await blocked(from(1, { url: odd(n) }));
    expect(asked).toHaveBeenCalledTimes(10);
    await blocked(from(2, { url: odd(30) }));
    expect(asked).toHaveBeenCalledTimes(11);
    vi.setSystemTime(now + 15_001);
    await blocked(from(1, { url: odd(30) }));
    expect(asked).toHaveBeenCalledTimes(12);
  });

  it('is tried again with the page’s next try when it could not be kept', async () => {
    await withPolicy();
    vi.spyOn(outbox, 'add').mockRejectedValueOnce(new Error('The disk is full.'));
    await expect(blocked(from(1))).rejects.toThrow('disk');
    expect(told).toEqual([]);
    await blocked(from(1));
    expect(told).toHaveLength(1);
    expect(await records()).toHaveLength(1);
  });

  it('is recorded and not told, once it is one of very many different ones', async () => {
    await withPolicy();
    for (let n = 0; n < 12; n += 1) await blocked(from(1, { url: invite.replace('acme', `site${n}`) }));
    expect(told).toHaveLength(10);
    expect(new Set((await records()).map(({ siteHost }) => siteHost)).size).toBe(12);
  });
});

describe('an act that the guard stopped in a frame', () => {
  it('is told as stopped: nothing waits there for anybody to go on', async () => {
    const intent: IntentOnPage = {
      intent: 'invite',
      product: null,
      cloudId: null,
      siteHost: 'acme.atlassian.net',
      container: null,
      targets: [],
      layer: 'guard',
    };
    const decision = { ...byShippedPolicy, outcome: 'warn' as const };
    await stoppedInFrame(1, intent, { decision, effect: null, stopId: 'K7QF-2M9D' });
    expect(told).toMatchObject([[1, { notice: 'stopped', intent }, { frameId: 0 }]]);
    const kept = await checkedIn({ tabId: 1, frameId: 0 }, told[0]?.[1].intent as never);
    expect(kept?.decision.outcome).toBe('block');
    expect(kept?.decision.prompt?.message).toContain('in a frame of the page');
  });
});
