import { openAddCustomers } from '../dialogs/add-customers.ts';
import { spaceHeader } from '../jira/header.ts';
import { data } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { live } from '../kit/live.ts';
import { avatar } from '../people/avatar.ts';
import { helpTabs } from './queue.ts';

/** Customers of the help desk. Their rows' markup is not known beyond the name's selector: unverified. */
export function customers(): View {
  const all = Object.values(data.people).filter(({ type }) => type === 'customer');
  return {
    title: 'Customers - Help desk',
    head: spaceHeader({
      kind: 'project',
      crumbs: ['Spaces', 'Help desk'],
      letter: 'H',
      title: 'Customers',
      actions: [h('span', { class: 'grow' }), button('Add customers', openAddCustomers, { class: 'button primary' })],
      tabs: helpTabs,
    }),
    body: h(
      'div',
      { class: 'table-scroll' },
      h(
        'table',
        { class: 'table' },
        h('thead', {}, h('tr', {}, ...['Name', 'Kind', 'Requests'].map((name) => h('th', { scope: 'col' }, name)))),
        live(h('tbody'), () =>
          all.map((person, index) =>
            h(
              'tr',
              {},
              h(
                'td',
                {},
                h(
                  'span',
                  { class: 'person-line' },
                  avatar(person),
                  h(
                    'a',
                    {
                      href: `/jira/servicedesk/projects/HELP/customer-profile/${person.id}`,
                      'data-component-selector': 'servicedesk.contacts.table.user-cell.name',
                    },
                    person.name,
                  ),
                ),
              ),
              h('td', { class: 'muted' }, 'Portal only'),
              h('td', { class: 'muted' }, String((index * 3) % 7)),
            ),
          ),
        ),
      ),
    ),
  };
}
