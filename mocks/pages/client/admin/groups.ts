import { data } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { flag } from '../kit/flag.ts';
import type { View } from '../kit/frame.ts';
import { live } from '../kit/live.ts';
import { adminHead, adminTable } from './layout.ts';

/** Groups, by which people get apps. */
export function groups(): View {
  const create = button(
    'Create group',
    () => flag('error', 'Not in this fake', 'Groups come with the demo organization.'),
    {
      'data-testid': 'test-create-group-modal-button',
    },
  );
  return {
    title: 'Groups',
    head: adminHead('Groups', 'People get apps by the groups they are in.', [create]),
    body: adminTable(
      ['Group', 'Description', 'Members', 'Source'],
      live(h('tbody'), () =>
        data.groups.map(({ id, description, members, synced }) =>
          h(
            'tr',
            {},
            h('td', {}, h('strong', {}, id)),
            h('td', { class: 'muted' }, description),
            h('td', {}, String(members)),
            h(
              'td',
              {},
              h('span', { class: synced ? 'lozenge purple' : 'lozenge' }, synced ? 'Identity provider' : 'Atlassian'),
            ),
          ),
        ),
      ),
    ),
  };
}
