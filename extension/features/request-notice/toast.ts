import { button, element } from '../../dom/element.ts';
import { island } from '../../dom/island.ts';
import { says, saysCss } from '../../dom/says.ts';
import { theme } from '../../dom/theme.ts';
import { afterPrompt } from '../../dom/turn.ts';

/** Long enough to read a sentence twice. */
const SHOWN_MS = 10_000;

const style = `${theme}${saysCss}
.toast {
  position: fixed; inset: auto auto 24px 24px; margin: 0; width: min(400px, calc(100vw - 48px)); padding: 16px; border: 0;
  border-radius: 8px; background: var(--surface); color: var(--text); display: grid; grid-template-columns: 4px 1fr auto; gap: 12px;
  box-shadow: 0 8px 12px light-dark(#1e1f2126, #01040480), 0 0 1px light-dark(#1e1f214f, #bdbdbd80); animation: in .2s;
}
.bar { border-radius: 2px; background: var(--subtle); } .good .bar { background: var(--good); } .bad .bar { background: var(--danger); }
.buttons { display: grid; gap: 4px; align-content: start; }
p { margin: 0; overflow-wrap: anywhere; } strong { display: block; font-size: 12px; color: var(--subtle); }
@media (forced-colors: active) { .toast { border: 1px solid; } .bar { forced-color-adjust: none; background: CanvasText; } }
@keyframes in { from { transform: translateY(8px); } }
`;

export interface ToastOptions {
  readonly shownMs?: number;
  /** A second button, before the one that dismisses it. It starts nothing by itself: what stands in a page must not. */
  readonly action?: { readonly label: string; readonly press: () => void };
}

/** A sentence in a corner of the page, for a while; once the prompt is answered, where there is one. */
export const toast = (tone: string, text: string, signal: AbortSignal, options: ToastOptions = {}): void =>
  afterPrompt(() => {
    if (!signal.aborted) showToast(tone, text, signal, options);
  });

function showToast(
  tone: string,
  text: string,
  signal: AbortSignal,
  { shownMs = SHOWN_MS, action }: ToastOptions,
): void {
  const { host, root } = island('request-notice', style);
  const remove = () => host.remove();
  const box = element(
    'div',
    { class: `toast ${tone}`, popover: 'manual' },
    element('span', { class: 'bar' }),
    element('p', { role: 'status' }, element('strong', {}, 'Gatehouse'), says('span', text)),
    element(
      'span',
      { class: 'buttons' },
      action ? button(action.label, 'primary', action.press) : null,
      button('Dismiss', 'subtle', remove),
    ),
  );
  root.append(box);
  document.documentElement.append(host);
  // The top layer: pages put their own dialogs there.
  box.showPopover();
  signal.addEventListener('abort', remove, { once: true });
  setTimeout(remove, shownMs);
}
