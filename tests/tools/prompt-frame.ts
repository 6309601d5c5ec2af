import type { Frame, Page } from 'playwright-core';

/** The prompt over a page: an extension page in a frame that stands in a closed root, where locators of the page do not reach. */
export async function promptFrame(page: Page, settled = true, timeout = 20_000): Promise<Frame> {
  const until = Date.now() + timeout;
  while (Date.now() < until) {
    const frame = await openPrompt(page);
    try {
      if (frame) return await begun(page, frame, settled, timeout);
    } catch (error) {
      // One that ends meanwhile is not the one that stands.
      if (!frame?.isDetached()) throw error;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`No prompt opened over ${page.url()}.`);
}

async function begun(page: Page, frame: Frame, settled: boolean, timeout: number): Promise<Frame> {
  // The token leaves the address when the prompt has started.
  await frame.locator('#prompt h1').first().waitFor({ timeout });
  if (!settled) return frame;
  // Until it has found its height and has been seen for a while, nothing can be pressed.
  await frame.locator('[data-starts]:enabled, .prompt:not(:has([data-starts]))').first().waitFor({ timeout });
  await comeOver(page, frame);
  await page.waitForTimeout(300);
  return frame;
}

/** Moves the pointer as somebody does who comes to it; a press of one that stands still is not taken for theirs. */
async function comeOver(page: Page, frame: Frame): Promise<void> {
  const box = await frame.frameElement().then((owner) => owner.boundingBox());
  if (!box) return;
  for (const way of [8, 40]) await page.mouse.move(box.x + way, box.y + way);
}

/** The frame of the prompt that stands on a page now; one that has ended is in the page for a moment more, unseen. */
export async function openPrompt(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (!/^chrome-extension:\/\/[^/]+\/prompt\//.test(frame.url())) continue;
    const isShown = await frame.frameElement().then(
      (owner) =>
        owner.evaluate((one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })),
      () => false,
    );
    if (isShown) return frame;
  }
  return undefined;
}
