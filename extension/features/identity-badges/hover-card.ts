import type { IdentityView } from '../../../core/identity/index.ts';
import { inOurLanguage } from '../../dom/language.ts';
import { says, saysCss } from '../../dom/says.ts';
import { sheetOf } from '../../dom/sheet.ts';
import { factWords } from '../../words/fact.ts';
import { say } from '../../words/say.ts';
import { kindOf } from './face.ts';

/** Whose badge is explained. */
export interface Explained {
  readonly view: IdentityView;
  /** The page's own text for the person. */
  readonly name: string | null;
}

const css = `:host{all:initial;color-scheme:inherit}
${saysCss}
div{box-sizing:border-box;position:fixed;inset:auto;margin:0;border:0;width:300px;height:auto;overflow:visible;padding:12px;border-radius:4px;font:14px/20px system-ui,sans-serif;overflow-wrap:anywhere;
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
  #box: HTMLElement | null = null;

  get host(): HTMLElement | null {
    return this.#host;
  }

  show(anchor: Element, explained: Explained): void {
    const { host, root } = this.#make();
    const home = anchor.closest('dialog[open]') ?? document.body;
    if (host.parentElement !== home) home.append(host);
    const box = face(explained);
    root.replaceChildren(box);
    this.#box = box;
    box.showPopover();
    place(box, anchor.getBoundingClientRect());
  }

  hide(): void {
    this.#box?.remove();
    this.#box = null;
  }

  remove(): void {
    this.#host?.remove();
    this.#host = null;
    this.#root = null;
    this.#box = null;
  }

  #make(): { host: HTMLElement; root: ShadowRoot } {
    if (this.#host && this.#root) return { host: this.#host, root: this.#root };
    const host = document.createElement('div');
    host.setAttribute('data-gatehouse', 'card');
    host.setAttribute('data-no-focus-lock', 'true');
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [sheetOf(css)];
    this.#host = host;
    this.#root = root;
    return { host, root };
  }
}

function face({ view, name }: Explained): HTMLElement {
  const box = inOurLanguage(document.createElement('div'));
  box.setAttribute('role', 'tooltip');
  // Inside the root: the host has no box that a page could measure.
  box.popover = 'manual';
  const list = document.createElement('ul');
  list.append(
    ...view.reasons.map((text, index) => says('li', factWords(['identity'], { text, ...view.facts?.[index] }))),
  );
  box.append(
    says('strong', name ?? say('badge.this-person')),
    says(
      'span',
      kindOf(view).replace(/^./, (first) => first.toUpperCase()),
    ),
    list,
  );
  return box;
}

/** Below the anchor, above when there is no room, always inside the window. */
function place(box: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = anchor.bottom + GAP;
  const top = below + height <= innerHeight ? below : Math.max(GAP, anchor.top - GAP - height);
  const left = Math.max(GAP, Math.min(anchor.left, innerWidth - width - GAP));
  box.style.setProperty('top', `${top}px`);
  box.style.setProperty('left', `${left}px`);
}
