import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { Decision } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { outbox, record } from './records.ts';

beforeEach(() => {
  installFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const act = (siteHost: string, email: string, layer: IntentOnPage['layer'] = 'guard') =>
  ({
    intent: 'invite',
    product: null,
    cloudId: null,
    siteHost,
    targets: [{ email, accountId: null }],
    layer,
  }) as unknown as IntentOnPage;
const blocked = {
  outcome: 'block',
  reasons: [],
  ruleIds: [],
  observedRuleIds: [],
  policyVersion: 1,
} as unknown as Decision;
const lines = async (site: string) =>
  (await outbox.all()).filter(({ kind, body }) => kind === 'intent' && body.siteHost === site).length;

it('the same act again, and by another layer, is one line', async () => {
  for (let i = 0; i < 1500; i += 1) await record(act('one.atlassian.net', 'a@x.example'), blocked);
  await record(
    { ...act('one.atlassian.net', 'a@x.example', 'network'), targets: [{ email: null, accountId: null, more: null }] },
    blocked,
  );
  expect(await lines('one.atlassian.net')).toBe(1);
  await record(act('one.atlassian.net', 'b@x.example', 'guard'), blocked);
  expect(await lines('one.atlassian.net')).toBe(2);
});

it('other people are another act, up to a bound that is said once', async () => {
  for (let i = 0; i < 1500; i += 1) await record(act('two.atlassian.net', `p${i}@x.example`), blocked);
  expect(await lines('two.atlassian.net')).toBe(30);
  expect(console.warn).toHaveBeenCalledTimes(1);
});

it('one place does not use up the room of another', async () => {
  await record(act('three.atlassian.net', 'a@x.example'), blocked);
  expect(await lines('three.atlassian.net')).toBe(1);
});
