import { join } from 'node:path';
import { people } from '../../mocks/cloud/seed.ts';
import { findOrInstallChromium } from '../tools/chromium.ts';
import { ensureBuilt, ensureBuiltForFirefox } from '../tools/ensure-built.ts';
import { findOrInstallFirefox } from '../tools/firefox.ts';
import { configureExtension, enterAtlassian, extensionUrl, openBrowser } from './browser.ts';
import { configureFirefox, enterAtlassianIn, loadExtension, openExtensionPage, openFirefox } from './firefox.ts';
import { extensionDir, firefoxExtensionDir } from './paths.ts';
import type { Stage } from './stage.ts';

type Say = (line: string) => void;

/** A browser that `npm start` opens on a running stage. */
export interface ShownBrowser {
  readonly extensionDir: string;
  readonly build: (say: Say) => Promise<void>;
  /** Opens a Jira page, and the popup in a tab of its own. Answers what closes the browser. */
  readonly show: (stage: Stage, say: Say) => Promise<() => Promise<void>>;
  /** What to do where nothing can be shown, in words. */
  readonly byHand: (stage: Stage) => string;
}

const board = 'https://acme.atlassian.net/jira/software/projects/ACME/boards/1';

const chromium: ShownBrowser = {
  extensionDir,
  build: ensureBuilt,
  async show(stage, say) {
    await findOrInstallChromium(say);
    const browser = await openBrowser({
      profileDir: join(stage.dataDir, 'browser'),
      proxyUrl: stage.cloud.proxyUrl,
      headless: false,
    });
    await enterAtlassian(browser, people.emma.accountId);
    await configureExtension(browser, stage.serviceUrl);
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(board);
    // The toolbar button is behind the puzzle piece until it is pinned: what it shows stands in a tab of its own first.
    await (await browser.newPage()).goto(extensionUrl('popup/index.html'));
    return () => browser.close();
  },
  byHand: ({ cloud }) =>
    `chromium --user-data-dir=/tmp/gatehouse --proxy-server=${cloud.proxyUrl} --ignore-certificate-errors \\\n    --load-extension=${extensionDir} ${board}`,
};

const firefox: ShownBrowser = {
  extensionDir: firefoxExtensionDir,
  build: ensureBuiltForFirefox,
  async show(stage, say) {
    await findOrInstallFirefox(say);
    const browser = await openFirefox({ proxyUrl: stage.cloud.proxyUrl, headless: false });
    await loadExtension(browser);
    await enterAtlassianIn(browser, people.emma.accountId);
    const [first] = await browser.pages();
    await (first ?? (await browser.newPage())).goto(board);
    const popup = await browser.newPage();
    await configureFirefox(popup, stage.serviceUrl);
    await openExtensionPage(popup, 'popup/index.html');
    return () => browser.close();
  },
  byHand: ({ cloud }) =>
    `Firefox with the HTTP and HTTPS proxy ${cloud.proxyUrl}: about:debugging → This Firefox → Load Temporary Add-on → ${firefoxExtensionDir}/manifest.json, then ${board}`,
};

/** By the word of `--browser`. */
export const shownBrowsers: ReadonlyMap<string, ShownBrowser> = new Map(Object.entries({ chromium, firefox }));
