import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { panelBuild } from '../../admin-panel/vite.ts';
import { launch, watch } from './panel-browser.ts';
import { morning } from './panel-data.ts';
import { type PanelService, startPanelService } from './panel-service.ts';

let browser: Browser;
let folder: string;
let service: PanelService;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-embedding-'));
  const { build: how, ...config } = panelBuild();
  const root = join(import.meta.dirname, 'panel-embedding');
  // JSX is compiled for the React that is bundled.
  vi.stubEnv('NODE_ENV', 'production');
  await build({ ...config, configFile: false, root, logLevel: 'warn', build: { ...how, outDir: folder } });
  vi.unstubAllEnvs();
  service = await startPanelService(folder);
  for (const request of morning()) service.add(request);
  page = await browser.newPage();
  faults = await watch(page);
  await page.goto(`${service.url}/#/chapter/3`);
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
  await rm(folder, { recursive: true, force: true });
});

const link = (number: number) => page.getByRole('link', { name: new RegExp(`^#${number},`) });

it('goes everywhere without touching the address, the history or the title of the page around it', async () => {
  const steps = await page.evaluate(() => history.length);
  await link(3).click();
  await page.getByText('Two people from the agency join the prototype for a week.').waitFor();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('searchbox').fill('partner');
  await page.getByText('Una Clay').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByRole('link', { name: 'Open request' }).first().click();
  await page.getByText('Reason given').waitFor();
  expect(new URL(page.url()).hash).toBe('#/chapter/3');
  expect(await page.evaluate(() => history.length)).toBe(steps);
  expect(await page.title()).toBe('The intranet');
  await page.getByText('Chapter #/chapter/3').waitFor();
});

it('stays where it is when the page around it goes on', async () => {
  await page.evaluate(() => {
    location.hash = '#/people';
  });
  await page.getByText('Chapter #/people').waitFor();
  expect(await page.getByText('Reason given').count()).toBe(1);
});

it('leaves to the browser what opens in another tab', async () => {
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'People' }).click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await other.close();
  expect(await page.getByText('Reason given').count()).toBe(1);
  expect(faults).toEqual([]);
});
