import { element } from '../dom/element.ts';

/**
 * Escape closes. What was typed is not thrown away by one key: it takes another. What is being sent is not lost then, and `view` says so
 * itself.
 */
export function confirmEscape(view: HTMLElement, close: () => void, signal: AbortSignal): void {
  let asked = false;
  const said = element('p', { role: 'status' });
  /** What is true now: sending may begin, or fail, while it stands. A press moves nothing: it is looked at where it was seen. */
  const say = (): void => {
    const loses = view.querySelector('[data-sending]') === null;
    const words = asked ? `Press Escape again to close${loses ? '; what you wrote is lost then' : ''}.` : '\u00a0';
    if (said.textContent !== words) said.textContent = words;
  };
  const sending = new MutationObserver(say);
  sending.observe(view, { childList: true });
  signal.addEventListener('abort', () => sending.disconnect());
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      event.preventDefault();
      const typed = view.querySelector('textarea')?.value.trim() ?? '';
      if (typed === '' || asked) return close();
      asked = true;
      say();
      view.querySelector('.actions:last-child')?.before(said);
    },
    { signal },
  );
  // Who goes on in another way has not left.
  const stay = (): void => {
    asked = false;
    say();
  };
  view.addEventListener('input', stay, { signal });
  view.addEventListener('click', stay, { signal });
}
