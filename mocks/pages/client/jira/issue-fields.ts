import type { Issue } from '../../page-data.ts';
import { personOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import { nobody } from '../people/avatar.ts';
import { trigger } from '../people/trigger.ts';
import { priorityMark } from './board-card.ts';

/** The details beside an issue, with the people in the fields that every overlay looks for. */
export const issueFields = (issue: Issue): HTMLElement =>
  h(
    'aside',
    { class: 'details', 'aria-label': 'Details' },
    h('h2', {}, 'Details'),
    userField('assignee', 'Assignee', issue.assignee),
    userField('reporter', 'Reporter', issue.reporter),
    h(
      'div',
      { class: 'fact' },
      h('h3', {}, 'Priority'),
      h('div', { class: 'row' }, priorityMark(issue.priority), issue.priority),
    ),
    h('div', { class: 'fact' }, h('h3', {}, 'Labels'), h('div', {}, h('span', { class: 'lozenge' }, issue.label))),
  );

function userField(name: 'assignee' | 'reporter', label: string, id: string | null): HTMLElement {
  const person = id === null ? null : personOf(id);
  const value = person ? trigger(person, { nameTestId: `issue.views.field.user.${name}.name.wrapper` }) : unassigned();
  return h(
    'div',
    { class: 'fact', 'data-testid': `issue.issue-view-layout.issue-view-${name}-field.${name}` },
    h('h3', { 'data-testid': `issue-field-heading-styled-field-heading.${name}` }, label),
    h(
      'div',
      { 'data-testid': `issue.views.field.user.${name}` },
      name === 'reporter' ? h('div', { 'data-testid': 'ref-spotlight-target-reporter-spotlight' }, value) : value,
      name === 'assignee' &&
        h('button', {
          type: 'button',
          class: 'hidden',
          'aria-label': `${person?.name ?? 'Unassigned'} - edit Assignee`,
        }),
    ),
    name === 'assignee' &&
      h(
        'button',
        { type: 'button', class: 'link-button', 'data-testid': 'issue-view-layout-assignee-field.ui.assign-to-me' },
        'Assign to me',
      ),
  );
}

const unassigned = () => h('span', { class: 'row' }, nobody('Unassigned'), h('span', {}, 'Unassigned'));
