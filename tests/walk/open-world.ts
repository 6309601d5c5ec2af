import { chromium } from 'playwright-core';
import { people } from '../../mocks/cloud/seed.ts';
import { enterAtlassian, openBrowser } from '../stage/browser.ts';
import type { Stage } from '../stage/stage.ts';
import { findChromium, quietFlags } from '../tools/chromium.ts';
import type { World } from './world.ts';

export interface OpenWorld {
  readonly world: World;
  close(): Promise<void>;
}

/** Opens both people's browsers on a running stage. */
export async function openWorld(stage: Stage, profileDir: string): Promise<OpenWorld> {
  const employee = await openBrowser({ profileDir, proxyUrl: stage.cloud.proxyUrl, headless: true });
  await enterAtlassian(employee, people.emma.accountId);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    headless: true,
    args: [...quietFlags],
  });
  const reviewer = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const world: World = {
    stage,
    employee,
    reviewer,
    profileDir,
    jira: employee.pages()[0] ?? (await employee.newPage()),
    popup: await employee.newPage(),
    panel: await reviewer.newPage(),
    requestNumber: null,
  };
  return {
    world,
    close: async () => {
      await world.employee.close();
      await browser.close();
    },
  };
}
