import { siteOf } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import { icon } from '../kit/icons.ts';
import { type Answer, messageOf, send } from '../kit/send.ts';
import { UserPicker } from './picker.ts';
import { isNew, nameOf, type Recipient } from './suggest.ts';

export interface Shared {
  readonly ari: string;
  readonly title: string;
  readonly type: 'board' | 'issue' | 'page' | 'queue';
  readonly product: 'jira' | 'confluence';
}

/**
 * The Share dialog: one call for harmless shares and for those that invite somebody. It is in the top layer, as newer dialogs
 * of the products are.
 */
export function openShare(what: Shared): void {
  const label = what.type === 'issue' ? 'Send' : 'Share';
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': 'share-title', 'data-testid': 'share-dialog' });
  const submit = h('button', { type: 'submit', class: 'button primary', disabled: true }, label);
  const picker = new UserPicker({
    inputId: 'share-user-picker',
    labelledBy: 'share-user-picker-field-label',
    placeholder: 'Type a name, group or email',
    product: what.product,
    changed: () => {
      submit.disabled = picker.recipients.length === 0;
      submit.textContent = picker.recipients.some(isNew) ? 'Invite' : label;
    },
  });
  const comment = h('textarea', {
    id: 'share-comment',
    name: 'comment',
    class: 'input',
    rows: 2,
    placeholder: 'Anything they should know?',
  });
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h(
      'div',
      { class: 'field' },
      h('label', { id: 'share-user-picker-field-label', for: 'share-user-picker' }, 'Names, groups or emails'),
      picker.root,
    ),
    h('div', { class: 'field' }, h('label', { for: 'share-comment' }, 'Message (optional)'), comment),
    h(
      'div',
      { class: 'modal-footer', 'data-testid': 'form-footer' },
      button(h('span', { class: 'row' }, icon('link'), 'Copy link'), () => void copyLink(), { class: 'button quiet' }),
      h('span', { class: 'grow' }),
      button('Cancel', () => dialog.close()),
      h('span', { 'data-testid': 'split-button' }, submit),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    const answer = await share(what, picker.recipients, comment.value.trim());
    submit.disabled = false;
    if (!answer.ok) {
      flag('error', 'We couldn’t share this', messageOf(answer));
      return;
    }
    dialog.close();
    flag('success', 'Link shared', `Shared with ${picker.recipients.map(nameOf).join(', ')}.`);
  });
  dialog.append(h('h2', { id: 'share-title' }, `Share ${what.title}`), form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  picker.input.focus();
}

const share = (what: Shared, recipients: readonly Recipient[], comment: string): Promise<Answer> =>
  send('/gateway/api/share', {
    content: {
      ari: what.ari,
      link: location.href,
      title: what.title,
      type: what.type,
      workspaceAri: `ari:cloud:${what.product}::site/${siteOf().cloudId}`,
    },
    recipients: recipients.map((recipient) =>
      recipient.kind === 'email' ? { type: 'user', email: recipient.email } : { type: 'user', id: recipient.id },
    ),
    metadata: {
      atlOriginId: crypto.randomUUID(),
      productId: what.product,
      shareeAction: recipients.some(isNew) ? 'edit' : 'view',
    },
    ...(comment !== '' && { comment: { format: 'plain_text', value: comment } }),
  });

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    flag('success', 'Link copied', 'It is on your clipboard.');
  } catch {
    flag('error', 'We couldn’t copy the link', 'Your browser does not allow it here.');
  }
}
