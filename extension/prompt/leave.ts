import { element } from '../dom/element.ts';

/** Escape closes. What was typed is not thrown away by one key: it takes another. */
export function confirmEscape(view: HTMLElement, close: () => void, signal: AbortSignal): void {
  let asked = false;
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      event.preventDefault();
      const typed = view.querySelector('textarea')?.value.trim() ?? '';
      if (typed === '' || asked) return close();
      asked = true;
      view
        .querySelector('.actions:last-child')
        ?.before(element('p', { role: 'status' }, 'Press Escape again to close; what you wrote is lost then.'));
    },
    { signal },
  );
  view.addEventListener('input', () => {
    asked = false;
  });
}
