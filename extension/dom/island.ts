/**
 * An element of ours in somebody else's page: marked, with a shadow root of its own, following the page's colour mode and
 * left alone by the page's focus lock. The caller inserts and removes it.
 */
export function island(name: string, css: string): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = document.createElement('div');
  host.setAttribute('data-gatehouse', name);
  host.setAttribute('data-no-focus-lock', 'true');
  dress(host);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  // Handed down by the host, whatever its own says: a page that lets no pointer come to it would leave buttons that nobody can press.
  sheet.replaceSync(`:host > * { pointer-events: auto; } ${css}`);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}

/**
 * Nothing that the page's style sheets say reaches the inside, with `!important` or without, nor do they take the host away; `theme`
 * starts anew below it.
 */
export function dress(host: HTMLElement): void {
  host.style.cssText = `all:initial!important;display:block!important;color-scheme:${pageColorScheme()}!important`;
}

/** Atlassian's pages say their colour mode on the root element; "auto" and pages that say nothing follow the system. */
export function pageColorScheme(): 'light' | 'dark' | 'light dark' {
  const mode = document.documentElement.getAttribute('data-color-mode');
  return mode === 'light' || mode === 'dark' ? mode : 'light dark';
}
