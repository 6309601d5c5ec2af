import type { Remark } from '../../page-data.ts';
import { data, personOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import { live } from '../kit/live.ts';
import { mention } from '../people/mention.ts';
import { trigger } from '../people/trigger.ts';

/** Comments of an issue, made anew on every redraw. */
export const comments = (): HTMLElement =>
  h(
    'section',
    { class: 'stack', 'aria-label': 'Activity' },
    h('h2', {}, 'Comments'),
    live(h('div', { class: 'comments' }), () => data.remarks.map(comment)),
  );

function comment({ author, text, mention: mentioned, when }: Remark, index: number): HTMLElement {
  const id = 10_001 + index;
  return h(
    'div',
    { 'data-componentid': `issue-comment-base.ui.comment.comment-in-view-wrapper.${id}` },
    h(
      'article',
      { class: 'comment', 'data-testid': `comment-base-item-${id}` },
      h(
        'div',
        { class: 'row', 'data-testid': `issue-comment-base.ui.comment.ak-comment.${id}-header` },
        trigger(personOf(author)),
        h('span', { class: 'subtle' }, when),
      ),
      h(
        'p',
        { class: 'comment-text', 'data-testid': `issue-comment-base.ui.comment.ak-comment.${id}-content` },
        text,
        mentioned !== null && ' ',
        mentioned !== null && mention(personOf(mentioned)),
      ),
    ),
  );
}
