import type { IntentOnPage } from '../../../core/contract/messages/index.ts';
import { report } from '../../content/report.ts';
import { button, element } from '../../dom/element.ts';
import { island, pageColorScheme } from '../../dom/island.ts';
import { keepDrawn } from '../../dom/keep-drawn.ts';
import { inOurLanguage } from '../../dom/language.ts';
import { takeTurn } from '../../dom/turn.ts';
import { extensionUrl, isCurrent } from '../../platform/lifecycle.ts';
import { onPromptEvent } from '../../platform/prompt-events.ts';
import { send } from '../../platform/send.ts';
import { doing } from '../../words/intent.ts';
import { say } from '../../words/say.ts';
import { frameStyle } from './frame-style.ts';
import { tokenFor } from './token.ts';

/** `hidden`: the page took it away or hides it, and nobody answered. */
export type PromptEnd = 'proceed' | 'closed' | 'hidden';

/** The frame starts within this time after the browser has loaded something in it, in ms; else it loaded something else. */
const STARTS_MS = 3000;

/** A page may change how large we are drawn; this often it is put right, in ms. */
const ZOOM_MS = 250;

/**
 * What ended stays over the page this long, unseen, in ms: the second press of a double click is none on what lies below, and a frame that
 * is gone never tells the end of the key or press that closed it to who drives the browser.
 */
const REMOVED_MS = 500;

/**
 * Shows the prompt over the page: an extension page framed in the browser's top layer, above the page's own dialogs. Nothing that
 * the page does to its document answers for the person: how it ended is told by the background. `failure` says that the check
 * itself failed; `mayGoOn` whether the act still could when somebody goes on: behind what is only told nothing waits. One prompt at a
 * time: another waits until it is answered. The page's taking it away ends it as `hidden`, which is told and stops its action. Where the page lets no
 * frame of others start, as isolated ones do, the prompt goes to a window of its own. Rejects when the background cannot be reached.
 */
export async function showPrompt(
  intent: IntentOnPage,
  failure: string | null,
  signal: AbortSignal,
  mayGoOn = () => false,
): Promise<PromptEnd> {
  return takeTurn(async () => {
    if (signal.aborted) return 'closed';
    const token = await tokenFor(intent, failure, pageColorScheme());
    return framed(token, intent, signal, mayGoOn);
  });
}

function framed(token: string, intent: IntentOnPage, signal: AbortSignal, mayGoOn: () => boolean): Promise<PromptEnd> {
  const { host, root } = island('prompt', frameStyle);
  const dialog = inOurLanguage(document.createElement('dialog'));
  dialog.setAttribute('aria-label', 'Gatehouse');
  // Until the frame has started nobody there hears a key.
  dialog.tabIndex = -1;
  const frame = document.createElement('iframe');
  frame.title = 'Gatehouse';
  frame.src = `${extensionUrl('prompt/index.html')}#${token}`;
  const before = document.activeElement;
  const over = new AbortController();

  return new Promise((resolve, reject) => {
    let hasStarted = false;
    const end = (result: PromptEnd) => {
      if (over.signal.aborted) return;
      over.abort();
      dialog.className = 'ended';
      const leave = () => {
        dialog.close();
        host.remove();
        if (before instanceof HTMLElement && before.isConnected) before.focus();
        resolve(result);
      };
      if (result === 'hidden') leave();
      else setTimeout(leave, REMOVED_MS);
    };
    /** Ended here, not by the person: what the frame could still say does not count. */
    const drop = (result: PromptEnd = 'closed') => {
      if (over.signal.aborted) return;
      send('dropPrompt', { token }).catch(report('policy-prompt'));
      end(result);
    };
    const hiding = () => {
      drop('hidden');
      // The browser says it where the page has no hands.
      alert(say('prompt.hidden', { doing: doing(intent.intent) }));
    };
    signal.addEventListener('abort', () => drop(), { once: true, signal: over.signal });
    const moveToWindow = async (): Promise<void> => {
      try {
        const { moved } = await send('promptUnshown', { token });
        if (moved && !over.signal.aborted) dialog.replaceChildren(inWindow(() => void moveToWindow(), drop));
      } catch (error) {
        reject(error);
        drop();
      }
    };
    let late = setTimeout(moveToWindow, STARTS_MS);
    const started = (height: number): void => {
      clearTimeout(late);
      dialog.style.setProperty('--height', `${height}px`);
      if (hasStarted) return;
      hasStarted = true;
      frame.focus();
    };
    onPromptEvent(token, (event) => ('end' in event ? end(event.end) : started(event.height)), mayGoOn, over.signal);
    // Escape belongs to the frame, where text may wait; out here it leads back in.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (hasStarted) frame.focus();
      else drop();
    });
    dialog.addEventListener('close', () => drop());
    frame.addEventListener('load', () => {
      if (hasStarted) return frame.focus();
      clearTimeout(late);
      late = setTimeout(moveToWindow, STARTS_MS);
    });
    const removed = new MutationObserver((records) => {
      if (records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(host)))) hiding();
    });
    removed.observe(document, { childList: true, subtree: true });
    keepDrawn(host, dialog, hiding, over.signal);
    const timer = setInterval(() => {
      if (isCurrent()) return fitZoom(dialog);
      // Nobody answers in the frame any more, not even Escape.
      reject(new Error('Gatehouse was updated or removed under the open page.'));
      drop();
    }, ZOOM_MS);
    over.signal.addEventListener('abort', () => {
      removed.disconnect();
      clearInterval(timer);
      clearTimeout(late);
    });
    dialog.append(frame);
    root.append(dialog);
    document.documentElement.append(host);
    dialog.showModal();
    dialog.focus();
    fitZoom(dialog);
  });
}

/** Stands in place of a frame that does not start. It starts nothing itself. */
const inWindow = (again: () => void, leave: () => void): HTMLElement =>
  element(
    'section',
    { role: 'status' },
    element('div', { class: 'brand' }, 'Gatehouse'),
    element('p', {}, say('prompt.in-window')),
    button(say('open-again'), 'subtle', again),
    button(say('cancel'), 'subtle', leave),
  );

/** `zoom` of the page's own elements reaches into the top layer. */
function fitZoom(dialog: HTMLElement): void {
  const drawn = dialog.currentCSSZoom;
  if (typeof drawn === 'number' && Math.abs(drawn - 1) > 0.01)
    dialog.style.zoom = String(Number(dialog.style.zoom || 1) / drawn);
}
