import { h } from './dom.ts';

let draw: () => void = () => undefined;

/** Registers what draws the page for the current address, and draws it. */
export function startRouter(render: () => void): void {
  draw = render;
  addEventListener('popstate', () => draw());
  document.addEventListener('click', follow);
  draw();
}

/** Goes to another page of the product without loading a document. */
export function navigate(href: string): void {
  history.pushState(null, '', href);
  draw();
}

/** A link that stays in the document. Clicks with a modifier open a new tab as everywhere. */
export const link = (href: string, attributes: Record<string, string | null> = {}, ...children: (Node | string)[]) =>
  h('a', { href, 'data-is-router-link': 'true', ...attributes }, ...children);

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const anchor =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-is-router-link]') : null;
  if (!anchor) return;
  event.preventDefault();
  navigate(anchor.href);
}
