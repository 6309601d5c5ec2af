import type { IntentOnPage } from '../../../core/contract/messages.ts';
import { report } from '../../content/report.ts';
import { island, pageColorScheme } from '../../dom/island.ts';
import { keepDrawn } from '../../dom/keep-drawn.ts';
import { takeTurn } from '../../dom/turn.ts';
import { extensionUrl } from '../../platform/lifecycle.ts';
import { onPromptEvent } from '../../platform/prompt-events.ts';
import { send } from '../../platform/send.ts';
import { doing } from '../../words/intent.ts';
import { frameStyle } from './frame-style.ts';

export type PromptEnd = 'proceed' | 'closed';

/** A page may change how large we are drawn; this often it is put right, in ms. */
const ZOOM_MS = 250;

/**
 * Shows the prompt over the page: an extension page framed in the browser's top layer, above the page's own dialogs. Nothing that
 * the page does to its document answers for the person: how it ended is told by the background. `failure` says that the check
 * itself failed; `mayGoOn` whether the act still could when somebody goes on: behind what is only told nothing waits. One prompt at a
 * time: while one is open another ends at once as `closed`, which stops its action; so does the page's taking it away. Rejects when the
 * background cannot be reached.
 */
export async function showPrompt(
  intent: IntentOnPage,
  failure: string | null,
  signal: AbortSignal,
  mayGoOn = () => false,
): Promise<PromptEnd> {
  if (signal.aborted) return 'closed';
  const end = await takeTurn(async () => {
    const { token } = await send('openPrompt', { intent, failure, scheme: pageColorScheme() });
    return framed(token, intent, signal, mayGoOn);
  });
  return end ?? 'closed';
}

function framed(token: string, intent: IntentOnPage, signal: AbortSignal, mayGoOn: () => boolean): Promise<PromptEnd> {
  const { host, root } = island('prompt', frameStyle);
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', 'Gatehouse');
  const frame = document.createElement('iframe');
  frame.title = 'Gatehouse';
  frame.src = `${extensionUrl('prompt/index.html')}#${token}`;
  const before = document.activeElement;
  const over = new AbortController();

  return new Promise((resolve) => {
    const end = (result: PromptEnd) => {
      if (over.signal.aborted) return;
      over.abort();
      dialog.close();
      host.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(result);
    };
    /** Ended here, not by the person: what the frame could still say does not count. */
    const drop = () => {
      if (over.signal.aborted) return;
      send('dropPrompt', { token }).catch(report('policy-prompt'));
      end('closed');
    };
    signal.addEventListener('abort', drop, { once: true, signal: over.signal });
    onPromptEvent(
      token,
      (event) => ('end' in event ? end(event.end) : dialog.style.setProperty('--height', `${event.height}px`)),
      mayGoOn,
      over.signal,
    );
    // Escape belongs to the frame, where text may wait; out here it leads back in.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      frame.focus();
    });
    dialog.addEventListener('close', drop);
    frame.addEventListener('load', () => frame.focus());
    const removed = new MutationObserver((records) => {
      if (records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(host)))) drop();
    });
    removed.observe(document, { childList: true, subtree: true });
    const hiding = () => {
      drop();
      // The browser says it where the page has no hands.
      alert(`${doing(intent.intent)} was stopped by Gatehouse, and nothing was sent. This page hides why: tell IT.`);
    };
    keepDrawn(host, dialog, hiding, over.signal);
    const timer = setInterval(() => fitZoom(dialog), ZOOM_MS);
    over.signal.addEventListener('abort', () => {
      removed.disconnect();
      clearInterval(timer);
    });
    dialog.append(frame);
    root.append(dialog);
    document.documentElement.append(host);
    dialog.showModal();
    fitZoom(dialog);
    frame.focus();
  });
}

/** `zoom` of the page's own elements reaches into the top layer. */
function fitZoom(dialog: HTMLElement): void {
  const drawn = dialog.currentCSSZoom;
  if (typeof drawn === 'number' && Math.abs(drawn - 1) > 0.01)
    dialog.style.zoom = String(Number(dialog.style.zoom || 1) / drawn);
}
