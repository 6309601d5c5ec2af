import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launch, sitDown } from './panel-browser.ts';
import { request } from './panel-data.ts';

let browser: Browser;
let desk: Desk | undefined;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const places = [
  { path: '', ready: '#5' },
  { path: '#/requests?tab=failed', ready: 'No grant has failed' },
  { path: '#/requests/request-3', ready: 'History' },
  { path: '#/people', ready: 'Una Clay' },
  { path: '#/audit', ready: 'made request #1' },
];

async function violations(page: Page): Promise<string[]> {
  // Half-finished fades have colours that nobody is meant to read.
  await page.waitForTimeout(400);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(places)('axe finds nothing on /$path', async ({ path, ready }) => {
    desk = await sitDown(browser, { path, colorScheme });
    await desk.page.getByText(ready).first().waitFor();
    expect(await violations(desk.page)).toEqual([]);
  });

  it('axe finds nothing on the first and the second leaf of a queue of 200 requests', async () => {
    desk = await sitDown(browser, {
      colorScheme,
      prepare: (service) => {
        for (let number = 6; number <= 205; number += 1) service.add(request(number));
      },
    });
    const { page } = desk;
    await page.getByRole('link', { name: 'Next', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await page.getByText('Page 2', { exact: true }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('axe finds nothing in the dialog and on the sign-in page', async () => {
    desk = await sitDown(browser, { path: '#/requests/request-5', colorScheme });
    const { page } = desk;
    await page.getByRole('button', { name: /^Deny/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deny request' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /^Sign in/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('axe finds nothing where something is marked as done', async () => {
    desk = await sitDown(browser, {
      path: '#/requests/request-6',
      colorScheme,
      prepare: (service) => service.add(request(6, { intent: 'start-app', state: 'grant-failed' }, 1)),
    });
    const { page } = desk;
    await page.getByRole('button', { name: 'Mark as done…' }).click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

/** Presses Tab until the focused element has this accessible name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing called ${name} within 60 presses of Tab`);
}

describe('with the keyboard alone', () => {
  it('one gets from the queue into a request, denies it, and back', async () => {
    desk = await sitDown(browser);
    const { page, service } = desk;
    await page.getByText('#5').waitFor();
    await tabTo(page, /^#5, Emma Berg/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Emma Berg wants to/ }).waitFor();
    await tabTo(page, /^Deny/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('textbox').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Please use the agency site.');
    await tabTo(page, /^Deny request$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(service.requests()[4]?.state).toBe('denied');
    await tabTo(page, /^\s*Review queue$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Review queue' }).waitFor();
  });

  it('Escape leaves the dialog with the focus where it was', async () => {
    desk = await sitDown(browser, { path: '#/requests/request-5' });
    const { page } = desk;
    await tabTo(page, /^Deny/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Deny/ }).and(page.locator(':focus')).waitFor();
  });

  it('dialogs and what they say afterwards stand in the panel’s own element, above everything else', async () => {
    desk = await sitDown(browser, { path: '#/requests/request-5' });
    const { page } = desk;
    const around = () => page.locator('body > :not(#gatehouse, noscript)').count();
    await page.getByRole('button', { name: /^Deny/ }).click();
    await page.locator('#gatehouse dialog:modal').waitFor();
    expect(await around()).toBe(0);
    await page.getByRole('dialog').getByRole('textbox').fill('Use the shared account.');
    await page.getByRole('dialog').getByRole('button', { name: 'Deny request' }).click();
    await page.locator('#gatehouse :popover-open').getByText('Request #5 denied').waitFor();
    expect(await around()).toBe(0);
  });
});
