import { beforeEach, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';

let browser: ReturnType<typeof installFakeBrowser>['fake'];
beforeEach(() => {
  browser = installFakeBrowser().fake;
});

/** As a script that has just started sees it, with what the browser will say. */
async function start(managed: object) {
  vi.resetModules();
  const told = Promise.withResolvers<void>();
  browser.storage.managed.get = () => told.promise.then(() => ({ ...managed }));
  const { managedSettings } = await import('./managed.ts');
  return { managedSettings, tell: told.resolve };
}

it('waits for the browser where it never told anything', async () => {
  const { managedSettings, tell } = await start({ serviceUrl: 'https://it.example' });
  let isKnown = false;
  const asked = managedSettings().then((settings) => {
    isKnown = true;
    return settings;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isKnown).toBe(false);
  tell();
  expect(await asked).toEqual({ serviceUrl: 'https://it.example' });
});

it.each([
  { serviceUrl: 'https://it.example', badges: 'off' },
  {},
])('goes by what the browser told last until it tells: %j', async (before) => {
  const first = await start(before);
  first.tell();
  await first.managedSettings();
  const { managedSettings, tell } = await start({ serviceUrl: 'https://new.example' });
  expect(await managedSettings()).toEqual(before);
  tell();
  await vi.waitFor(async () => expect(await managedSettings()).toEqual({ serviceUrl: 'https://new.example' }));
  expect((await browser.storage.local.get('managed')).managed).toEqual({ serviceUrl: 'https://new.example' });
});

it('asks the browser each time once it has told', async () => {
  const { managedSettings, tell } = await start({});
  tell();
  expect(await managedSettings()).toEqual({});
  browser.storage.managed.get = async () => ({ badges: 'off' });
  expect(await managedSettings()).toEqual({ badges: 'off' });
  // The options page and the next start begin with it.
  expect((await browser.storage.local.get('managed')).managed).toEqual({ badges: 'off' });
});
