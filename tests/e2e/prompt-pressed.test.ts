import { createServer } from 'node:http';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Rule } from '../../core/policy/index.ts';
import { rule } from '../tools/policy-fixture.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, killWorker, openWorld, page, publish, signIn } from './extension-world.ts';

/** What becomes of presses in the prompt: those of a person count, once, and are answered in words that stay. */
let world: ExtensionWorld;
let popup: Page;
let tab: Page;
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
  world.stub.received.length = 0;
});

const put = (mode: 'warn' | 'justify' | 'block', more: Partial<Rule> = {}) =>
  publish(world, popup, [rule('the-rule', { mode, ...more })]);
const shareIn = (ms: number, name: string) =>
  tab.evaluate(
    ([wait, who]) =>
      void setTimeout(() => {
        const body = JSON.stringify({ recipients: [{ type: 'external_user', email: `${who}@outside.example` }] });
        void fetch('/gateway/api/share', { method: 'POST', body });
      }, wait),
    [ms, name] as const,
  );
const invite = async (name: string): Promise<Frame> => {
  await tab.evaluate((who) => Reflect.get(window, 'addChip')(`${who}@outside.example`), name);
  await tab.getByRole('button', { name: 'Invite' }).click();
  return promptFrame(tab);
};
const posts = () => world.arrived.filter(({ call }) => call.startsWith('POST'));

/** Where a button of a prompt stands: another one with the same words has it at the same place. */
async function placeOf(label: string): Promise<{ readonly x: number; readonly y: number }> {
  await shareIn(0, 'first.new');
  const prompt = await promptFrame(tab);
  const box = await prompt.getByRole('button', { name: label }).boundingBox();
  await prompt.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => openPrompt(tab)).toBeUndefined();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

describe('presses that were meant for the page', () => {
  it.each([90, 250])('every %i ms on one spot go on with nothing', async (gap) => {
    await put('warn');
    const { x, y } = await placeOf('Continue anyway');
    await shareIn(700, `lured${gap}.new`);
    await tab.mouse.move(x, y);
    // Nobody waits for the browser between two presses.
    const presses: Promise<void>[] = [];
    for (const until = Date.now() + 6000; Date.now() < until; await new Promise((done) => setTimeout(done, gap)))
      presses.push(tab.mouse.down(), tab.mouse.up());
    await Promise.all(presses);
    expect(posts()).toEqual([]);
    // Who then stops, reads and presses goes on, with a double click too: once.
    const prompt = await promptFrame(tab);
    await tab.waitForTimeout(600);
    await prompt.getByRole('button', { name: 'Continue anyway' }).dblclick();
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
    await tab.waitForTimeout(1000);
    expect(posts()).toHaveLength(1);
  });

  it.each([600, 800, 1000])('or in a rhythm of %i ms go on with nothing, and why is told', async (gap) => {
    await put('warn');
    const { x, y } = await placeOf('Continue anyway');
    await tab.waitForTimeout(900);
    // As short a name as the one before: the buttons stand where its buttons stood.
    await tab.evaluate((who) => {
      let presses = 0;
      window.addEventListener('mousedown', () => {
        presses += 1;
        const body = JSON.stringify({ recipients: [{ type: 'external_user', email: `${who}@outside.example` }] });
        if (presses === 2) void fetch('/gateway/api/share', { method: 'POST', body }).catch(() => undefined);
      });
    }, `r${gap}.new`);
    const presses: Promise<void>[] = [];
    for (let n = 0; n < 9; n += 1) {
      presses.push(tab.mouse.click(x + (n % 3), y));
      await new Promise((done) => setTimeout(done, gap));
    }
    await Promise.all(presses);
    expect(posts()).toEqual([]);
    const frame = await openPrompt(tab);
    await frame?.getByText('Move the pointer, or wait three seconds', { exact: false }).waitFor();
    // What was said may have moved the button a little: who comes to it means it.
    await tab.waitForTimeout(600);
    await tab.mouse.move(x - 60, y);
    await frame?.getByRole('button', { name: 'Continue anyway' }).click();
    await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(1);
  });

  it('or held keys go on with nothing', async () => {
    await put('warn');
    const prompt = await invite('held.new');
    await prompt.getByRole('heading').first().focus();
    await tab.keyboard.down('Enter');
    for (let n = 0; n < 10; n += 1) {
      await tab.keyboard.down('Enter');
      if (n === 4) await prompt.getByRole('button', { name: 'Continue anyway' }).focus();
      await tab.waitForTimeout(30);
    }
    await tab.keyboard.up('Enter');
    await tab.waitForTimeout(1500);
    expect(posts()).toEqual([]);
    await prompt.getByText('pressed too soon after another press', { exact: false }).waitFor();
    await prompt.locator('[data-starts]:enabled').first().waitFor();
    expect(await prompt.evaluate(() => document.activeElement?.textContent)).toBe('Continue anyway');
    await tab.waitForTimeout(600);
    await tab.keyboard.press('Enter');
    await tab.getByText('Shared').waitFor();
    expect(posts()).toHaveLength(1);
  });
});

describe('why somebody does not go on', () => {
  it.each(['warn', 'justify'] as const)('stands until they press anew: %s', async (mode) => {
    await put(mode);
    const prompt = await invite(`stands-${mode}.new`);
    if (mode === 'justify') await prompt.getByRole('textbox').fill('The launch.');
    await put('block');
    await tab.bringToFront();
    const on = prompt.getByRole('button', { name: mode === 'warn' ? 'Continue anyway' : 'Continue', exact: true });
    await on.click();
    const said = prompt.getByText('The policy has changed meanwhile. Nothing was sent', { exact: false });
    await said.waitFor();
    await tab.waitForTimeout(2500);
    expect(await on.isEnabled()).toBe(true);
    expect(await said.isVisible()).toBe(true);
    await on.click();
    await tab.waitForTimeout(2500);
    expect(await said.isVisible()).toBe(true);
    expect(posts()).toEqual([]);
  });
});

/** A service that takes calls and answers none. What it returns ends that. */
async function serviceHangs(): Promise<() => Promise<void>> {
  await world.stub.stop();
  const hanging = createServer(() => undefined);
  await new Promise<void>((done) => hanging.listen(Number(new URL(world.stub.url).port), '127.0.0.1', done));
  return async () => {
    hanging.closeAllConnections();
    await new Promise((done) => hanging.close(done));
    await world.stub.start();
  };
}
const asks = () => world.stub.received.filter(({ path, method }) => path === '/api/v1/requests' && method === 'POST');

describe('a worker that dies', () => {
  it('while IT is asked loses no request and says no untruth of it', async () => {
    await put('block');
    const prompt = await invite('dies.new');
    await prompt.getByRole('textbox').fill('First words.');
    const goOn = await serviceHangs();
    const ask = prompt.getByRole('button', { name: 'Ask IT' });
    await ask.click();
    await prompt.getByText('is being sent', { exact: false }).waitFor();
    await tab.waitForTimeout(500);
    await killWorker(world);
    await prompt.getByRole('heading', { name: 'Your request is kept' }).waitFor({ timeout: 20_000 });
    expect(await prompt.locator('body').innerText()).not.toContain('updated');
    await goOn();
    await popup.bringToFront();
    await popup.goto(page('popup/index.html'));
    await expect
      .poll(() => world.stub.requests.map(({ reason }) => reason), { timeout: 60_000 })
      .toContain('First words.');
    await expect.poll(() => popup.locator('body').innerText()).not.toContain('not accepted');
    expect(new Set(asks().map(({ key }) => key)).size).toBe(1);
  });

  it('in a check behind an open prompt stops nothing without a word', async () => {
    await put('block');
    await shareIn(0, 'open.new');
    const first = await promptFrame(tab);
    world.stub.previewDelayMs = 1200;
    await shareIn(0, 'behind.new');
    await tab.waitForTimeout(500);
    await killWorker(world);
    await tab.waitForTimeout(500);
    await killWorker(world);
    await tab.waitForTimeout(500);
    world.stub.previewDelayMs = 0;
    await first.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => first.isDetached()).toBe(true);
    const second = await promptFrame(tab);
    await second.getByText('behind.new@outside.example', { exact: false }).first().waitFor();
    expect(posts()).toEqual([]);
  });
});

describe('in a window of 320 by 256 pixels, as at 400 %', () => {
  it('nothing that has the focus or is said stands behind the last row', async () => {
    await put('justify', { link: 'https://wiki.example/it' });
    await tab.setViewportSize({ width: 320, height: 256 });
    await tab.evaluate(() => Reflect.get(window, 'addChip')('narrow.new@outside.example'));
    await tab.getByRole('button', { name: 'Invite' }).click();
    const prompt = await promptFrame(tab, false);
    await tab.waitForTimeout(1000);
    const behind = (selector: string) =>
      prompt.evaluate((one) => {
        const found = one === '' ? document.activeElement : document.querySelector(one);
        const { top, bottom } = (found ?? document.body).getBoundingClientRect();
        const row = document.querySelector('.prompt > .actions:last-child')?.getBoundingClientRect().top ?? 0;
        return found?.closest('.actions') ? [] : [top >= 0, bottom <= row];
      }, selector);
    for (const tag of ['A', 'TEXTAREA']) {
      await tab.keyboard.press('Tab');
      await tab.waitForTimeout(200);
      expect(await prompt.evaluate(() => document.activeElement?.tagName)).toBe(tag);
      expect(await behind(''), tag).toEqual([true, true]);
    }
    // The buttons stand below the text there, and what was stopped was seen on the way.
    for (let key = 0; key < 2; key += 1) await tab.keyboard.press('Tab');
    await prompt.locator('[data-starts]:enabled').first().waitFor();
    await tab.waitForTimeout(600);
    await prompt.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
    await prompt.getByText('Write one sentence before you continue.').waitFor();
    await tab.waitForTimeout(300);
    expect(await behind('#gatehouse-reason-error')).toEqual([true, true]);
  });
});

describe('a person who is not signed in', () => {
  it('hears so before they write, and no more once they are', async () => {
    await put('block');
    await popup.bringToFront();
    await popup.goto(page('popup/index.html'));
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await tab.bringToFront();
    const prompt = await invite('out.new');
    const said = prompt.getByText('You are not signed in to Gatehouse, so IT cannot be asked yet.', { exact: false });
    expect(await said.isVisible()).toBe(true);
    await prompt.getByRole('textbox').fill('The launch.');
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await popup.getByText('Emma Berg').waitFor();
    await said.waitFor({ state: 'detached' });
    await tab.bringToFront();
    await prompt.getByRole('button', { name: 'Ask IT' }).click();
    await prompt.getByRole('heading', { name: /^Request #\d+ sent/ }).waitFor();
  });

  it('is signed out at once, however long the service takes to hear of it', async () => {
    await popup.bringToFront();
    await popup.goto(page('popup/index.html'));
    const goOn = await serviceHangs();
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor({ timeout: 1500 });
    await goOn();
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await popup.getByText('Emma Berg').waitFor();
  });
});
