import { expect, it } from 'vitest';
import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { explain, stopped } from './stopped.ts';

const intent: IntentOnPage = {
  intent: 'join',
  product: null,
  cloudId: null,
  siteHost: null,
  container: null,
  targets: [],
  layer: 'network',
};

it('keeps what was stopped in the last twenty tabs, one each, and knows nothing of the others', async () => {
  const { fake } = installFakeBrowser();
  const address = (tabId: number) => `https://id.atlassian.com/join/user-access?tab=${tabId}`;
  const heard = { addListener: () => undefined, removeListener: () => undefined };
  Object.assign(fake.tabs, {
    onUpdated: heard,
    get: async (tabId: number) => ({ url: address(tabId), status: 'complete' }),
    update: async () => undefined,
  });
  for (let tabId = 1; tabId <= 22; tabId += 1) await explain(tabId, address(tabId), intent);
  await explain(22, address(22), intent);
  const { stopped: kept } = await fake.storage.session.get('stopped');
  expect((kept as { tabId: number }[]).map(({ tabId }) => tabId)).toEqual(
    Array.from({ length: 20 }, (_, index) => 22 - index),
  );
  expect(await stopped({ tabId: 1, frameId: 0 })).toBeNull();
  expect(await stopped(null)).toBeNull();
});
