import { data, personOf } from './data.ts';
import { button, h } from './dom.ts';
import { flag, messageOf, send } from './flag.ts';
import { frame } from './frame.ts';
import { mention, peopleLink, wikiAvatar } from './people.ts';
import { openShare } from './share-dialog.ts';

/** A page with byline, mentions and comments. */
export function wikiPage(): HTMLElement {
  const page = data.wikiPage;
  const author = personOf(page.author);
  const share = h(
    'div',
    { 'data-vc': 'share-restrict-and-copy-button' },
    button('Share', () =>
      openShare({
        ari: `ari:cloud:confluence:${data.cloudId}:page/1001`,
        title: page.title,
        type: 'page',
        product: 'confluence',
      }),
    ),
  );
  return frame(
    'Confluence',
    page.title,
    [share],
    h(
      'div',
      { class: 'row byline' },
      wikiAvatar(author),
      h('span', {}, 'By ', peopleLink(author)),
      h('span', {}, '· 3 min read'),
    ),
    h(
      'div',
      { class: 'ak-renderer-document' },
      ...page.paragraphs.map(({ text, mention: id }) => h('p', {}, text, mention(personOf(id)), '.')),
    ),
    h(
      'section',
      { 'aria-label': 'Comments' },
      h('h2', {}, 'Comments'),
      ...page.comments.map(({ author: id, text }) =>
        h(
          'article',
          { class: 'comment' },
          h('div', { class: 'row' }, wikiAvatar(personOf(id)), peopleLink(personOf(id))),
          h('p', {}, text),
        ),
      ),
    ),
  );
}

/** A page the viewer cannot open. "Request access" asks Atlassian, which is what the product does by itself. */
export function restrictedPage(): HTMLElement {
  const note = h('textarea', { id: 'access-note', rows: '2' }) as HTMLTextAreaElement;
  const ask = button(
    'Request access',
    async () => {
      const answer = await send('/gateway/api/invitations/v1/access-requests/bulk/request', {
        resources: [
          { ari: `ari:cloud:confluence::site/${data.cloudId}`, role: 'product/member', continueUrl: location.href },
        ],
        accessMode: 'REQUEST_ACCESS',
        ...(note.value && { note: note.value }),
      });
      if (answer.ok) flag('Request sent', 'An admin will look at it.', 'success');
      else flag('We could not send your request', messageOf(answer.body), 'error');
    },
    { 'data-testid': 'button-request_access', class: 'primary' },
  );
  return frame(
    'Confluence',
    'You do not have access',
    [],
    h(
      'div',
      { class: 'card narrow' },
      h('p', {}, 'You need permission to see this page. You can ask for it.'),
      h('label', { for: 'access-note' }, 'Note (optional)'),
      note,
      h('div', { class: 'footer' }, ask),
    ),
  );
}
