import { siteOf } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import type { View } from '../kit/frame.ts';
import { icon } from '../kit/icons.ts';
import { messageOf, send } from '../kit/send.ts';

/** A page the viewer cannot open. Its button asks Atlassian for access at once, as the product does by itself. */
export function forbiddenPage(): View {
  const note = h('textarea', { id: 'access-note', class: 'input', rows: 3, placeholder: 'Why do you need it?' });
  const ask = button('Request access', () => void request(), {
    'data-testid': 'button-request_access',
    class: 'button primary',
  });
  async function request(): Promise<void> {
    ask.disabled = true;
    const answer = await send('/gateway/api/invitations/v1/access-requests/bulk/request', {
      resources: [
        { ari: `ari:cloud:confluence::site/${siteOf().cloudId}`, role: 'product/member', continueUrl: location.href },
      ],
      accessMode: 'REQUEST_ACCESS',
      ...(note.value.trim() !== '' && { note: note.value.trim() }),
    });
    ask.disabled = answer.ok;
    if (answer.ok) {
      ask.textContent = 'Pending approval';
      flag('success', 'Request sent', 'An admin will look at it and you’ll get an email.');
    } else flag('error', 'We couldn’t send your request', messageOf(answer));
  }
  return {
    title: 'Request access',
    head: null,
    body: h(
      'div',
      { class: 'empty' },
      h('span', { class: 'empty-mark' }, icon('lock', 32)),
      h('h1', {}, 'You don’t have access to this page'),
      h('p', { class: 'subtle' }, 'Ask for it with a note, and whoever looks after the space will decide.'),
      h('div', { class: 'field' }, h('label', { for: 'access-note' }, 'Note (optional)'), note),
      ask,
    ),
  };
}
