import type { Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';

/** A node as WebDriver BiDi writes it down. Source: https://www.w3.org/TR/webdriver-bidi/ */
interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

/** A button inside a root that scripts of the page cannot enter. */
export interface ButtonInFirefox {
  /** Its `aria-label`, or what is written on it. */
  readonly name: string;
  /** Moves the real pointer over it. */
  hover(): Promise<void>;
  /** Presses it with the real pointer. */
  click(): Promise<void>;
}

export interface InsideInFirefox {
  readonly buttons: readonly ButtonInFirefox[];
  readonly text: string;
}

/** What badges and cards say in Firefox: the driver reads closed roots, as `lookInside` (`closed-roots.ts`) does in Chromium. */
export async function lookInsideFirefox(page: Page): Promise<InsideInFirefox> {
  const hosts = await call(page, "() => [...document.querySelectorAll('[data-gatehouse]')]", []);
  if (hosts.type !== 'array') throw new Error(`The page answered with ${hosts.type}.`);
  const inside = ((hosts.value ?? []) as readonly BidiNode[])
    .flatMap(({ value }) => value?.shadowRoot ?? [])
    .flatMap((root) => [...walk(root)]);
  return {
    buttons: inside
      .filter(({ value }) => value?.localName === 'button')
      .map((node) => ({
        name:
          node.value?.attributes?.['aria-label'] ?? [...walk(node)].map(({ value }) => value?.nodeValue ?? '').join(''),
        hover: () => hover(page, node),
        click: async () => {
          await hover(page, node);
          await page.mouse.down();
          await page.mouse.up();
        },
      })),
    text: inside.map(({ value }) => value?.nodeValue ?? value?.attributes?.['data-says'] ?? '').join('\n'),
  };
}

async function hover(page: Page, { sharedId }: BidiNode): Promise<void> {
  const box = await call(
    page,
    '(node) => { const { x, y, width, height } = node.getBoundingClientRect(); return [x + width / 2, y + height / 2]; }',
    [{ sharedId: sharedId ?? '' }],
  );
  if (box.type !== 'array') throw new Error(`The page answered with ${box.type}.`);
  const [x, y] = (box.value ?? []).map((number) => (number.type === 'number' ? Number(number.value) : Number.NaN));
  await page.mouse.move(x ?? Number.NaN, y ?? Number.NaN);
}

/** Calls a function in the page by the protocol itself: Puppeteer has no words for closed roots. */
async function call(page: Page, functionDeclaration: string, given: { sharedId: string }[]) {
  const [browser, frame] = [page.browser(), page.mainFrame()];
  if (!(browser instanceof BidiBrowser && frame instanceof BidiFrame)) throw new Error('This browser speaks no BiDi.');
  const { result } = await browser.connection.send('script.callFunction', {
    functionDeclaration,
    awaitPromise: false,
    target: { context: frame._id },
    arguments: given,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return result.result;
}

function* walk(node: BidiNode): Generator<BidiNode> {
  yield node;
  const { shadowRoot, children = [] } = node.value ?? {};
  for (const child of [...(shadowRoot ? [shadowRoot] : []), ...children]) yield* walk(child);
}
