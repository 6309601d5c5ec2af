/** Marks everything that Gatehouse puts on a page; the observer, tests and people who debug pages look for it. */
export const MARK = 'data-gatehouse';

export interface Mounted {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

interface Kept extends Mounted {
  readonly name: string;
}

const kept = new WeakMap<Element, readonly Kept[]>();
const blanks = new Map<string, HTMLElement>();

/** Editors watch their own content: anything put inside becomes text of the page, or a fight with the editor. */
const EDITED = '[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';

/**
 * An inline host of ours with a closed shadow root right after `anchor`. Calling it again for the same anchor and name gives
 * the same host, put back when the page moved or dropped it. Null where nothing may be inserted: inside an editor, or beside
 * something that is not on the page.
 */
export function mountAfter(anchor: Element, name: string, sheet: CSSStyleSheet): Mounted | null {
  const known = mountedAfter(anchor, name);
  if (known) {
    if (!follows(known.host, anchor)) anchor.after(known.host);
    return known;
  }
  if (!anchor.parentElement || anchor.parentElement.closest(EDITED)) return null;
  const host = blank(name).cloneNode() as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  const mounted = { host, root, name };
  kept.set(anchor, [...(kept.get(anchor) ?? []), mounted]);
  anchor.after(host);
  return mounted;
}

/** Right after the anchor, with nothing but hosts of ours between: two features may stand beside one anchor. */
export function follows(host: Element, anchor: Element): boolean {
  let before = host.previousSibling;
  while (before instanceof Element && before.hasAttribute(MARK)) before = before.previousSibling;
  return before === anchor;
}

/** What `mountAfter` made for this anchor and name, on the page or dropped from it; null when nothing was. */
export function mountedAfter(anchor: Element, name: string): Mounted | null {
  return kept.get(anchor)?.find((one) => one.name === name) ?? null;
}

/** Takes what was mounted for this anchor and name off the page for good. */
export function unmountAfter(anchor: Element, name: string): void {
  mountedAfter(anchor, name)?.host.remove();
  kept.set(anchor, kept.get(anchor)?.filter((one) => one.name !== name) ?? []);
}

function blank(name: string): HTMLElement {
  const known = blanks.get(name);
  if (known) return known;
  const host = document.createElement('span');
  host.setAttribute(MARK, name);
  // Atlassian's modals pull the focus back from foreign nodes unless they say so (react-focus-lock).
  host.setAttribute('data-no-focus-lock', 'true');
  blanks.set(name, host);
  return host;
}
