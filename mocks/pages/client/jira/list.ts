import { personOf, siteOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { link } from '../kit/router.ts';
import { type Row, virtualBody } from '../kit/virtual-rows.ts';
import { personCell } from '../people/person-cell.ts';
import { kindMark, priorityMark } from './board-card.ts';
import { acmeTabs, spaceHeader } from './header.ts';
import { listIssue, listLength } from './list-data.ts';
import { spaceActions } from './space-actions.ts';

const columns = ['Work', 'Assignee', 'Reporter', 'Status', 'Priority'];

/** The list of a space: hundreds of entries, of which only those in sight have nodes. */
export function list(): View {
  const scroller = h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': 'Work items' });
  const table = h(
    'table',
    { class: 'table', 'aria-rowcount': listLength + 1, 'data-testid': 'native-issue-table.ui.issue-table' },
    h('thead', {}, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, name)))),
    virtualBody({ scroller, count: listLength, height: 40, makeRow }),
  );
  scroller.append(table);
  return {
    title: 'ACME list',
    head: spaceHeader({
      kind: 'project',
      crumbs: ['Spaces', 'Acme launch'],
      letter: 'A',
      title: 'Acme launch',
      actions: spaceActions('Acme launch', `ari:cloud:jira:${siteOf().cloudId}:project/ACME`),
      tabs: acmeTabs,
    }),
    body: scroller,
  };
}

function makeRow(): Row {
  const work = h('td');
  const assignee = personCell('Assignee');
  const reporter = personCell('Reporter');
  const status = h('td');
  const priority = h('td');
  const element = h(
    'tr',
    { 'data-testid': 'native-issue-table.ui.issue-row' },
    work,
    assignee.element,
    reporter.element,
    status,
    priority,
  );
  return {
    element,
    fill(index) {
      const issue = listIssue(index);
      const key = link(
        `/browse/${issue.key}`,
        { class: 'key', 'data-testid': 'native-issue-table.common.ui.issue-cells.issue-key.issue-key-cell' },
        issue.key,
      );
      element.setAttribute('aria-rowindex', String(index + 2));
      work.replaceChildren(
        h('div', { class: 'row' }, kindMark(issue.kind), key, h('span', { class: 'name' }, issue.summary)),
      );
      assignee.show(issue.assignee === null ? null : personOf(issue.assignee));
      reporter.show(personOf(issue.reporter));
      status.replaceChildren(
        h('span', { class: `lozenge ${statusColours[issue.column]}` }, issue.column.toUpperCase()),
      );
      priority.replaceChildren(priorityMark(issue.priority));
    },
  };
}

const statusColours = { 'To do': '', 'In progress': 'blue', Done: 'green' } as const;
