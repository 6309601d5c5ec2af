import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { EXTENSION_ID } from '../../extension/manifest.ts';
import { findChromium, quietFlags } from '../tools/chromium.ts';
import { extensionDir } from './paths.ts';

export interface BrowserOptions {
  readonly profileDir: string;
  readonly proxyUrl: string;
  readonly headless: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

/** A Chromium with the built extension, which reaches the Atlassian hosts through the fake cloud's proxy and nothing else. */
export async function openBrowser(options: BrowserOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(options.profileDir, {
    executablePath: await findChromium(),
    headless: options.headless,
    viewport: options.headless ? { width: 1440, height: 900 } : null,
    colorScheme: options.colorScheme ?? 'light',
    // Left to itself Playwright ends this process on a signal, and the other processes would go on alone.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...quietFlags,
      `--proxy-server=${options.proxyUrl}`,
      // The fake's certificate is of its own making; the proxy lets no other host through.
      '--ignore-certificate-errors',
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
    ],
  });
}

export const extensionUrl = (path: string): string => `chrome-extension://${EXTENSION_ID}/${path}`;

/** Signs a person in to the fake Atlassian sites: the session cookie that the login page would set. */
export async function enterAtlassian(context: BrowserContext, accountId: string): Promise<void> {
  await context.addCookies(
    ['.atlassian.net', '.atlassian.com'].map((domain) => ({
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

/** Points the extension at a service on its options page, as a person would. */
export async function configureExtension(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionUrl('options/index.html'));
  await page.getByLabel(/service (address|url)/i).fill(url);
  await page.getByRole('button', { name: /save/i }).click();
  await page.getByText(/saved/i).first().waitFor();
  await page.close();
}

/** Signs in from the popup through the identity provider. Returns the popup page. */
export async function signInExtension(context: BrowserContext, name: string): Promise<Page> {
  const popup = await context.newPage();
  // No size of its own: Chromium then takes presses on frames of the extension in other pages for presses beside them.
  await popup.goto(extensionUrl('popup/index.html'));
  const [login] = await Promise.all([
    context.waitForEvent('page'),
    popup.getByRole('button', { name: /sign in/i }).click(),
  ]);
  await login.getByRole('button', { name: new RegExp(name) }).click();
  await popup.getByText(name).first().waitFor();
  return popup;
}
