import { afterAll, beforeAll, expect, it } from 'vitest';
import { promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

let world: ExtensionWorld;
beforeAll(async () => {
  world = await openWorld();
  await (await signIn(world)).close();
});
afterAll(async () => {
  await world?.close();
});

/** How long the prompt of an honest tab took, in ms. */
async function promptOf(email: string): Promise<number> {
  const tab = await world.context.newPage();
  await tab.goto(board);
  // By now the background hears of the other tab's acts.
  await tab.waitForTimeout(2_000);
  const start = performance.now();
  await tab.evaluate((who) => {
    const recipients = [{ type: 'external_user', email: who }];
    void fetch('/gateway/api/share', { method: 'POST', body: JSON.stringify({ recipients }) }).catch(() => undefined);
  }, email);
  const frame = await promptFrame(tab, false, 90_000);
  const took = performance.now() - start;
  expect(await frame.locator('.prompt').innerText()).toContain(email);
  await tab.close();
  return took;
}

/** A tab whose page shares that often, each time with 200 others, who are called something long. */
async function hostileTab(acts: number): Promise<void> {
  const tab = await world.context.newPage();
  await tab.goto(board);
  await tab.evaluate((most) => {
    const long = '漢'.repeat(320);
    for (let act = 0; act < most; act += 1) {
      const recipients = Array.from({ length: 200 }, (_, n) => ({
        type: 'external_user',
        email: `${act}-${n} ${long}`.slice(0, 320),
      }));
      void fetch('/gateway/api/share', { method: 'POST', body: JSON.stringify({ recipients }) }).catch(() => undefined);
    }
  }, acts);
}

it('a tab that shares with very many people very often does not keep another tab from its prompt', async () => {
  await hostileTab(120);
  expect(await promptOf('nina.new@outside.example')).toBeLessThan(10_000);
});

it('nor do several fill the storage that the prompts of all tabs are kept in', async () => {
  for (let n = 0; n < 3; n += 1) await hostileTab(20);
  await promptOf('omar.new@outside.example');
  const used = () =>
    world.context.serviceWorkers()[0]?.evaluate(() => chrome.storage.session.getBytesInUse(null)) ?? null;
  await expect
    .poll(
      async () => {
        const before = await used();
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return before === (await used());
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  // The browser gives 10 MB.
  expect(await used()).toBeLessThan(7_000_000);
  expect(await promptOf('pia.new@outside.example')).toBeLessThan(10_000);
});
