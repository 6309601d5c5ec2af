import { data, personOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import { live } from '../kit/live.ts';
import { mention } from '../people/mention.ts';
import { peopleLink, wikiAvatar } from '../people/wiki-person.ts';

/**
 * Comments below a page. No trustworthy capture of this markup is known: what is here is the expected (links and pictures
 * with ids), unverified.
 */
export const wikiComments = (): HTMLElement =>
  h(
    'section',
    {
      id: 'comments-section',
      'data-test-id': 'comments-section-fabric-new',
      class: 'stack',
      'aria-labelledby': 'comments',
    },
    h('h2', { id: 'comments' }, 'Comments'),
    live(h('div', { class: 'comments' }), () =>
      data.wiki.remarks.map(({ author, text, mention: id, when }) =>
        h(
          'article',
          { class: 'comment' },
          h(
            'div',
            { class: 'row' },
            wikiAvatar(personOf(author)),
            peopleLink(personOf(author)),
            h('span', { class: 'subtle' }, when),
          ),
          h('p', { class: 'comment-text' }, text, id !== null && ' ', id !== null && mention(personOf(id))),
        ),
      ),
    ),
  );
