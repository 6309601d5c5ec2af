import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { people } from '../../mocks/cloud/people.ts';
import { pages } from '../../mocks/pages/index.ts';
import { type FakeCloud, startFakeCloud } from '../../mocks/server/fake-cloud.ts';
import type { LoggedRequest } from '../../mocks/server/request-log.ts';
import { enterAtlassian } from '../stage/browser.ts';
import { findChromium, quietFlags } from '../tools/chromium.ts';

export const site = 'https://acme.atlassian.net';
export const board = `${site}/jira/software/projects/ACME/boards/1`;
export const admin = 'https://admin.atlassian.com/o/2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01';

/** The fake cloud with its pages, and a real Chromium that reaches nothing else. */
export interface Stage {
  readonly cloud: FakeCloud;
  /** A page of somebody who is signed in; of a stranger when `who` is null. */
  open(url: string, who?: keyof typeof people | null, colorScheme?: 'light' | 'dark'): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts; a violated content policy is one. */
  readonly problems: readonly string[];
}

export async function startPages(): Promise<Stage> {
  const cloud = await startFakeCloud({ pages });
  let browser: Browser;
  try {
    browser = await chromium.launch({
      executablePath: await findChromium(),
      // Not Playwright's `ignoreHTTPSErrors`, which begins a request anew for each connection that met the certificate: with many
      // pictures at once two of 160 pages failed with ERR_TOO_MANY_RETRIES.
      args: [...quietFlags, `--proxy-server=${cloud.proxyUrl}`, '--ignore-certificate-errors'],
    });
  } catch (error) {
    await cloud.close();
    throw error;
  }
  return {
    cloud,
    async open(url, who = 'emma', colorScheme = 'light') {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 800 } });
      if (who) await enterAtlassian(context, people[who].accountId);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on(
        'console',
        (message) => message.type() === 'error' && problems.push(`${message.text()} ${message.location().url}`),
      );
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(url);
      await page.getByRole('main').waitFor();
      return { page, context, problems };
    },
    async close() {
      await browser.close();
      await cloud.close();
    },
  };
}

/** What axe finds wrong, one line each. @param rules only these, for what nothing else can differ in; all when left out */
export async function accessibilityFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Calls that reached the cloud with this method and path. */
export const calls = (cloud: FakeCloud, path: string): readonly LoggedRequest[] =>
  cloud.log.list().filter((request) => request.method === 'POST' && request.path === path);
