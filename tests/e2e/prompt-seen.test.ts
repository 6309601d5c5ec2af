import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rule } from '../tools/policy-fixture.ts';
import { openPrompt, promptFrame } from '../tools/prompt-frame.ts';
import { board, type ExtensionWorld, openWorld, publish, signIn } from './extension-world.ts';

/** A person reads what was stopped before they go on with it, and hears of it where the page leaves nothing to read. */
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
});

const put = (mode: 'warn' | 'justify' | 'block') => publish(world, popup, [rule('the-rule', { mode })]);
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
    await put(mode);
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
    await put('warn');
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

it('a page that lets no pointer come to what is ours changes nothing in the prompt', async () => {
  await put('block');
  await share('untouched.new');
  const prompt = await promptFrame(tab);
  await tab.evaluate(() => {
    const host = document.querySelector<HTMLElement>('[data-gatehouse=prompt]');
    host?.style.setProperty('pointer-events', 'none', 'important');
  });
  const box = await prompt.getByRole('button', { name: 'Cancel' }).boundingBox();
  await tab.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  await expect.poll(() => openPrompt(tab), { timeout: 3000 }).toBeUndefined();
});

describe('over a page that takes the prompt away', () => {
  /** Every alert of the browser over the page, in its order. */
  const alertsOver = (): string[] => {
    const alerts: string[] = [];
    tab.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    return alerts;
  };
  const press = async (name: string) => {
    await tab.evaluate((who) => Reflect.get(window, 'addChip')(`${who}@outside.example`), name);
    await tab.getByRole('button', { name: 'Invite' }).click();
  };

  it('it is told once what was stopped, and what the page does next is no answer of theirs', async () => {
    await put('block');
    const alerts = alertsOver();
    await press('redrawn.new');
    await promptFrame(tab, false);
    await tab.evaluate(() => {
      for (const one of document.documentElement.children) if (!['HEAD', 'BODY'].includes(one.tagName)) one.remove();
    });
    await expect.poll(() => alerts.length).toBe(1);
    expect(alerts[0]).toContain('This page hides why');
    await expect.poll(() => openPrompt(tab)).toBeUndefined();
    // The page tries the same once more, and the person has answered nothing.
    await tab.evaluate(() => document.querySelector<HTMLButtonElement>('#share [type=submit]')?.click());
    await promptFrame(tab, false);
    expect(alerts).toHaveLength(1);
    expect(posts()).toEqual([]);
  });

  it('also with the whole document', async () => {
    await put('block');
    const alerts = alertsOver();
    await press('opened.new');
    await promptFrame(tab, false);
    await tab.evaluate(() => {
      document.open();
      document.write('<!doctype html><p>Another page</p>');
      document.close();
    });
    await expect.poll(() => alerts.length).toBe(1);
    expect(alerts[0]).toContain('This page hides why');
  });

  it('again and again, it is told of each press, and of no more than three acts of the page’s own', async () => {
    await put('block');
    const alerts = alertsOver();
    await tab.evaluate(() => {
      new MutationObserver(() => {
        for (const node of document.querySelectorAll('[data-gatehouse=prompt]')) node.remove();
      }).observe(document, { childList: true, subtree: true });
    });
    await press('loop.new');
    await expect.poll(() => alerts.length).toBe(1);
    await tab.getByRole('button', { name: 'Invite' }).click();
    await expect.poll(() => alerts.length).toBe(2);
    // By the page alone: the browser takes what a test has it do for a person's doing, for some seconds.
    await tab.evaluate(async () => {
      const flag = document.querySelector('#flag');
      for (let time = 0; time < 6; time += 1) {
        document.querySelector<HTMLButtonElement>('#raw')?.click();
        while (!flag?.textContent?.includes('Refused 403')) await new Promise((resolve) => setTimeout(resolve, 50));
        flag.replaceChildren();
      }
    });
    expect(alerts).toHaveLength(4);
    expect(posts()).toEqual([]);
  });
});
