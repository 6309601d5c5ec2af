import { chromium } from 'playwright-core';
import { bundleScript } from '../../../extension/bundle-script.ts';
import { findChromium, quietFlags } from '../chromium.ts';
import type { Recognised } from './recognised.ts';

/** Keeps the page's own scripts, plugins and frames from running; ours run in an isolated world, which it does not bind. */
const policy = "script-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'";

/**
 * Shows saved markup in a headless Chromium as if it had been served at `url`, and runs the recognisers on it. Nothing else is
 * loaded: every other request is refused.
 */
export async function recognisePage(url: string, html: string): Promise<Recognised> {
  const [executablePath, script] = await Promise.all([
    findChromium(),
    bundleScript(new URL('./inspect.ts', import.meta.url), 'gatehouseInspect'),
  ]);
  const browser = await chromium.launch({ executablePath, args: [...quietFlags] });
  try {
    const page = await browser.newPage();
    const asked = new URL(url).href.split('#')[0];
    await page.route('**/*', (route) => {
      const request = route.request();
      if (
        request.isNavigationRequest() &&
        request.frame() === page.mainFrame() &&
        request.url().split('#')[0] === asked
      ) {
        return route.fulfill({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': policy },
          body: html,
        });
      }
      return route.abort();
    });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'gatehouse-recognise',
    });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: executionContextId,
      returnByValue: true,
      expression: `(() => { ${script}; return gatehouseInspect.inspect(); })()`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Recognised;
  } finally {
    await browser.close();
  }
}
