import { openAddPeople } from './add-people.ts';
import { data, type Issue, personOf } from './data.ts';
import { button, h, hashed } from './dom.ts';
import { frame, link } from './frame.ts';
import { avatar } from './people.ts';
import { openShare } from './share-dialog.ts';

/** A software board: three columns of cards, made anew by "Refresh" so that foreign nodes in them are lost. */
export function board(): HTMLElement {
  const columns = h('div', { class: 'columns' });
  const fill = () => columns.replaceChildren(...['To do', 'In progress', 'Done'].map(column));
  fill();
  const share = button(
    'Share',
    () =>
      openShare({ ari: `ari:cloud:jira:${data.cloudId}:board/1`, title: 'ACME board', type: 'board', product: 'jira' }),
    {
      id: 'po-spotlight-share-button',
      'data-vc': 'share-button',
    },
  );
  const add = button('Add people', openAddPeople, {
    'data-testid': 'invite-people.ui.navigation-add-people-button.trigger',
  });
  return frame('Jira', 'ACME board', [button('Refresh', fill), add, share], filters(), columns);
}

function filters(): HTMLElement {
  const ids = [...new Set(data.issues.flatMap(({ assignee }) => assignee ?? []))];
  return h(
    'fieldset',
    { class: 'filters', 'data-testid': 'business-filters.ui.filters.assignee-filter' },
    h('legend', { class: 'hidden' }, 'Filter by assignee'),
    ...ids.map((id) =>
      h(
        'span',
        { class: 'filter' },
        h('input', {
          type: 'checkbox',
          name: 'assignee',
          value: id,
          id: `assignee-${id}`,
          'aria-label': `Filter by ${personOf(id).name}`,
        }),
        h('label', { for: `assignee-${id}` }, avatar(personOf(id))),
      ),
    ),
  );
}

const column = (name: string): HTMLElement =>
  h(
    'section',
    { class: 'column', 'aria-label': name },
    h('h2', {}, name),
    ...data.issues.filter((issue) => issue.column === name).map(card),
  );

function card(issue: Issue): HTMLElement {
  const assignee = issue.assignee === null ? null : personOf(issue.assignee);
  const testId = 'board.common.fields.assignee-field-static.avatar';
  return h(
    'article',
    { class: `card ${hashed('card')}`, id: `card-${issue.key}`, 'data-testid': 'platform-board-kit.ui.card.card' },
    h('p', {}, issue.summary),
    h(
      'div',
      { class: 'row' },
      link(`/browse/${issue.key}`, issue.key),
      assignee &&
        h(
          'span',
          { 'data-testid': 'software-board.common.fields.assignee-field-static.avatar-wrapper' },
          avatar(assignee, testId),
        ),
    ),
  );
}
