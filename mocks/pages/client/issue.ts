import { data, personOf } from './data.ts';
import { button, h } from './dom.ts';
import { frame } from './frame.ts';
import { mention, trigger } from './people.ts';
import { openShare } from './share-dialog.ts';

/** An issue: fields beside, comments below, people through every carrier Jira uses. */
export function issue(key: string): HTMLElement {
  const found = data.issues.find((candidate) => candidate.key === key);
  if (!found) return frame('Jira', 'This work item does not exist', []);
  const comments = h('div', {});
  const fill = () => comments.replaceChildren(...data.comments.map(comment));
  fill();
  const share = button(
    'Share',
    () => openShare({ ari: `ari:cloud:jira:${data.cloudId}:issue/${key}`, title: key, type: 'issue', product: 'jira' }),
    {
      'data-testid': 'share-dialog.ui.share-button',
    },
  );
  const field = (name: string, label: string, id: string | null) =>
    h(
      'div',
      { class: 'field', 'data-testid': `issue.issue-view-layout.issue-view-${name}-field.${name}` },
      h('h3', {}, label),
      h('div', { 'data-testid': `issue.views.field.user.${name}` }, id === null ? 'Unassigned' : trigger(personOf(id))),
    );
  return frame(
    'Jira',
    `${key} ${found.summary}`,
    [button('Refresh', fill), share],
    h(
      'div',
      { class: 'issue' },
      h(
        'div',
        {},
        h('h2', {}, 'Description'),
        h('p', {}, 'Please agree on this with ', mention(personOf(found.reporter)), ' before it is closed.'),
        h('section', { 'aria-label': 'Comments' }, h('h2', {}, 'Comments'), comments),
      ),
      h(
        'aside',
        { class: 'card', 'aria-label': 'Details' },
        field('assignee', 'Assignee', found.assignee),
        field('reporter', 'Reporter', found.reporter),
      ),
    ),
  );
}

function comment({ author, text, mention: mentioned }: (typeof data.comments)[number], index: number): HTMLElement {
  const person = personOf(author);
  return h(
    'article',
    { class: 'comment', 'data-testid': `comment-base-item-${index + 1}` },
    h(
      'div',
      { 'data-testid': `issue-comment-base.ui.comment.ak-comment.${index + 1}-header`, class: 'row' },
      trigger(person),
    ),
    h('p', {}, text, mentioned === null ? null : mention(personOf(mentioned))),
  );
}
