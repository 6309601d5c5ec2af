/** Marks everything that Gatehouse puts on a page; the observer, tests and people who debug pages look for it. */
export const MARK = 'data-gatehouse';

export interface Mounted {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

const mounts = new WeakMap<Element, Mounted>();
let blank: HTMLElement | null = null;

/** Editors watch their own content: anything put inside becomes text of the page, or a fight with the editor. */
const EDITED = '[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';

/**
 * An inline host of ours with a closed shadow root right after `anchor`, one an anchor, marked with `name`. Calling it again
 * gives the same host, put back when the page moved or dropped it. Null where nothing may be inserted: inside an editor, or
 * beside something that is not on the page.
 */
export function mountAfter(anchor: Element, name: string, sheet: CSSStyleSheet): Mounted | null {
  const known = mountedAfter(anchor);
  if (known) {
    if (known.host.previousSibling !== anchor) anchor.after(known.host);
    return known;
  }
  if (!anchor.parentElement || anchor.parentElement.closest(EDITED)) return null;
  blank ??= makeBlank();
  const host = blank.cloneNode() as HTMLElement;
  host.setAttribute(MARK, name);
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  const mounted = { host, root };
  mounts.set(anchor, mounted);
  anchor.after(host);
  return mounted;
}

/** What `mountAfter` made for this anchor, on the page or dropped from it; null when nothing was. */
export const mountedAfter = (anchor: Element): Mounted | null => mounts.get(anchor) ?? null;

function makeBlank(): HTMLElement {
  const host = document.createElement('span');
  // Atlassian's modals pull the focus back from foreign nodes unless they say so (react-focus-lock).
  host.setAttribute('data-no-focus-lock', 'true');
  return host;
}
