import { data } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import { icon } from '../kit/icons.ts';
import { messageOf, send } from '../kit/send.ts';

const XSRF_COOKIE = 'atlassian.account.xsrf.token';

/**
 * The drawer by which administrators invite: no dialog by its element or role, which nobody has said of it. The body of its call is a
 * script's of 2025: unverified.
 */
export function openInviteDrawer(): void {
  const before = document.activeElement;
  const drawer = h('section', {
    class: 'drawer',
    'aria-labelledby': 'drawer-title',
    'data-testid': 'invite-drawer-component',
  });
  const close = () => {
    drawer.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  const emails = h('textarea', {
    id: 'invite-emails',
    name: 'emails',
    class: 'input',
    rows: 4,
    placeholder: 'name@company.com',
  });
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h(
      'div',
      { class: 'row' },
      h('h2', { id: 'drawer-title', class: 'grow' }, 'Invite users'),
      button(icon('close'), close, { class: 'button icon-button', 'aria-label': 'Close' }),
    ),
    h(
      'div',
      { class: 'field', 'data-testid': 'invitee-list-user-picker-paste-handler' },
      h('label', { for: 'invite-emails' }, 'Email addresses'),
      emails,
    ),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'invite-groups' }, 'Add groups (optional)'),
      h(
        'select',
        { id: 'invite-groups', class: 'input' },
        h('option', {}, 'Default groups of Jira'),
        ...data.groups.filter(({ synced }) => !synced).map(({ id }) => h('option', {}, id)),
      ),
    ),
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'submit', class: 'button primary', 'data-testid': 'invite-submit-button' }, 'Invite users'),
      button('Cancel', close),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const addresses = emails.value.split(/[,;\s]+/).filter(Boolean);
    const path = `/gateway/api/adminhub/um/org/${data.orgId}/users/invite`;
    const answer = await send(path, { emails: addresses }, { 'atl-token': cookie(XSRF_COOKIE) });
    if (!answer.ok) return flag('error', 'We couldn’t invite them', messageOf(answer));
    close();
    flag('success', 'Invitations sent', addresses.join(', '));
  });
  drawer.append(form);
  drawer.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  document.body.append(drawer);
  emails.focus();
}

const cookie = (name: string): string =>
  document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';
