import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Policy } from '../../core/policy/index.ts';
import { rule } from '../tools/policy-fixture.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, signIn } from './extension-world.ts';

/** A person reads what was stopped before they go on with it, and hears of it where the page leaves nothing to read. */
let world: ExtensionWorld;
let popup: Page;
let tab: Page;
let version = 1;
beforeAll(async () => {
  world = await openWorld();
  popup = await signIn(world);
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  await tab?.close();
  tab = await world.context.newPage();
  await tab.goto(board);
  world.arrived.length = 0;
});

async function publish(mode: 'warn' | 'justify' | 'block'): Promise<void> {
  version += 1;
  const rules = [rule('the-rule', { mode })];
  world.stub.policy = Policy.parse({ version, rules, defaultOutcome: 'allow', onUnknown: 'block', breakGlass: [] });
  await popup.evaluate(() => chrome.runtime.sendMessage({ kind: 'signIn', input: {} }));
}
const share = (name: string) =>
  tab.evaluate((who) => {
    const body = JSON.stringify({ recipients: [{ type: 'external_user', email: `${who}@outside.example` }] });
    void fetch('/gateway/api/share', { method: 'POST', body }).catch(() => undefined);
  }, name);
const posts = () => world.arrived.filter(({ call }) => call.startsWith('POST'));

describe('in a window too low for all of it', () => {
  const enabled = (prompt: Frame) => prompt.locator('[data-starts]:enabled').count();
  /** Whether all of it is in sight, and no row of buttons over it. */
  const isRead = (prompt: Frame, selector: string) =>
    prompt.evaluate((which) => {
      const { top, bottom } = document.querySelector(which)?.getBoundingClientRect() ?? new DOMRect(0, -1);
      const row = document.querySelector('.prompt > .actions:last-child')?.getBoundingClientRect().top ?? 0;
      return top >= 0 && bottom <= Math.min(innerHeight, row);
    }, selector);

  it.each([
    [256, 160, 'warn'],
    [256, 160, 'justify'],
    [500, 140, 'warn'],
    [320, 256, 'justify'],
    [375, 400, 'warn'],
  ] as const)('nobody goes on who has not had before them what it is about: %i × %i, %s', async (width, height, mode) => {
    await publish(mode);
    await tab.setViewportSize({ width, height });
    await share(`low${width}${mode}.new`);
    const prompt = await promptFrame(tab, false);
    const has = { h1: false, dd: false };
    const box = await (await prompt.frameElement()).boundingBox();
    await tab.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
    for (let turn = 0; turn < 60; turn += 1) {
      await tab.waitForTimeout(turn === 0 ? 2000 : 250);
      for (const which of ['h1', 'dd'] as const) has[which] ||= await isRead(prompt, which);
      if ((await enabled(prompt)) > 0) break;
      expect(await openPrompt(tab)).toBeDefined();
      await tab.mouse.wheel(0, 30);
    }
    expect(await enabled(prompt)).toBeGreaterThan(0);
    expect(has).toEqual({ h1: true, dd: true });
    if (mode === 'justify') await prompt.getByRole('textbox').fill('The launch.');
    await prompt.getByRole('button', { name: mode === 'warn' ? 'Continue anyway' : 'Continue', exact: true }).click();
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
  });

  it('nor whoever had it before them until the window became low', async () => {
    await publish('warn');
    await share('shrunk.new');
    const prompt = await promptFrame(tab);
    expect(await enabled(prompt)).toBeGreaterThan(0);
    await tab.setViewportSize({ width: 500, height: 100 });
    await prompt.getByRole('button', { name: 'Continue anyway' }).scrollIntoViewIfNeeded();
    await tab.waitForTimeout(3000);
    expect(await enabled(prompt)).toBe(0);
    await prompt.getByText('too little of it is seen', { exact: false }).waitFor();
    expect(await prompt.getByRole('button', { name: 'Open in a window' }).isVisible()).toBe(true);
  });
});
