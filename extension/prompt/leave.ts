import { element } from '../dom/element.ts';
import { say } from '../words/say.ts';

/**
 * Escape closes. What was typed is not thrown away by one key: it takes another. What is being sent is not lost then, and `view` says so
 * itself.
 */
export function confirmEscape(view: HTMLElement, close: () => void, signal: AbortSignal): void {
  let asked = false;
  const said = element('p', { role: 'status' });
  /** What is true now: sending may begin, or fail, while it stands. A press moves nothing: it is looked at where it was seen. */
  const tell = (): void => {
    const isSending = view.querySelector('[data-sending]') !== null;
    const isLookedAt = !isSending && view.querySelector('[data-starts][aria-disabled]') !== null;
    const mayLose = asked && view.querySelector('textarea') !== null;
    if (mayLose && !said.isConnected && !isLookedAt) view.querySelector('.actions:last-child')?.before(said);
    const text = asked ? say(isSending ? 'prompt.escape' : 'prompt.escape-loses') : '\u00a0';
    if (said.textContent !== text) said.textContent = text;
  };
  const changes = new MutationObserver(tell);
  changes.observe(view, { childList: true, subtree: true, attributeFilter: ['aria-disabled'] });
  signal.addEventListener('abort', () => changes.disconnect());
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      // It ends a word that is being put together, not the prompt.
      if (event.isComposing) return;
      event.preventDefault();
      // Held, it is one key.
      if (event.repeat) return;
      const typed = view.querySelector('textarea')?.value.trim() ?? '';
      if (typed === '' || asked) return close();
      asked = true;
      tell();
    },
    { signal },
  );
  // Who goes on in another way has not left.
  const stay = (): void => {
    asked = false;
    tell();
  };
  view.addEventListener('input', stay, { signal });
  view.addEventListener('click', stay, { signal });
}
