import { carrierAttributes } from '../sites/carrier-attributes.ts';
import { MARK } from './mount.ts';

const isOurs = (node: Node): boolean => node instanceof Element && node.hasAttribute(MARK);

/**
 * Calls `pass` at most once an animation frame with the parts of the page that changed, none inside another, all connected.
 * The first call gets the whole document. Our own insertions do not count; a removal of ours by the page does, so that it can
 * be put back. `rescan` asks for the whole document again. Hidden tabs get no frames and so do no work.
 */
export function observe(
  document: Document,
  pass: (roots: readonly Element[]) => void,
  signal: AbortSignal,
): { readonly rescan: () => void } {
  const changed = new Set<Element>();
  let frame = 0;

  const run = (): void => {
    frame = 0;
    const roots = connectedRoots(changed);
    changed.clear();
    if (roots.length > 0) pass(roots);
  };
  const add = (element: Element): void => {
    if (signal.aborted) return;
    changed.add(element);
    if (frame === 0) frame = requestAnimationFrame(run);
  };

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element || isOurs(element)) continue;
      if (type !== 'childList') add(element);
      for (const node of addedNodes) {
        if (isOurs(node)) continue;
        // A text that arrives on its own may be the name that was missing.
        if (node instanceof Element) add(node);
        else if (node.nodeType === Node.TEXT_NODE) add(element);
      }
      for (const node of removedNodes) if (isOurs(node) || node.nodeType === Node.TEXT_NODE) add(element);
    }
  });
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: [...carrierAttributes],
    characterData: true,
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    },
    { once: true },
  );
  const rescan = (): void => add(document.documentElement);
  rescan();
  return { rescan };
}

/** Drops what is no longer on the page and what lies inside another. */
function connectedRoots(elements: ReadonlySet<Element>): Element[] {
  const kept: Element[] = [];
  for (const element of elements) {
    if (!element.isConnected) continue;
    let inside = false;
    for (let up = element.parentElement; up && !inside; up = up.parentElement) inside = elements.has(up);
    if (!inside) kept.push(element);
  }
  return kept;
}
