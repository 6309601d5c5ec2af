import type { Issue } from '../../page-data.ts';
import { openShare } from '../dialogs/share.ts';
import { data, personOf, siteOf } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import { icon } from '../kit/icons.ts';
import { redraw } from '../kit/live.ts';
import { link } from '../kit/router.ts';
import { jiraMention, mention, mentionAll } from '../people/mention.ts';
import { kindMark } from './board-card.ts';
import { comments } from './comments.ts';
import { issueFields } from './issue-fields.ts';
import { forbiddenLink } from './smart-link.ts';

/** Everything of an issue: the same on its own page and in the modal over the board. */
export function issueContent(issue: Issue, titleId: string, more: readonly Node[] = []): HTMLElement {
  const share = button(h('span', { class: 'row' }, icon('share'), 'Share'), openShareDialog, {
    'data-testid': 'share-dialog.ui.share-button',
    'aria-haspopup': 'true',
  });
  function openShareDialog(): void {
    openShare({
      ari: `ari:cloud:jira:${siteOf().cloudId}:issue/${issue.key}`,
      title: `${issue.key} ${issue.summary}`,
      type: 'issue',
      product: 'jira',
    });
  }
  return h(
    'div',
    { class: 'issue' },
    h(
      'div',
      { class: 'row' },
      kindMark(issue.kind),
      link(`/browse/${issue.key}`, { class: 'key' }, issue.key),
      h('span', { class: 'grow' }),
      h(
        'div',
        { class: 'row', role: 'group', 'aria-label': 'Action items' },
        button('Refresh', redraw, { class: 'button quiet' }),
        share,
        ...more,
      ),
    ),
    h(
      'div',
      { class: 'issue-columns' },
      h(
        'div',
        { class: 'stack wide-gap' },
        h('h1', { id: titleId, 'data-testid': 'issue.views.issue-base.foundation.summary.heading' }, issue.summary),
        description(issue),
        comments(),
      ),
      h('div', { class: 'stack' }, h('div', {}, h('span', { class: 'status' }, issue.column)), issueFields(issue)),
    ),
  );
}

function description(issue: Issue): HTMLElement {
  const lab = data.sites.find(({ name }) => name === 'acme-labs');
  const other = issue.assignee ?? issue.reporter;
  return h(
    'section',
    { class: 'stack', 'aria-label': 'Description' },
    h('h2', {}, 'Description'),
    h(
      'div',
      { class: 'ak-renderer-document prose' },
      h('p', {}, 'Please agree on this with ', mention(personOf(issue.reporter)), ' before it is closed.'),
      h('p', {}, 'Imported from the old tracker, where ', jiraMention(personOf(other)), ' wrote it.'),
      h(
        'p',
        {},
        'The background is in ',
        lab ? forbiddenLink('Roadmap of the lab', `ari:cloud:confluence::site/${lab.cloudId}`) : 'the roadmap',
        '.',
      ),
      h('p', {}, 'Thanks ', mentionAll(), '!'),
    ),
  );
}
