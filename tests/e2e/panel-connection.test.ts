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

const row = (page: Page, number: number) => page.getByRole('row').filter({ hasText: `#${number}` });
const live = (page: Page) => page.getByText('Live', { exact: true });

describe('the connection', () => {
  it('that dies without a word is missed within five seconds, and found again by itself', async () => {
    desk = await sitDown(browser);
    const { page, service } = desk;
    await live(page).waitFor();
    service.isMute = true;
    service.failing.set('/api/v1/events', 'internal');
    const since = performance.now();
    await page.getByText('Reconnecting').waitFor({ timeout: 8000 });
    expect(performance.now() - since).toBeLessThan(5500);
    service.isMute = false;
    service.failing.clear();
    await live(page).waitFor();
  });

  it('that is lost with the network is missed at once', async () => {
    desk = await sitDown(browser);
    const { page, service } = desk;
    await live(page).waitFor();
    await page.context().setOffline(true);
    await page.getByText('Reconnecting').waitFor({ timeout: 5000 });
    service.add(request(6, {}, 0));
    await page.context().setOffline(false);
    await row(page, 6).waitFor();
  });

  it('to a service that is at fault is tried again by itself', async () => {
    desk = await sitDown(browser, { prepare: (stub) => stub.failing.set('/api/v1/requests', 'internal') });
    const { page, service } = desk;
    await page.getByRole('alert').getByText('The queue could not be loaded').waitFor();
    service.failing.clear();
    await row(page, 5).waitFor({ timeout: 8000 });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('to a part that is at fault leaves no old figures without a word', async () => {
    desk = await sitDown(browser);
    const { page, service } = desk;
    const strip = page.getByRole('region', { name: 'State of the organization' });
    await strip.getByText('250 accounts').waitFor();
    const open = page.getByRole('link', { name: /^Review queue/ });
    await open.getByText(/\d+ open/).waitFor();
    service.failing.set('/api/v1/directory', 'internal');
    service.failing.set('/api/v1/requests', 'internal');
    service.tellDirectoryChanged();
    await strip.getByText('This may be out of date').waitFor();
    await open.getByText(/open/).waitFor({ state: 'detached' });
    service.failing.clear();
    await strip.getByText('This may be out of date').waitFor({ state: 'detached' });
    await open.getByText(/\d+ open/).waitFor();
    expect(await strip.getByText('250 accounts').count()).toBe(1);
  });

  it('brings the queue once when the page is opened', async () => {
    const asked: string[] = [];
    desk = await sitDown(browser, {
      before: async (page) => {
        page.on('request', (call) => {
          if (new URL(call.url()).pathname === '/api/v1/requests') asked.push(call.url());
        });
      },
    });
    const { page } = desk;
    await row(page, 5).waitFor();
    await live(page).waitFor();
    await page.waitForTimeout(1000);
    expect(asked).toHaveLength(1);
  });
});

it('has one logo on a page, the one of the extension', async () => {
  desk = await sitDown(browser);
  const { page } = desk;
  const icon = await page.locator('link[rel=icon]').evaluate((link) => (link as HTMLLinkElement).href);
  expect(await page.locator('img').evaluateAll((found) => found.map((one) => (one as HTMLImageElement).src))).toEqual([
    icon,
  ]);
});
