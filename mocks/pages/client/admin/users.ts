import type { AdminUser } from '../../page-data.ts';
import { data } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { live, redraw } from '../kit/live.ts';
import { link } from '../kit/router.ts';
import { openInviteDrawer } from './invite-drawer.ts';
import { adminHead, adminTable } from './layout.ts';

/** The directory of people. Row attributes are not known beyond the links with account ids: unverified. */
export function users(): View {
  let query = '';
  const search = h('input', {
    class: 'input',
    type: 'search',
    placeholder: 'Search by name or email',
    'aria-label': 'Search users',
  });
  const body = live(h('tbody'), () =>
    data.users
      .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(query))
      .slice(0, 100)
      .map(row),
  );
  search.addEventListener('input', () => {
    query = search.value.trim().toLowerCase();
    redraw();
  });
  return {
    title: 'Users',
    head: adminHead('Users', `${data.users.length} people have an account in this directory.`, [
      button('Invite users', openInviteDrawer, { class: 'button primary', 'data-testid': 'nav-invite-users' }),
    ]),
    body: h(
      'div',
      { class: 'stack' },
      h('div', { class: 'admin-search' }, search),
      adminTable(['User', 'Account', 'Status', 'Last active'], body),
    ),
  };
}

const row = ({ id, name, email, avatar, status, lastActive, managed }: AdminUser): HTMLElement =>
  h(
    'tr',
    {},
    h(
      'td',
      {},
      h(
        'span',
        { class: 'person-line' },
        h('span', { class: 'avatar' }, h('img', { src: avatar, alt: '' })),
        h(
          'span',
          { class: 'name' },
          link(`/o/${data.orgId}/users/${id}`, {}, name),
          ' ',
          h('span', { class: 'muted' }, email),
        ),
      ),
    ),
    h('td', { class: 'muted' }, managed ? 'Managed account' : 'External user'),
    h('td', {}, h('span', { class: status === 'Active' ? 'lozenge green' : 'lozenge' }, status)),
    h(
      'td',
      { class: 'muted' },
      lastActive ? new Date(lastActive).toLocaleDateString('en', { dateStyle: 'medium' }) : 'Never',
    ),
  );
