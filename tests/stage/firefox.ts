import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Frame, type Page, type Point } from 'puppeteer-core';
import { GECKO_ID } from '../../extension/extension-id.ts';
import { findFirefox } from '../tools/firefox.ts';
import { firefoxExtensionDir } from './paths.ts';

export interface FirefoxOptions {
  readonly proxyUrl: string;
  readonly headless: boolean;
}

/** Firefox gives an extension another address in each profile, unless a preference says which. */
const UUID = '6f1c9d4e-2b7a-4e53-9c08-51d7a3e6b842';

export const firefoxUrl = (path: string): string => `moz-extension://${UUID}/${path}`;

/** A Firefox in a profile of its own that ends with it. It reaches the Atlassian hosts through the fake cloud's proxy and nothing else. */
export async function openFirefox({ proxyUrl, headless }: FirefoxOptions): Promise<Browser> {
  const { hostname, port } = new URL(proxyUrl);
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    // Left to itself Puppeteer ends this process on a signal, and the other processes would go on alone.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // The fake's certificate is of its own making; the proxy lets no other host through.
    acceptInsecureCerts: true,
    // Without it no page of an extension can be opened.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': hostname,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': hostname,
      'network.proxy.ssl_port': Number(port),
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      // The browser's own question, which nobody is there to answer, counts as answered with yes.
      'extensions.webextOptionalPermissionPrompts': !headless,
    },
  });
}

/** Loads the built extension for as long as the browser runs. */
export const loadExtension = (browser: Browser): Promise<string> => browser.installExtension(firefoxExtensionDir);

/** Signs a person in to the fake Atlassian sites: the session cookie that the login page would set. */
export async function enterAtlassianIn(browser: Browser, accountId: string): Promise<void> {
  await browser.setCookie(
    ...['.atlassian.net', '.atlassian.com'].map((domain) => ({
      name: 'cloud.session.token',
      value: encodeURIComponent(accountId),
      domain,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'None' as const,
    })),
  );
}

/** Opens a page of the extension. Firefox tells the driver of no such page that it has loaded: the page itself is asked. */
export async function openExtensionPage(page: Page, path: string): Promise<void> {
  const url = firefoxUrl(path);
  await page.goto(url, { waitUntil: [] });
  await page.waitForFunction((asked) => location.href === asked && document.readyState === 'complete', {}, url);
}

/**
 * Presses a button by its text with the real pointer, once it stands still. Puppeteer's locators wait for ever for an element that was
 * drawn anew meanwhile, and for one that is gone because it was pressed.
 */
export async function press(place: Page | Frame, text: string, within = 30_000): Promise<void> {
  const page = 'page' in place ? place.page() : place;
  // Tabs in the background draw nothing.
  await page.bringToFront();
  let last: Point | null = null;
  for (const until = Date.now() + within; Date.now() < until; await sleep(100)) {
    const point = await middleOf(place, text);
    if (point !== null && point.x === last?.x && point.y === last.y) return page.mouse.click(point.x, point.y);
    last = point;
  }
  throw new Error(`No button "${text}" could be pressed on ${place.url()}.`);
}

/** In the window; null while no such button can be pressed. */
async function middleOf(place: Page | Frame, text: string): Promise<Point | null> {
  const button = await place.$(`::-p-xpath(//button[normalize-space()="${text}" and not(@disabled)])`);
  // It may be gone by now.
  return button === null ? null : button.clickablePoint().catch(() => null);
}

/** Points the extension at a service on its options page, as a person would. */
export async function configureFirefox(page: Page, url: string): Promise<void> {
  await openExtensionPage(page, 'options/index.html');
  await page.locator('::-p-aria([name="Service address"][role="textbox"])').fill(url);
  await press(page, 'Save');
  await page.locator('::-p-text(Saved)').wait();
}

/** Signs in from the popup through the identity provider, in the window that the browser opens for it. */
export async function signInFirefox(popup: Page, issuer: string, name: string): Promise<void> {
  await openExtensionPage(popup, 'popup/index.html');
  const [opened] = await Promise.all([
    popup.browser().waitForTarget((target) => target.url().startsWith(issuer)),
    press(popup, 'Sign in'),
  ]);
  const login = await opened.page();
  if (login === null) throw new Error('The window to sign in shows no page.');
  await login.locator(`button ::-p-text(${name})`).click();
  await popup.locator(`::-p-text(${name})`).wait();
}
