import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import { messageOf, send } from '../kit/send.ts';
import { UserPicker } from './picker.ts';
import { openModal } from './portal.ts';
import { nameOf } from './suggest.ts';

const submitText = (count: number) =>
  count === 0 ? 'Add people' : count === 1 ? 'Add 1 person' : `Add ${count} people`;

/** "Add people to Jira". Where the call goes comes from a source of 2020-21: unverified today. */
export function openAddPeople(cloudId: string): void {
  const submit = h('button', { type: 'submit', class: 'button primary', disabled: true }, submitText(0));
  const picker = new UserPicker({
    inputId: 'invite-user-picker',
    labelledBy: 'invite-user-picker-label',
    placeholder: 'name@company.com',
    product: 'jira',
    changed: () => {
      submit.disabled = picker.recipients.length === 0;
      submit.textContent = submitText(picker.recipients.length);
    },
  });
  const form = h(
    'form',
    { class: 'stack', novalidate: true, 'data-testid': 'testId-invite-people-form', id: 'invitePeopleForm' },
    h(
      'div',
      { class: 'field' },
      h('label', { id: 'invite-user-picker-label', for: 'invite-user-picker' }, 'Names or emails'),
      picker.root,
    ),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'invite-role' }, 'Role'),
      h(
        'select',
        { id: 'invite-role', class: 'input', 'data-testid': 'testId-select-product' },
        ...['Member', 'Administrator', 'Viewer'].map((role) => h('option', {}, role)),
      ),
    ),
    h(
      'p',
      { class: 'subtle' },
      'People who are new to Jira get an invitation and can see this space once they accept it.',
    ),
    h(
      'div',
      { class: 'modal-footer' },
      h('span', { class: 'grow' }),
      button('Cancel', () => close()),
      submit,
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    if (await invite(picker, cloudId)) close();
    else submit.disabled = false;
  });
  const close = openModal({
    testId: 'modal-dialog',
    titleId: 'invite-title',
    content: h('div', {}, h('h2', { id: 'invite-title' }, 'Add people to Jira'), form),
    focus: picker.input,
  });
}

async function invite({ recipients }: UserPicker, cloudId: string): Promise<boolean> {
  const resource = `ari:cloud:jira-software::site/${cloudId}`;
  const hidden = recipients.find(({ email }) => email === null);
  if (hidden) {
    flag('error', 'We need their email', `Type the email of ${nameOf(hidden)} to add them.`);
    return false;
  }
  const answer = await send('/gateway/api/invitations/invite', {
    users: recipients.map((recipient) =>
      recipient.kind === 'email' ? { email: recipient.email } : { id: recipient.id, email: recipient.email },
    ),
    resources: [resource],
    continueUrl: location.href,
  });
  if (!answer.ok) flag('error', 'We couldn’t add them', messageOf(answer));
  else flag('success', 'Invitation sent', `You’ve invited ${recipients.map(nameOf).join(', ')}.`);
  return answer.ok;
}
