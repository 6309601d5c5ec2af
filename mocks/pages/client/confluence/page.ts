import { openShare } from '../dialogs/share.ts';
import { data, personOf, siteOf } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { redraw } from '../kit/live.ts';
import { mention, wikiMention } from '../people/mention.ts';
import { peopleLink, wikiAvatar, wikiName } from '../people/wiki-person.ts';
import { wikiComments } from './comments.ts';

/** A page with byline, mentions of both kinds, contributors and comments. */
export function wikiPage(): View {
  const { title, author, contributors, paragraphs } = data.wiki;
  return {
    title: `${title} - Launch space`,
    head: wikiHeader(title),
    body: h(
      'article',
      { class: 'wiki', id: 'main-content' },
      h(
        'div',
        { 'data-testid': 'title-wrapper' },
        h('h1', { id: 'heading-title-text', 'data-testid': 'title-text' }, title),
      ),
      byline(author),
      h(
        'div',
        { class: 'wiki-content ak-renderer-document prose', 'data-testid': 'pageContentRendererTestId' },
        ...paragraphs.map(({ text, mention: id, after }, index) =>
          h(
            'p',
            {},
            `${text} `,
            (index % 2 ? wikiMention : mention)(personOf(id)),
            after.startsWith(',') || after === '.' ? after : ` ${after}`,
          ),
        ),
      ),
      h(
        'section',
        { class: 'stack', 'aria-labelledby': 'contributors' },
        h('h2', { id: 'contributors' }, 'Contributors'),
        h(
          'ul',
          { class: 'contributors' },
          ...contributors.map((id) => h('li', {}, wikiAvatar(personOf(id)), peopleLink(personOf(id)))),
        ),
      ),
      wikiComments(),
    ),
  };
}

function byline(authorId: string): HTMLElement {
  const author = personOf(authorId);
  return h(
    'div',
    { class: 'row byline' },
    h('a', { href: `/wiki/people/${author.id}?ref=confluence`, 'aria-label': wikiName(author) }, wikiAvatar(author)),
    h('span', {}, 'By ', peopleLink(author)),
    h('span', { 'aria-hidden': 'true' }, '·'),
    h('span', {}, '3 min'),
  );
}

const wikiHeader = (title: string): HTMLElement =>
  h(
    'div',
    { class: 'head wiki-head' },
    h(
      'nav',
      { class: 'crumbs', 'aria-label': 'Breadcrumbs' },
      h('ol', {}, h('li', {}, 'Launch space'), h('li', {}, title)),
    ),
    h('span', { class: 'grow' }),
    button('Refresh', redraw, { class: 'button quiet' }),
    h(
      'div',
      { 'data-vc': 'share-restrict-and-copy-button' },
      button(
        'Share',
        () =>
          openShare({
            ari: `ari:cloud:confluence:${siteOf().cloudId}:page/1001`,
            title,
            type: 'page',
            product: 'confluence',
          }),
        { 'aria-haspopup': 'true', class: 'button primary' },
      ),
    ),
  );
