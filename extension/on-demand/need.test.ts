import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { need } from './need.ts';
import { type OnDemand, provide, provided } from './shelf.ts';

const translations: OnDemand['translations'] = { share: { de: 'Teilen' } };
const sendMessage = vi.fn();

beforeEach(() => {
  installFakeBrowser();
  vi.stubGlobal('gatehouse', undefined);
  vi.stubGlobal('chrome', { ...chrome, runtime: { ...chrome.runtime, sendMessage } });
  sendMessage.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

it('brings a script once, however many ask, and then has it at hand', async () => {
  sendMessage.mockImplementation(async () => {
    provide('translations', translations);
    return { ok: true, value: { brought: true } };
  });
  const both = await Promise.all([need('translations'), need('translations')]);
  expect(both).toEqual([translations, translations]);
  await need('translations');
  expect(sendMessage.mock.calls).toEqual([[{ kind: 'bring', input: { script: 'translations' } }]]);
});

it('rejects when it cannot be brought, and tries again when asked again', async () => {
  const { runtime } = chrome;
  vi.stubGlobal('chrome', { ...chrome, runtime: { ...runtime, id: undefined } });
  sendMessage.mockRejectedValueOnce(new Error('Extension context invalidated.'));
  await expect(need('translations')).rejects.toThrow('Gatehouse was updated. Reload the page.');
  vi.stubGlobal('chrome', { ...chrome, runtime });
  sendMessage.mockResolvedValueOnce({ ok: true, value: { brought: true } });
  await expect(need('translations')).rejects.toThrow('brought nothing');
  expect(provided('translations')).toBeUndefined();
});
