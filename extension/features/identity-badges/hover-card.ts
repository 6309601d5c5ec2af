import type { IdentityView } from '../../../core/identity/index.ts';
import { sheetOf } from '../../dom/sheet.ts';
import { kindOf } from './face.ts';

/** Whose badge is explained. */
export interface Explained {
  readonly view: IdentityView;
  /** The page's own text for the person. */
  readonly name: string | null;
}

const css = `:host{all:initial;position:fixed;inset:auto;margin:0;padding:0;border:0;background:none;overflow:visible;color-scheme:inherit}
:host(:not(:popover-open)){display:none}
div{box-sizing:border-box;width:max-content;max-width:300px;padding:12px;border-radius:4px;font:14px/20px system-ui,sans-serif;overflow-wrap:anywhere;
color:#172b4d;background:#fff;color:light-dark(#172b4d,#c7d1db);background:light-dark(#fff,#282e33);box-shadow:0 8px 12px #091e4226,0 0 1px #091e4280}
strong{display:block;font-weight:600}
ul{margin:8px 0 0;padding:0 0 0 16px}
@media (forced-colors:active){div{border:1px solid}}`;

const GAP = 4;

/**
 * One card for the whole page, in the browser's top layer, so that no modal of the page covers it. It shows text only and
 * takes no focus.
 */
export class HoverCard {
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;

  get host(): HTMLElement | null {
    return this.#host;
  }

  show(anchor: Element, explained: Explained): void {
    const { host, root } = this.#make();
    const home = anchor.closest('dialog[open]') ?? document.body;
    if (host.parentElement !== home) home.append(host);
    root.replaceChildren(face(explained));
    if (!host.matches(':popover-open')) host.showPopover();
    place(host, anchor.getBoundingClientRect());
  }

  hide(): void {
    if (this.#host?.isConnected && this.#host.matches(':popover-open')) this.#host.hidePopover();
  }

  remove(): void {
    this.#host?.remove();
    this.#host = null;
    this.#root = null;
  }

  #make(): { host: HTMLElement; root: ShadowRoot } {
    if (this.#host && this.#root) return { host: this.#host, root: this.#root };
    const host = document.createElement('div');
    host.setAttribute('data-gatehouse', 'card');
    host.setAttribute('data-no-focus-lock', 'true');
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [sheetOf(css)];
    this.#host = host;
    this.#root = root;
    return { host, root };
  }
}

function face({ view, name }: Explained): HTMLElement {
  const box = document.createElement('div');
  box.setAttribute('role', 'tooltip');
  const strong = document.createElement('strong');
  strong.textContent = name ?? 'This person';
  const list = document.createElement('ul');
  for (const line of view.reasons) {
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  }
  box.append(
    strong,
    kindOf(view).replace(/^./, (first) => first.toUpperCase()),
    list,
  );
  return box;
}

/** Below the anchor, above when there is no room, always inside the window. */
function place(host: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = host;
  const below = anchor.bottom + GAP;
  const top = below + height <= innerHeight ? below : Math.max(GAP, anchor.top - GAP - height);
  const left = Math.max(GAP, Math.min(anchor.left, innerWidth - width - GAP));
  host.style.setProperty('top', `${top}px`);
  host.style.setProperty('left', `${left}px`);
}
