import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { IntentOnPage } from '../../core/contract/messages.ts';
import { itOnlyAccess } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { askIt } from './ask-it.ts';
import { outbox } from './records.ts';

beforeEach(async () => {
  const { fake } = installFakeBrowser();
  const organization = {
    orgId: 'o',
    name: 'Acme',
    domains: [],
    sites: [{ cloudId: '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11', host: 'acme.atlassian.net', products: [] }],
  };
  await fake.storage.local.set({
    policy: {
      serviceUrl: 'https://gatehouse.example.com',
      etag: null,
      fetchedAt: '2026-11-21T08:00:00Z',
      bundle: { organization, actor: { accountId: 'emma', identityType: 'managed' }, policy: itOnlyAccess(1) },
    },
  });
  await outbox.remove((await outbox.all()).map(({ seq }) => seq));
});

const ask = async (change: Partial<IntentOnPage>) => {
  const intent: IntentOnPage = {
    intent: 'join',
    product: null,
    cloudId: null,
    siteHost: null,
    container: null,
    targets: [],
    layer: 'page',
    ...change,
  };
  const asked = askIt({
    key: crypto.randomUUID(),
    intent,
    reason: 'I test the release.',
    ruleIds: [],
    ruleName: 'Access goes through IT',
    policyVersion: 1,
    stopId: null,
  });
  await expect(asked).rejects.toMatchObject({ code: 'not-signed-in' });
  return (await outbox.all()).map(({ body }) => body);
};

it('keeps a request about a site that the page did not say as one about an unknown site, in the words of the person', async () => {
  expect(await ask({})).toMatchObject([{ cloudId: null, siteHost: null, reason: 'I test the release.' }]);
});

it('carries the place that the page said, the project or space included', async () => {
  expect(await ask({ siteHost: 'labs.atlassian.net', container: 'OPS' })).toMatchObject([
    { cloudId: null, siteHost: 'labs.atlassian.net', container: 'OPS' },
  ]);
});
