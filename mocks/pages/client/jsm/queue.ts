import type { Ticket } from '../../page-data.ts';
import { openShare } from '../dialogs/share.ts';
import { spaceHeader } from '../jira/header.ts';
import { data, personOf, siteOf } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { live, redraw } from '../kit/live.ts';
import { link } from '../kit/router.ts';
import { trigger } from '../people/trigger.ts';

/** The tabs of the help desk. */
export const helpTabs = [
  { href: '/jira/servicedesk/projects/HELP/queues/custom/1', text: 'Queues', icon: 'queue' },
  { href: '/jira/servicedesk/projects/HELP/customers', text: 'Customers', icon: 'people' },
] as const;

/** A queue of requests: reporters are employees, outside people and portal-only customers. */
export function queue(): View {
  const share = button('Share', openShareDialog, { 'aria-haspopup': 'true' });
  function openShareDialog(): void {
    openShare({ ari: `ari:cloud:jira:${siteOf().cloudId}:queue/1`, title: 'All open', type: 'queue', product: 'jira' });
  }
  return {
    title: 'All open - Help desk',
    head: spaceHeader({
      kind: 'project',
      crumbs: ['Spaces', 'Help desk', 'Queues'],
      letter: 'H',
      title: 'All open',
      actions: [h('span', { class: 'grow' }), button('Refresh', redraw, { class: 'button quiet' }), share],
      tabs: helpTabs,
    }),
    body: h(
      'div',
      { class: 'stack' },
      h('span', { class: 'subtle', 'aria-live': 'polite' }, `${data.tickets.length} work items`),
      h(
        'div',
        { class: 'table-scroll' },
        h(
          'table',
          { class: 'table' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ...['Summary', 'Reporter', 'Assignee', 'Status'].map((name) => h('th', { scope: 'col' }, name)),
            ),
          ),
          live(h('tbody'), () => data.tickets.map(row)),
        ),
      ),
    ),
  };
}

const row = ({ key, summary, reporter, assignee, status }: Ticket): HTMLElement =>
  h(
    'tr',
    {},
    h(
      'td',
      {},
      h(
        'div',
        { class: 'row' },
        h(
          'span',
          { 'data-testid': `issue-table.cell-wrapper.${key}-issuekey` },
          link(`/browse/${key}`, { class: 'key' }, key),
        ),
        h('div', { class: 'name', 'data-testid': `issue-table.cell.${key}-summary` }, summary),
      ),
    ),
    h('td', {}, h('div', { 'data-testid': `issue-table.cell.${key}-reporter` }, trigger(personOf(reporter)))),
    h('td', {}, assignee === null ? h('span', { class: 'subtle' }, 'Unassigned') : trigger(personOf(assignee))),
    h(
      'td',
      {},
      h('div', { 'data-testid': `issue-table.cell.${key}-status` }, h('span', { class: 'lozenge blue' }, status)),
    ),
  );
