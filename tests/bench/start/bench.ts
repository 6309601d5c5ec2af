import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { BrowserContext, Page } from 'playwright-core';
import { people } from '../../../mocks/cloud/seed.ts';
import { VERSION } from '../../../mocks/cloud/store.ts';
import { configureExtension, enterAtlassian, openBrowser, signInExtension } from '../../stage/browser.ts';
import { freePorts } from '../../stage/ports.ts';
import { openStage, type Stage } from '../../stage/stage.ts';
import { type BenchReport, type BenchResult, machine, spread } from '../report.ts';
import { organizationOf } from './organization.ts';

const RUNS = 7;
const SIZES = [250, 1_000, 10_000] as const;
const ISSUE = 'https://acme.atlassian.net/browse/ACME-1';

/** From the start of the navigation until the page shows a person's name, and until the first badge stands. In ms. */
interface Times {
  readonly name: number;
  readonly badge: number;
}

/**
 * How long after a page was asked for its first badge stands, beside the page itself: `name` is when the page shows the first person, and no
 * badge can come before. `cold` is the first page after browser and service were started anew, `warm` the same page loaded again.
 */
export async function benchStart(): Promise<BenchReport> {
  const results: BenchResult[] = [];
  let chromium = '';
  for (const size of SIZES) {
    const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-bench-start-'));
    let stage: Stage | undefined;
    let browser: BrowserContext | undefined;
    try {
      await writeFile(join(dataDir, 'cloud.json'), JSON.stringify({ version: VERSION, state: organizationOf(size) }));
      const opened = await openStage({ ports: await freePorts(), dataDir, directorySeconds: 300 });
      stage = opened;
      const open = () =>
        openBrowser({ profileDir: join(dataDir, 'profile'), proxyUrl: opened.cloud.proxyUrl, headless: true });
      browser = await open();
      chromium = browser.browser()?.version() ?? chromium;
      await enterAtlassian(browser, people.emma.accountId);
      await configureExtension(browser, opened.serviceUrl);
      await (await signInExtension(browser, 'Emma Berg')).close();
      const [cold, warm]: [Times[], Times[]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        await browser.close();
        await opened.service.stop();
        await opened.restartService();
        browser = await open();
        await enterAtlassian(browser, people.emma.accountId);
        const page = browser.pages()[0] ?? (await browser.newPage());
        cold.push(await timed(page));
        warm.push(await timed(page));
      }
      for (const [how, times] of Object.entries({ cold, warm })) {
        const line = (name: string, metric: string, of: (one: Times) => number): BenchResult => ({
          name,
          case: `${how}, ${size.toLocaleString('en')} accounts`,
          metric,
          unit: 'ms',
          ...spread(times.map(of)),
        });
        results.push(
          line('page', 'first_name_ms', ({ name }) => name),
          line('gatehouse', 'first_badge_ms', ({ badge }) => badge),
          line('gatehouse', 'after_name_ms', ({ name, badge }) => badge - name),
        );
      }
    } finally {
      await browser?.close();
      await stage?.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  return {
    bench: 'start',
    at: new Date().toISOString(),
    machine: machine(),
    versions: { chromium, node: process.version },
    n: RUNS,
    results,
  };
}

/** Loads the issue and looks at every change of the page. */
async function timed(page: Page): Promise<Times> {
  const start = performance.timeOrigin + performance.now();
  await page.goto(ISSUE, { waitUntil: 'commit' });
  const times = await page.evaluate(
    (name) =>
      new Promise<{ name: number; badge: number }>((resolve) => {
        let seen = 0;
        const look = (): void => {
          const now = performance.timeOrigin + performance.now();
          if (seen === 0 && document.body?.textContent?.includes(name)) seen = now;
          const badge = document.querySelector<HTMLElement>('[data-gatehouse="badge"]');
          if (badge === null || badge.getBoundingClientRect().width === 0) return void requestAnimationFrame(look);
          resolve({ name: seen, badge: now });
        };
        look();
      }),
    people.emma.name,
  );
  return { name: times.name - start, badge: times.badge - start };
}
