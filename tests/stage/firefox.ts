import puppeteer, { type Browser, type Frame, type Page, TimeoutError } from 'puppeteer-core';
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

/** How long a locator may look at one element that it found, in ms. */
const LOOK_MS = 2000;

/** Presses a button by its text with the real pointer. A locator waits for ever for an element that was drawn anew meanwhile. */
export async function press(place: Page | Frame, text: string, within = 30_000): Promise<void> {
  // Tabs in the background draw nothing: the pointer waits until what it presses stands still.
  await ('page' in place ? place.page() : place).bringToFront();
  const button = place.locator(`::-p-xpath(//button[normalize-space()="${text}"])`).setTimeout(LOOK_MS);
  for (const until = Date.now() + within; ; ) {
    try {
      return await button.click();
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      if (Date.now() > until)
        throw new Error(`No button "${text}" could be pressed on ${place.url()}.`, { cause: error });
    }
  }
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
