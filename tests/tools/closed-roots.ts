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
        .filter(({ nodeName }) => nodeName === '#text')
        .map(({ nodeValue }) => nodeValue)
        .join('\n'),
    });
  } finally {
    await session.detach();
  }
}

const toButton = (session: CDPSession, node: DomNode): ClosedButton => ({
  name: attribute(node, 'aria-label') ?? textOf(node),
  focus: async () => void (await session.send('DOM.focus', { nodeId: node.nodeId })),
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
