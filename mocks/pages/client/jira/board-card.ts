import type { Issue } from '../../page-data.ts';
import { personOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import { icon } from '../kit/icons.ts';
import { link } from '../kit/router.ts';
import { avatar, nobody } from '../people/avatar.ts';

const testId = 'board.common.fields.assignee-field-static.avatar';
const kinds = { story: 'story', bug: 'bug', task: 'task' } as const;
const priorities = { high: 'chevron-up', medium: 'equal', low: 'chevron-down' } as const;

/** The mark of a kind of work. */
export const kindMark = (kind: Issue['kind']): HTMLElement =>
  h('span', { class: `kind ${kind}`, role: 'img', 'aria-label': kind }, icon(kinds[kind], 12));

/** How urgent it is, as a small arrow. */
export const priorityMark = (priority: Issue['priority']): HTMLElement =>
  h(
    'span',
    { class: `priority ${priority}`, role: 'img', 'aria-label': `${priority} priority` },
    icon(priorities[priority]),
  );

/** A card on a software board. */
export function boardCard(issue: Issue): HTMLElement {
  const assignee = issue.assignee === null ? null : personOf(issue.assignee);
  return h(
    'article',
    { class: 'card', id: `card-${issue.key}`, 'data-testid': 'platform-board-kit.ui.card.card' },
    link(`?selectedIssue=${issue.key}`, { class: 'card-title' }, issue.summary),
    h('div', {}, h('span', { class: `lozenge ${labelColours[issue.label] ?? ''}` }, issue.label)),
    h(
      'div',
      { class: 'row' },
      kindMark(issue.kind),
      link(`/browse/${issue.key}`, { class: 'key' }, issue.key),
      h('span', { class: 'grow' }),
      priorityMark(issue.priority),
      h(
        'span',
        { class: 'card-person', 'data-testid': 'software-board.common.fields.assignee-field-static.avatar-wrapper' },
        assignee ? avatar(assignee, { testId, label: `Assignee: ${assignee.name}` }) : nobody('Unassigned'),
      ),
    ),
  );
}

const labelColours: Readonly<Record<string, string>> = { Launch: 'purple', Checkout: 'blue', Platform: 'green' };
