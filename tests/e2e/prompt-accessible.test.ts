import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsIn } from '../tools/axe-in-frame.ts';
import { rule } from '../tools/policy-fixture.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, publish, signIn } from './extension-world.ts';

let world: ExtensionWorld;
let popup: Page;
beforeAll(async () => {
  world = await openWorld();
  popup = await signIn(world);
});
afterAll(async () => {
  await world?.close();
});

const list = [...'abcdef'].map((name) => `${name}.new@outside.example`);

const put = (mode: 'warn' | 'justify' | 'block') =>
  publish(world, popup, [rule('the-rule', { name: 'IT adds new people', mode })]);

async function stopped(width: number, people: readonly string[]): Promise<{ tab: Page; prompt: Frame }> {
  const tab = await world.context.newPage();
  await tab.setViewportSize({ width, height: 720 });
  await tab.goto(board);
  await tab.evaluate((all) => {
    for (const one of all) Reflect.get(window, 'addChip')(one);
  }, people);
  await tab.getByRole('button', { name: 'Invite' }).click();
  return { tab, prompt: await promptFrame(tab) };
}

/** Whether something is wider than the frame, and whether every button is in sight. */
const room = (prompt: Frame) =>
  prompt.evaluate(() => ({
    tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    inSight: [...document.querySelectorAll('.actions button')].every((button) => {
      const { top, bottom } = button.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }),
  }));

describe.each([1280, 375])('the prompt in a window of %i pixels', (width) => {
  it.each([
    'block',
    'warn',
    'justify',
  ] as const)('%s: is accessible, folds many people by keyboard', async (outcome) => {
    await put(outcome);
    const { tab, prompt } = await stopped(width, [...list, 'eve@outside']);
    expect(await faultsIn(prompt)).toEqual([]);
    const fold = prompt.locator('details');
    await tab.keyboard.press('Tab');
    expect(await prompt.evaluate(() => document.activeElement?.textContent)).toBe('2 more');
    await tab.keyboard.press('Enter');
    expect(await fold.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
    await prompt.getByText('f.new@outside.example').waitFor();
    await prompt.locator('[data-starts]:enabled').first().waitFor();
    expect(await room(prompt)).toEqual({ tooWide: false, inSight: true });
    expect(await faultsIn(prompt)).toEqual([]);
    await prompt.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => openPrompt(tab)).toBeUndefined();
    await tab.close();
  });

  it('is accessible after IT was asked', async () => {
    await put('block');
    const { tab, prompt } = await stopped(width, [list[0] ?? '', 'eve@outside']);
    await prompt.getByRole('textbox').fill('The launch.');
    await prompt.getByRole('button', { name: 'Ask IT' }).click();
    await prompt.getByRole('heading', { name: /^Request #\d+/ }).waitFor();
    expect(await faultsIn(prompt)).toEqual([]);
    await tab.close();
  });
});
