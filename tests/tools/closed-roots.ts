import type { CDPSession, Page } from 'playwright-core';

interface DomNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** A button inside a root that page scripts and locators cannot enter. */
export interface ClosedButton {
  /** Its `aria-label`, else its text. */
  readonly name: string;
  focus(): Promise<void>;
  /** Where its middle is, in CSS pixels of the window: for a real pointer. */
  middle(): Promise<{ readonly x: number; readonly y: number }>;
}

/** What badges and cards say: they live in closed shadow roots, so that a page cannot read who people are. */
export async function lookInside<T>(
  page: Page,
  look: (inside: { buttons: ClosedButton[]; text: string }) => Promise<T> | T,
): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const ours = [...walk(root)].filter((node) => attribute(node, 'data-gatehouse') !== null);
    const inside = ours.flatMap((host) => (host.shadowRoots ?? []).flatMap((shadow) => [...walk(shadow)]));
    return await look({
      buttons: inside.filter(({ nodeName }) => nodeName === 'BUTTON').map((node) => toButton(session, node)),
      text: inside
        .map((node) => (node.nodeName === '#text' ? node.nodeValue : attribute(node, 'data-says')))
        .filter((text) => text !== null)
        .join('\n'),
    });
  } finally {
    await session.detach();
  }
}

const toButton = (session: CDPSession, node: DomNode): ClosedButton => ({
  name: attribute(node, 'aria-label') ?? textOf(node),
  focus: async () => void (await session.send('DOM.focus', { nodeId: node.nodeId })),
  middle: async () => {
    const { model } = await session.send('DOM.getBoxModel', { nodeId: node.nodeId });
    const [left = 0, top = 0] = model.border;
    return { x: left + model.width / 2, y: top + model.height / 2 };
  },
});

function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(child);
}

const textOf = (node: DomNode): string =>
  [...walk(node)]
    .filter(({ nodeName }) => nodeName === '#text')
    .map(({ nodeValue }) => nodeValue)
    .join('');

function attribute({ attributes = [] }: DomNode, name: string): string | null {
  const at = attributes.findIndex((value, index) => index % 2 === 0 && value === name);
  return at < 0 ? null : (attributes[at + 1] ?? '');
}

/** Waits until our surfaces on the page say something, in text or generated content. */
export async function waitForText(page: Page, wanted: string | RegExp, timeout = 15_000): Promise<void> {
  const until = Date.now() + timeout;
  let last = '';
  do {
    last = await lookInside(page, ({ text }) => text);
    if (typeof wanted === 'string' ? last.includes(wanted) : wanted.test(last)) return;
    await page.waitForTimeout(100);
  } while (Date.now() < until);
  throw new Error(`Our surfaces do not say ${wanted}; they say: ${last}`);
}
