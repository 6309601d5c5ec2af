import { data } from './data.ts';
import { button, h } from './dom.ts';
import { flag, messageOf, send } from './flag.ts';
import { UserPicker } from './picker.ts';

/** "Add people to Jira", in the older portal below the body. */
export function openAddPeople(): void {
  const portal = h('div', { class: 'atlaskit-portal-container' });
  const close = () => portal.remove();
  const submit = h('button', { type: 'submit', class: 'primary', disabled: true }, 'Add people') as HTMLButtonElement;
  const picker = new UserPicker({
    inputId: 'invite-user-picker',
    labelledBy: 'invite-label',
    placeholder: 'name@company.com',
    product: 'jira',
    changed: () => {
      const count = picker.recipients.length;
      submit.disabled = count === 0;
      submit.textContent = count === 0 ? 'Add people' : count === 1 ? 'Add 1 person' : `Add ${count} people`;
    },
  });
  const form = h(
    'form',
    { 'data-testid': 'testId-invite-people-form' },
    h('label', { id: 'invite-label', for: 'invite-user-picker' }, 'Names or emails'),
    picker.root,
    h('div', { class: 'footer' }, button('Cancel', close), submit),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const emails = picker.recipients.flatMap((recipient) => ('email' in recipient ? [recipient.email] : []));
    const answer = await send('/gateway/api/invitations/invite', {
      users: emails.map((email) => ({ email })),
      resources: [`ari:cloud:jira-software::site/${data.cloudId}`],
      continueUrl: location.href,
    });
    if (answer.ok) {
      close();
      flag('Invitation sent', `You’ve invited ${emails.join(', ')}.`, 'success');
    } else flag('We could not invite them', messageOf(answer.body), 'error');
  });
  const dialog = h(
    'section',
    {
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': 'invite-title',
      'data-testid': 'modal-dialog',
      class: 'modal legacy',
    },
    h('h1', { id: 'invite-title' }, 'Add people to Jira'),
    form,
  );
  // The older focus lock: what is not inside the dialog loses the focus, unless it says otherwise.
  dialog.addEventListener('focusout', (event) => {
    const to = event.relatedTarget;
    if (to instanceof Element && !dialog.contains(to) && !to.closest('[data-no-focus-lock]') && dialog.isConnected)
      picker.input.focus();
  });
  portal.append(
    h(
      'div',
      { class: 'atlaskit-portal' },
      h('div', { class: 'blanket', 'data-testid': 'modal-dialog--blanket' }),
      dialog,
    ),
  );
  document.body.append(portal);
  picker.input.focus();
}
