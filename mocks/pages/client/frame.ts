import { data } from './data.ts';
import { h } from './dom.ts';
import { avatar } from './people.ts';
import { navigate } from './router.ts';

/** A link that changes the page without loading a document. */
export function link(href: string, text: string, attributes: Record<string, string> = {}): HTMLElement {
  const anchor = h('a', { href, 'data-is-router-link': 'true', ...attributes }, text);
  anchor.addEventListener('click', (event) => {
    event.preventDefault();
    navigate(href);
  });
  return anchor;
}

const places: readonly (readonly [string, string])[] = [
  ['/jira/software/projects/ACME/boards/1', 'Board'],
  ['/browse/ACME-1', 'Launch page'],
];

/** The bars around a product page. */
export function frame(
  product: 'Jira' | 'Confluence',
  heading: string,
  actions: readonly HTMLElement[],
  ...content: HTMLElement[]
): HTMLElement {
  const own = h(
    'button',
    {
      type: 'button',
      'data-testid': 'atlassian-navigation--secondary-actions--profile--trigger',
      'aria-label': data.viewer.name,
      class: 'plain',
    },
    avatar(data.viewer),
  );
  const side =
    product === 'Jira'
      ? places.map(([href, text]) => h('li', {}, link(href, text)))
      : [h('li', {}, link('/wiki/spaces/DOCS/pages/1001/Getting-started', 'Getting started'))];
  return h(
    'div',
    { class: 'frame' },
    h('header', { class: 'top' }, h('span', { class: 'brand' }, product), h('span', { class: 'grow' }), own),
    h('nav', { class: 'side', 'aria-label': 'Sidebar' }, h('ul', {}, ...side)),
    h(
      'main',
      { id: 'main-content' },
      h(
        'div',
        { class: 'heading', 'data-testid': 'horizontal-nav-header.ui.board-header.header' },
        h('h1', {}, heading),
        h('div', { class: 'actions' }, ...actions),
      ),
      ...content,
    ),
  );
}
