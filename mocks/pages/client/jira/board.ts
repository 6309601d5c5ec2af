import type { Issue } from '../../page-data.ts';
import { data, siteOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { live, redraw } from '../kit/live.ts';
import { assigneeFilter } from './assignee-filter.ts';
import { boardCard } from './board-card.ts';
import { acmeTabs, spaceHeader } from './header.ts';
import { spaceActions } from './space-actions.ts';

const columns: readonly Issue['column'][] = ['To do', 'In progress', 'Done'];

/** A software board: three columns whose cards are made anew from data on every redraw. */
export function board(): View {
  let chosen: ReadonlySet<string> = new Set();
  const shown = (column: string) =>
    data.issues.filter(
      ({ column: its, assignee }) =>
        its === column && (chosen.size === 0 || (assignee !== null && chosen.has(assignee))),
    );
  const filter = assigneeFilter([...new Set(data.issues.flatMap(({ assignee }) => assignee ?? []))], (ids) => {
    chosen = ids;
    redraw();
  });
  const cells = live(h('div', { class: 'columns' }), () =>
    columns.map((name) => {
      const cards = shown(name);
      return h(
        'section',
        { class: 'column', 'aria-label': name },
        h('h2', {}, name, h('span', { class: 'count' }, String(cards.length))),
        ...cards.map(boardCard),
      );
    }),
  );
  return {
    title: 'ACME board',
    head: spaceHeader({
      kind: 'board',
      crumbs: ['Spaces', 'Acme launch'],
      letter: 'A',
      title: 'Acme launch',
      actions: spaceActions('Acme launch', `ari:cloud:jira:${siteOf().cloudId}:board/1`),
      tabs: acmeTabs,
    }),
    body: h('div', {}, h('div', { class: 'toolbar' }, filter), cells),
  };
}
