import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { panelDir } from '../stage/paths.ts';
import { findChromium, quietFlags } from '../tools/chromium.ts';
import { morning } from './panel-data.ts';
import { type PanelService, startPanelService } from './panel-service.ts';

export async function launch(): Promise<Browser> {
  if (!existsSync(join(panelDir, 'index.html')))
    throw new Error('dist/panel is missing. Run "npm run build panel", or run the tests with "npm test".');
  return chromium.launch({ executablePath: await findChromium(), args: [...quietFlags] });
}

/** What must not happen on any page: uncaught errors, refusals of the content security policy, dialogs of hostile names. */
export async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  // Some refusals are caught by the code that provoked them and show nowhere else.
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI} in ${event.sourceFile}`),
    ),
  );
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // Chromium reports every answer of 400 and above by itself; the tests that provoke them look at what is shown.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  return faults;
}

export interface Desk {
  readonly service: PanelService;
  readonly page: Page;
  close(): Promise<void>;
}

/** A service with a morning's queue and a reviewer who is signed in, looking at `path`. Fails on close if anything broke. */
export async function sitDown(
  browser: Browser,
  options: {
    path?: string;
    colorScheme?: 'light' | 'dark';
    prepare?: (service: PanelService) => void;
    /** Before the panel is opened. */
    before?: (page: Page) => Promise<void>;
  } = {},
): Promise<Desk> {
  const service = await startPanelService();
  for (const request of morning()) service.add(request);
  options.prepare?.(service);
  // A context of its own, as axe needs it.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
  });
  const page = await context.newPage();
  const faults = await watch(page);
  await options.before?.(page);
  await page.goto(`${service.url}/${options.path ?? ''}`);
  await page.getByRole('button', { name: /^sign in/i }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return {
    service,
    page,
    close: async () => {
      await context.close();
      await service.close();
      expect(faults).toEqual([]);
    },
  };
}
