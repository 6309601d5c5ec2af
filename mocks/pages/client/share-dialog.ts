import { data } from './data.ts';
import { button, h } from './dom.ts';
import { flag, messageOf, send } from './flag.ts';
import { UserPicker } from './picker.ts';

export interface Shared {
  readonly ari: string;
  readonly title: string;
  readonly type: string;
  readonly product: 'jira' | 'confluence';
}

/** The Share dialog: one call for harmless shares and for those that invite. In the top layer, as newer dialogs are. */
export function openShare(what: Shared): void {
  const dialog = h('dialog', {
    class: 'modal',
    'aria-labelledby': 'share-title',
    'data-testid': 'share-dialog',
  }) as HTMLDialogElement;
  const submit = h('button', { type: 'submit', class: 'primary', disabled: true }, 'Share') as HTMLButtonElement;
  const picker = new UserPicker({
    inputId: 'share-user-picker',
    labelledBy: 'share-user-picker-field-label',
    placeholder: 'Type a name, group or email',
    product: what.product,
    changed: () => {
      submit.disabled = picker.recipients.length === 0;
      submit.textContent = picker.recipients.some((recipient) => 'email' in recipient || recipient.newToProduct)
        ? 'Invite'
        : 'Share';
    },
  });
  const message = h('textarea', { id: 'share-message', name: 'comment', rows: '2' }) as HTMLTextAreaElement;
  const form = h(
    'form',
    { method: 'dialog' },
    h('label', { id: 'share-user-picker-field-label', for: 'share-user-picker' }, 'Names, groups or emails'),
    picker.root,
    h('label', { for: 'share-message' }, 'Message (optional)'),
    message,
    h(
      'div',
      { class: 'footer', 'data-testid': 'form-footer' },
      button('Cancel', () => dialog.close()),
      submit,
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sendShare(what, picker, message.value, dialog);
  });
  dialog.append(h('h1', { id: 'share-title' }, `Share ${what.title}`), form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  picker.input.focus();
}

async function sendShare(what: Shared, picker: UserPicker, comment: string, dialog: HTMLDialogElement): Promise<void> {
  const recipients = picker.recipients.map((recipient) =>
    'email' in recipient ? { type: 'user', email: recipient.email } : { type: 'user', id: recipient.id },
  );
  const answer = await send('/gateway/api/share', {
    content: {
      ari: what.ari,
      link: location.href,
      title: what.title,
      type: what.type,
      workspaceAri: `ari:cloud:${what.product}::site/${data.cloudId}`,
    },
    recipients,
    metadata: { atlOriginId: crypto.randomUUID(), productId: what.product, shareeAction: 'view' },
    ...(comment && { comment: { format: 'plain_text', value: comment } }),
  });
  if (answer.ok) {
    dialog.close();
    flag(
      'Link shared',
      `Shared with ${picker.recipients.map((recipient) => ('email' in recipient ? recipient.email : recipient.name)).join(', ')}.`,
      'success',
    );
  } else flag('We could not share this', messageOf(answer.body), 'error');
}
