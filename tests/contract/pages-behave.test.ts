import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { board, type Stage, site, startPages } from './pages-browser.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await startPages();
});
afterAll(() => stage.close());

const mark = (page: Page, selector: string) =>
  page.evaluate((css) => {
    const foreign = document.createElement('i');
    foreign.id = 'foreign';
    document.querySelector(css)?.append(foreign);
  }, selector);

it('changes pages without loading a document, back and forth', async () => {
  const { page, context } = await stage.open(board);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('link', { name: 'List' }).first().click();
  await page.getByRole('region', { name: 'Work items' }).waitFor();
  await page.getByRole('link', { name: 'ACME-1', exact: true }).click();
  await page.getByRole('heading', { name: 'Launch page: final layout' }).waitFor();
  await page.getByRole('link', { name: 'Queues' }).first().click();
  await page.getByRole('heading', { name: 'All open' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Launch page: final layout' }).waitFor();
  expect(await page.evaluate('window.sameDocument')).toBe(true);
  await context.close();
});

it('opens an issue over the board by the query alone, and closes it by Escape', async () => {
  const { page, context } = await stage.open(board);
  await page.getByRole('link', { name: 'Launch page: final layout' }).click();
  const dialog = page.getByRole('dialog', { name: 'Launch page: final layout' });
  await dialog.waitFor();
  expect(new URL(page.url()).search).toBe('?selectedIssue=ACME-1');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
  await context.close();
});

it.each([
  ['cards', board, '#card-ACME-1'],
  ['comments', `${site}/browse/ACME-1`, '[data-testid^="comment-base-item-"]'],
])('drops foreign nodes when %s are drawn again', async (_name, url, selector) => {
  const { page, context } = await stage.open(url);
  await mark(page, selector);
  expect(await page.locator('#foreign').count()).toBe(1);
  await page.getByRole('button', { name: 'Refresh' }).click();
  expect(await page.locator('#foreign').count()).toBe(0);
  expect(await page.locator(selector).count()).toBeGreaterThan(0);
  await context.close();
});

it('draws again by itself when the address asks for it', async () => {
  const { page, context } = await stage.open(`${board}?rerender=300`);
  await mark(page, '#card-ACME-1');
  await page.locator('#foreign').waitFor({ state: 'detached' });
  await context.close();
});

it('has nodes for rows in sight only, and uses them again for other people', async () => {
  const { page, context } = await stage.open(`${site}/jira/core/projects/ACME/list`);
  const rows = page.locator('[data-testid="native-issue-table.ui.issue-row"]');
  const before = await rows.count();
  expect(before).toBeLessThan(40);
  const identity = () =>
    page.evaluate(() => {
      const row = document.querySelector('[data-kept]') ?? document.querySelectorAll('tbody tr')[1];
      row?.setAttribute('data-kept', '');
      return row?.querySelector('[aria-label^="More information about"]')?.getAttribute('aria-label');
    });
  const first = await identity();
  await page.getByRole('region', { name: 'Work items' }).evaluate((region) => region.scrollTo(0, 12_000));
  await page.getByText('ACME-301', { exact: true }).waitFor();
  expect(await rows.count()).toBe(before);
  expect(await identity()).not.toBe(first);
  await context.close();
});

it('shows a thousand people and draws them again on a click', async () => {
  const { page, context } = await stage.open(`${board}?people=1000`);
  const places = page.getByRole('main').getByRole('listitem');
  expect(await places.count()).toBe(1000);
  await places.first().evaluate((place) => place.setAttribute('data-old', ''));
  await page.getByRole('button', { name: 'Refresh' }).click();
  expect(await places.count()).toBe(1000);
  expect(await page.locator('[data-old]').count()).toBe(0);
  await context.close();
});

it('sends a stranger to sign in and back, signed in on both domains', async () => {
  const { page, context } = await stage.open(`${site}/browse/ACME-3`, null);
  expect(new URL(page.url()).host).toBe('id.atlassian.com');
  await page.getByLabel('Email').fill('nobody@acme.example');
  await page.locator('#login-submit').click();
  await page.getByRole('alert').getByText('There is no Atlassian account').waitFor();
  await page.getByLabel('Email').fill('liam.chen@acme.example');
  await page.locator('#login-submit').click();
  await page.getByRole('heading', { name: 'Nightly build on the new runner' }).waitFor();
  const cookies = (await context.cookies()).filter(({ name }) => name === 'cloud.session.token');
  expect(cookies.map(({ domain }) => domain).sort()).toEqual(['.atlassian.com', '.atlassian.net']);
  await context.close();
});
