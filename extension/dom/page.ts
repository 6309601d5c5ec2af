import type { PlainKey } from '../../core/words/index.ts';
import { say } from '../words/say.ts';
import { inOurLanguage } from './language.ts';
import { theme } from './theme.ts';

const base = `
html { color-scheme: light dark; background: var(--sunken); }
/* Browsers make the text of extension pages smaller. */
body { margin: 0; font: inherit; }
h1 { margin: 0; font-size: 24px; line-height: 28px; font-weight: 653; }
h2 { margin: 0 0 8px; font-size: 14px; line-height: 20px; font-weight: 653; }
p { margin: 0; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; }
.note { color: var(--subtle); font-size: 12px; line-height: 16px; }
.good { color: var(--good); } .bad { color: var(--danger); }
`;

/** Gives one of the extension's own pages our look and its words. Plain script, no framework: these pages open in an instant. */
export function dressPage(css: string): void {
  inOurLanguage(document.documentElement);
  for (const said of document.querySelectorAll<HTMLElement>('[data-say]'))
    said.textContent = say(said.dataset.say as PlainKey);
  document.documentElement.classList.add('gatehouse');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme + base + css);
  document.adoptedStyleSheets = [sheet];
}

/** The element that a page's HTML declares. Missing it is a mistake of ours. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element with the id "${id}".`);
  return found;
}

/**
 * Replaces the content of a region without losing the person's place: the focused control, and what they had opened, are found again by id.
 */
export function redraw(region: HTMLElement, children: readonly Node[]): void {
  const focused = document.activeElement?.id ?? '';
  const opened = [...region.querySelectorAll('details[open]')].map(({ id }) => id);
  region.replaceChildren(...children);
  for (const id of opened) if (id !== '') document.getElementById(id)?.setAttribute('open', '');
  if (focused !== '') document.getElementById(focused)?.focus();
}
