import { button, element } from '../../dom/element.ts';
import { island } from '../../dom/island.ts';
import { keepDrawn } from '../../dom/keep-drawn.ts';
import { inOurLanguage } from '../../dom/language.ts';
import { says, saysCss } from '../../dom/says.ts';
import { theme } from '../../dom/theme.ts';
import { afterPrompt } from '../../dom/turn.ts';
import { say } from '../../words/say.ts';

/** Long enough to read a sentence twice. */
const SHOWN_MS = 10_000;

/** The stack's padding is room for the shadows: what scrolls cuts them off. */
const style = `${theme}${saysCss}
.stack {
  position: fixed; inset: auto auto 12px 12px; margin: 0; width: min(424px, calc(100vw - 24px)); max-height: calc(100vh - 24px);
  padding: 12px; border: 0; background: transparent; overflow: hidden auto; overscroll-behavior: contain;
}
.list { display: grid; gap: 8px; }
.more { width: fit-content; margin-top: 8px; padding: 4px 12px; border-radius: 8px; background: var(--surface); color: var(--text); }
.more[data-says=""] { display: none; }
.toast {
  padding: 16px; border-radius: 8px; background: var(--surface); color: var(--text); display: grid; grid-template-columns: 4px 1fr auto; gap: 12px;
  box-shadow: 0 8px 12px light-dark(#1e1f2126, #01040480), 0 0 1px light-dark(#1e1f214f, #bdbdbd80); animation: in .2s;
}
.bar { border-radius: 2px; background: var(--subtle); } .good .bar { background: var(--good); } .bad .bar { background: var(--danger); }
.buttons { display: grid; gap: 4px; align-content: start; }
@media (max-width: 448px) {
  .toast { grid-template-columns: 4px 1fr; } .bar { grid-row: 1 / span 2; }
  .buttons { grid-column: 2; display: flex; flex-wrap: wrap; }
}
p { margin: 0; overflow-wrap: anywhere; } strong { display: block; font-size: 12px; color: var(--subtle); }
@media (forced-colors: active) { .toast { border: 1px solid; } .bar { forced-color-adjust: none; background: CanvasText; } }
@keyframes in { from { transform: translateY(8px); } }
`;

export interface ToastOptions {
  readonly shownMs?: number;
  /** It is told nowhere else: where the page hides it, the browser says it. */
  readonly onlyHere?: boolean;
  /** A second button, before the one that dismisses it. It starts nothing by itself: what stands in a page must not. */
  readonly action?: { readonly label: string; readonly press: () => void };
}

/** So many at once leave room for the page and can be read. */
const MOST_SHOWN = 3;

interface News {
  readonly tone: string;
  readonly text: string;
  readonly signal: AbortSignal;
  readonly options: ToastOptions;
}

interface Stack {
  readonly host: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLElement;
  readonly over: AbortController;
}

/** What stands on the page now; null while nothing does. */
let stack: Stack | null = null;
const waiting: News[] = [];
const shown = new Set<News>();

/**
 * A sentence in a corner of the page, for a while; once the prompt is answered, where there is one. Further ones stand above one another;
 * what comes while as many as can be read stand there takes its turn.
 */
export const toast = (tone: string, text: string, signal: AbortSignal, options: ToastOptions = {}): void =>
  afterPrompt(() => {
    waiting.push({ tone, text, signal, options });
    showNext();
  });

function showNext(): void {
  while (waiting.length > 0 && (stack?.list.childElementCount ?? 0) < MOST_SHOWN) {
    const next = waiting.shift();
    if (!next || next.signal.aborted) continue;
    stack ??= openStack();
    stack.list.append(toastOf(next));
  }
  if (stack === null) return;
  if (stack.list.childElementCount === 0) {
    stack.over.abort();
    stack.host.remove();
    stack = null;
    return;
  }
  stack.more.setAttribute('data-says', waiting.length === 0 ? '' : say('list.more', { count: waiting.length }));
}

function openStack(): Stack {
  const { host, root } = island('request-notice', style);
  const list = element('div', { class: 'list' });
  const more = says('p', '', { class: 'more', role: 'status' });
  const box = inOurLanguage(element('div', { class: 'stack', popover: 'manual' }, list, more));
  root.append(box);
  document.documentElement.append(host);
  // The top layer: pages put their own dialogs there.
  box.showPopover();
  const over = new AbortController();
  keepDrawn(host, box, hidden, over.signal);
  return { host, list, more, over };
}

function hidden(): void {
  const texts = [...shown, ...waiting].filter(({ options }) => options.onlyHere).map(({ text }) => text);
  waiting.length = 0;
  shown.clear();
  stack?.over.abort();
  stack?.host.remove();
  stack = null;
  if (texts.length > 0) alert(texts.join('\n\n'));
}

function toastOf(news: News): HTMLElement {
  const { tone, text, signal, options } = news;
  const { shownMs = SHOWN_MS, action } = options;
  shown.add(news);
  const remove = (): void => {
    clearTimeout(late);
    signal.removeEventListener('abort', remove);
    made.remove();
    shown.delete(news);
    showNext();
  };
  const press = (): void => {
    remove();
    action?.press();
  };
  const made = element(
    'div',
    { class: `toast ${tone}` },
    element('span', { class: 'bar' }),
    element('p', { role: 'status' }, element('strong', {}, 'Gatehouse'), says('span', text)),
    element(
      'span',
      { class: 'buttons' },
      action ? button(action.label, 'primary', press) : null,
      button(say('dismiss'), 'subtle', remove),
    ),
  );
  signal.addEventListener('abort', remove);
  const late = setTimeout(remove, shownMs);
  return made;
}
