import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rule } from '../tools/policy-fixture.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, publish, signIn } from './extension-world.ts';

/** The key or press that ends the prompt ends there: the page below hears nothing of it. */
let world: ExtensionWorld;
let tab: Page;
beforeAll(async () => {
  world = await openWorld();
  await publish(world, await signIn(world), [rule('the-rule', { mode: 'warn' })]);
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  await tab?.close();
  tab = await world.context.newPage();
  await tab.goto(board);
  world.arrived.length = 0;
  await tab.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { heardKeys: keys });
    for (const type of ['keydown', 'keyup'] as const)
      window.addEventListener(type, ({ key, repeat }) => keys.push(`${type} ${key}${repeat ? ' again' : ''}`), true);
  });
});

const heardKeys = () => tab.evaluate(() => Reflect.get(window, 'heardKeys') as string[]);
const posts = () => world.arrived.filter(({ call }) => call.startsWith('POST'));
const chip = (name: string) => tab.evaluate((who) => Reflect.get(window, 'addChip')(`${who}@outside.example`), name);
const invite = async (name: string) => {
  await chip(name);
  await tab.getByRole('button', { name: 'Invite' }).click();
  return promptFrame(tab);
};

/** As somebody holds a key that the browser repeats. */
async function hold(key: string, ms: number): Promise<void> {
  await tab.keyboard.down(key);
  await tab.waitForTimeout(Math.min(ms, 500));
  for (const until = Date.now() + ms - 500; Date.now() < until; await tab.waitForTimeout(33))
    await tab.keyboard.down(key);
  await tab.keyboard.up(key);
}

describe('a key', () => {
  it.each([100, 1200])('Escape for %i ms closes the prompt and nothing of the page', async (ms) => {
    await invite('escape.new');
    await hold('Escape', ms);
    await expect.poll(() => openPrompt(tab)).toBeUndefined();
    await tab.waitForTimeout(700);
    expect(await heardKeys()).toEqual([]);
    // The page has its keys again then.
    await tab.keyboard.press('Escape');
    expect(await heardKeys()).toEqual(['keydown Escape', 'keyup Escape']);
  });

  it('that is held on what leads away does not begin the act again', async () => {
    await chip('enter.new');
    await tab.locator('#raw').focus();
    await tab.keyboard.press('Enter');
    const prompt = await promptFrame(tab);
    await tab.evaluate(() => (Reflect.get(window, 'heardKeys') as string[]).splice(0));
    await prompt.getByRole('button', { name: 'Cancel' }).focus();
    await hold('Enter', 1200);
    await tab.waitForTimeout(2000);
    expect(await openPrompt(tab)).toBeUndefined();
    expect(await heardKeys()).toEqual([]);
  });

  it('that is held on what goes on sends it once', async () => {
    const prompt = await invite('on.new');
    await prompt.getByRole('button', { name: 'Continue anyway' }).focus();
    await tab.waitForTimeout(600);
    await hold('Enter', 2500);
    await expect.poll(() => posts().length).toBe(1);
    await tab.waitForTimeout(1000);
    expect(posts()).toHaveLength(1);
    expect(await heardKeys()).toEqual([]);
  });

  it('Escape that is held throws away nothing that was typed', async () => {
    const prompt = await invite('typed.new');
    await prompt.getByRole('textbox').fill('The launch.');
    await hold('Escape', 1000);
    await prompt.getByText('what you wrote is lost then', { exact: false }).waitFor();
    expect(await prompt.getByRole('textbox').inputValue()).toBe('The launch.');
  });

  it('Escape that belongs to a word still being put together is not ours', async () => {
    const prompt = await invite('composed.new');
    await prompt.getByRole('textbox').fill('会議');
    const session = await world.context.newCDPSession(prompt);
    for (let time = 0; time < 2; time += 1) {
      await session.send('Input.imeSetComposition', { text: 'かいぎ', selectionStart: 3, selectionEnd: 3 });
      await tab.keyboard.press('Escape');
      await tab.waitForTimeout(300);
    }
    expect(await openPrompt(tab)).toBeDefined();
    expect(await prompt.getByRole('textbox').inputValue()).toContain('会議');
    expect(await prompt.getByText('what you wrote is lost then', { exact: false }).count()).toBe(0);
  });
});

describe('a press', () => {
  it.each([80, 250])('made twice on what leads away, %i ms apart, presses nothing below', async (gap) => {
    const prompt = await invite('twice.new');
    const box = (await prompt.getByRole('button', { name: 'Cancel' }).boundingBox()) ?? { x: 0, y: 0 };
    await tab.evaluate(({ x, y }) => {
      const below = document.createElement('button');
      below.style.cssText = `position:fixed;left:${x}px;top:${y}px;width:60px;height:32px`;
      for (const type of ['mousedown', 'click']) below.addEventListener(type, () => below.remove());
      below.id = 'below';
      document.body.append(below);
    }, box);
    await tab.mouse.move(box.x + 10, box.y + 10);
    for (let time = 1; time <= 2; time += 1) {
      await tab.mouse.down({ clickCount: time });
      await tab.mouse.up({ clickCount: time });
      await tab.waitForTimeout(gap);
    }
    await expect.poll(() => openPrompt(tab)).toBeUndefined();
    await tab.waitForTimeout(700);
    expect(await tab.locator('#below').count()).toBe(1);
    await tab.mouse.click(box.x + 12, box.y + 10);
    expect(await tab.locator('#below').count()).toBe(0);
  });
});
