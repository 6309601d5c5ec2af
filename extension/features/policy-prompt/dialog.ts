import { island } from '../../dom/island.ts';
import type { PromptModel } from './model.ts';
import { promptStyle } from './style.ts';
import { type PromptActions, promptView } from './view.ts';

export type PromptEnd = 'proceed' | 'closed';

const keys = ['keydown', 'keyup', 'keypress'] as const;

let open = false;

/** Whether a prompt stands on this page. */
export const promptIsOpen = (): boolean => open;

/**
 * Shows the prompt over the page in the top layer, above the page's own dialogs. Focus goes in and, at the end, back to
 * where it was. Resolves when the person decided; aborting the signal closes it. One prompt at a time: while one is open
 * another ends at once as `closed`, which stops its action. `went` is told when the person goes on, and why.
 */
export function showPrompt(
  model: PromptModel,
  ask: PromptActions['ask'],
  signal: AbortSignal,
  went: (justification: string | null) => void = () => undefined,
): Promise<PromptEnd> {
  if (open || signal.aborted) return Promise.resolve('closed');
  open = true;
  const { host, root } = island('prompt', promptStyle);
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'gatehouse-title');
  dialog.setAttribute('aria-describedby', 'gatehouse-message');
  const before = document.activeElement;

  return new Promise((resolve) => {
    let ended = false;
    const end = (result: PromptEnd) => {
      if (ended) return;
      ended = true;
      open = false;
      signal.removeEventListener('abort', abort);
      for (const type of keys) window.removeEventListener(type, keepFromPage, true);
      dialog.close();
      host.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(result);
    };
    const abort = () => end('closed');
    signal.addEventListener('abort', abort, { once: true });
    const proceed = (justification: string | null) => {
      went(justification);
      end('proceed');
    };
    dialog.append(promptView(model, { ask, proceed, close: () => end('closed') }));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      end('closed');
    });
    // A browser may close a dialog without asking, on the second Escape.
    dialog.addEventListener('close', () => end('closed'));
    // The page has single-key shortcuts; what is typed here is none of its business. Typing, Tab and Escape are the
    // browser's own doing and still work.
    const keepFromPage = (event: Event) => {
      if (event.composedPath().includes(host)) event.stopImmediatePropagation();
    };
    for (const type of keys) window.addEventListener(type, keepFromPage, true);
    root.append(dialog);
    document.documentElement.append(host);
    dialog.showModal();
    // The title first: somebody who was typing should not find their keystrokes in the reason.
    dialog.querySelector<HTMLElement>('h2')?.focus();
  });
}
