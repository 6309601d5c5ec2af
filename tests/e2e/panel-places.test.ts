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

const sit = async (...options: Parameters<typeof sitDown> extends [Browser, ...infer Rest] ? Rest : never) => {
  desk = await sitDown(browser, ...options);
  return desk;
};
const link = (page: Page, number: number) => page.getByRole('link', { name: new RegExp(`^#${number},`) });
/** Where a row is in the window, in whole CSS pixels, and whether it has the focus. */
const standing = (page: Page, number: number) =>
  link(page, number).evaluate((row) => ({
    top: Math.round(row.getBoundingClientRect().top),
    focused: row === document.activeElement,
  }));

describe('titles', () => {
  it('of a request name whom and where; its tab the number', async () => {
    const { page } = await sit({ path: '#/requests/request-3' });
    const title =
      'Emma Berg wants to add somebody to a space: a.one@agency.example and 1 more · Jira on acme-labs.atlassian.net';
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.title()).toBe('#3 Emma Berg for a.one@agency.example and 1 more – Gatehouse');
    await page.getByRole('link', { name: 'People' }).click();
    await expect.poll(() => page.title()).toBe('(5) People – Gatehouse');
  });

  it('are one heading of the first level on every page', async () => {
    const { page, service } = await sit();
    const titles = [
      ['', 'Review queue'],
      ['#/requests/request-5', /^Emma Berg wants to/],
      ['#/requests/none', 'There is no such request'],
      ['#/people', 'People'],
      ['#/audit', 'Audit log'],
      ['#/nowhere', 'There is no such page'],
    ] as const;
    for (const [path, name] of titles) {
      await page.goto(`${service.url}/${path}`);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1);
    }
  });

  it('are there while the page is not, and when it cannot be had', async () => {
    const { page, service } = await sit({
      path: '#/requests/request-5',
      prepare: (stub) => stub.failing.set('/api/v1/requests/request-5', 'internal'),
    });
    await page.getByRole('alert').getByText('The request could not be loaded').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['Request']);
    service.failing.clear();
  });
});

describe('what is not there', () => {
  it('is no alarm, and leads back to the list', async () => {
    const { page } = await sit({ path: '#/requests/none' });
    await page.getByRole('heading', { name: 'There is no such request' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('link', { name: 'Go to: Review queue' }).click();
    await link(page, 5).waitFor();
  });
});

describe('going back', () => {
  const long = () => Array.from({ length: 120 }, (_, n) => request(n + 10, { state: 'denied' }));
  const path = '#/requests?tab=done&state=denied';

  it.each([
    'the browser',
    'the page',
  ])('with the way back of %s leads to the same page of the list, to the row one left by', async (way) => {
    const { page } = await sit({ path, prepare: (service) => long().forEach(service.add) });
    await page.getByRole('link', { name: 'Next' }).click();
    await link(page, 40).scrollIntoViewIfNeeded();
    await link(page, 40).focus();
    const before = await standing(page, 40);
    await page.keyboard.press('Enter');
    await page.getByText('Reason given').waitFor();
    await page.locator('main:focus').waitFor();
    if (way === 'the browser') await page.goBack();
    else await page.getByRole('main').getByRole('link', { name: 'Review queue' }).click();
    await link(page, 40).waitFor();
    await expect.poll(() => standing(page, 40)).toEqual(before);
    expect(page.url()).toContain('after=');
  });

  it('or on to another request starts that one at its top', async () => {
    const { page, service } = await sit({ path: '#/requests/request-3' });
    await page.getByText('Two people from the agency join the prototype for a week.').waitFor();
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.goto(`${service.url}/#/requests/request-5`);
    await page.getByText('Nina designs the launch page').waitFor();
    await page.getByRole('link', { name: '#3', exact: true }).click();
    await page.getByText('Two people from the agency join the prototype for a week.').waitFor();
    expect(await page.getByRole('main').evaluate((main) => main.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  });
});

describe('a search', () => {
  it('of people follows links and "back", and does not bring back what was left', async () => {
    const { page } = await sit({ path: '#/people?q=partner' });
    const search = page.getByRole('searchbox');
    await page.getByText('Pat Moreau').waitFor();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByText('Una Clay').waitFor();
    expect(await search.inputValue()).toBe('');
    // Longer than typing has to rest before it counts.
    await page.waitForTimeout(500);
    expect(new URL(page.url()).hash).toBe('#/people');
    await page.goBack();
    await page.getByText('Una Clay').waitFor({ state: 'detached' });
    expect(await search.inputValue()).toBe('partner');
  });

  it('keeps the spaces of what is being typed', async () => {
    const { page } = await sit({ path: '#/people' });
    await page.getByRole('searchbox').fill('pat ');
    await expect.poll(() => page.url()).toContain('q=pat');
    expect(await page.getByRole('searchbox').inputValue()).toBe('pat ');
  });
});
