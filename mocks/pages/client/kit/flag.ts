import { button, h } from './dom.ts';
import { icon } from './icons.ts';

/** A message at the lower left, as the products show them. It stays until it is closed or the next one comes. */
export function flag(kind: 'success' | 'error', title: string, text: string): void {
  const close = () => group.remove();
  const group = h(
    'div',
    { class: 'flags' },
    h(
      'div',
      { role: 'alert', class: `flag ${kind}` },
      icon(kind === 'success' ? 'check-circle' : 'warning'),
      h('div', {}, h('strong', {}, title), h('p', {}, text)),
      button(icon('close'), close, { class: 'button icon-button', 'aria-label': 'Dismiss' }),
    ),
  );
  for (const older of document.querySelectorAll('[data-flags]')) older.remove();
  group.dataset.flags = '';
  // A dialog in the top layer would cover the message.
  (document.querySelector('dialog:modal') ?? document.body).append(group);
}
