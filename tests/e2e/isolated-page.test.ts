import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForText } from '../tools/closed-roots.ts';
import { openPrompt } from '../tools/prompt-frame.ts';
import { pageScript, sharePage } from './extension-page.ts';
import { board, type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

let world: ExtensionWorld;
beforeAll(async () => {
  world = await openWorld();
  await (await signIn(world)).close();
});
afterAll(async () => {
  await world?.close();
});

/** A page that lets the browser load frames of others only where they say that they may be, and whether its call was sent. */
async function isolated(
  policy: string,
): Promise<{ tab: Page; share: () => Promise<void>; flag: () => Promise<string> }> {
  const tab = await world.context.newPage();
  await tab.route(
    ({ href }) => href === board,
    (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'cross-origin-embedder-policy': policy, 'cross-origin-opener-policy': 'same-origin' },
        body: sharePage('en'),
      }),
  );
  await tab.route('**/page.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'cross-origin-resource-policy': 'same-origin' },
      body: pageScript,
    }),
  );
  await tab.goto(board);
  return {
    tab,
    share: () =>
      tab.evaluate(() => {
        Reflect.get(window, 'addChip')('nina.new@outside.example');
        document.querySelector<HTMLButtonElement>('#raw')?.click();
      }),
    flag: () => tab.locator('#flag').innerText(),
  };
}

it.each([
  'require-corp',
  'credentialless',
])('opens the prompt in a window where the page lets no frame start: %s', async (policy) => {
  const { tab, share, flag } = await isolated(policy);
  const opened = world.context.waitForEvent('page');
  await share();
  const prompt = await opened;
  await prompt.locator('h1').waitFor();
  expect(await prompt.locator('.prompt').innerText()).toContain('nina.new@outside.example');
  await waitForText(tab, /Go on in the window that opened/);
  expect(await openPrompt(tab)).toBeUndefined();
  await prompt.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(flag, { timeout: 5_000 }).toBe('Refused 403');
  await tab.close();
});

it('leaves by Escape while nothing is shown yet, without a window', async () => {
  const { tab, share, flag } = await isolated('require-corp');
  const before = world.context.pages().length;
  await share();
  await tab.locator('[data-gatehouse="prompt"]').waitFor({ state: 'attached' });
  await tab.keyboard.press('Escape');
  await expect.poll(flag, { timeout: 5_000 }).toBe('Refused 403');
  await tab.waitForTimeout(4_000);
  expect(world.context.pages()).toHaveLength(before);
  await tab.close();
});
