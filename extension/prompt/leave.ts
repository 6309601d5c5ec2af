import { element } from '../dom/element.ts';

/**
 * Escape closes. What was typed is not thrown away by one key: it takes another. What is being sent is not lost then, and `view` says so
 * itself.
 */
export function confirmEscape(view: HTMLElement, close: () => void, signal: AbortSignal): void {
  let asked = false;
  const said = element('p', { role: 'status' });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      event.preventDefault();
      const typed = view.querySelector('textarea')?.value.trim() ?? '';
      if (typed === '' || asked) return close();
      asked = true;
      const loses = view.querySelector('[data-sending]') === null;
      said.textContent = `Press Escape again to close${loses ? '; what you wrote is lost then' : ''}.`;
      view.querySelector('.actions:last-child')?.before(said);
    },
    { signal },
  );
  // Who goes on in another way has not left: what was said of it may be untrue by now. A press moves nothing: it is looked at whether
  // what was pressed is still where it was seen.
  const stay = (): void => {
    asked = false;
    said.textContent = '\u00a0';
  };
  view.addEventListener('input', stay, { signal });
  view.addEventListener('click', stay, { signal });
}
