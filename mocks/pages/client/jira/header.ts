import { h } from '../kit/dom.ts';
import { type IconName, icon } from '../kit/icons.ts';
import { link } from '../kit/router.ts';

export interface Tab {
  readonly href: string;
  readonly text: string;
  readonly icon: IconName;
}

/** Title of a space or board with its controls, and the tabs of its views. */
export const spaceHeader = (parts: {
  kind: 'board' | 'project';
  crumbs: readonly string[];
  letter: string;
  title: string;
  actions: readonly Node[];
  tabs: readonly Tab[];
}): HTMLElement =>
  h(
    'div',
    { class: 'head' },
    h(
      'nav',
      { class: 'crumbs', 'aria-label': 'Breadcrumbs' },
      h('ol', {}, ...parts.crumbs.map((text) => h('li', {}, text))),
    ),
    h(
      'div',
      { class: 'head-row', 'data-testid': `horizontal-nav-header.ui.${parts.kind}-header.header` },
      h('span', { class: 'space-mark', 'aria-hidden': 'true' }, parts.letter),
      h('h1', {}, parts.title),
      ...parts.actions,
    ),
    h(
      'nav',
      { class: 'tabs', 'aria-label': 'Views' },
      ...parts.tabs.map(({ href, text, icon: name }) =>
        link(href, { 'aria-current': location.pathname === href ? 'page' : null }, icon(name), text),
      ),
    ),
  );

/** The views of the software space. */
export const acmeTabs: readonly Tab[] = [
  { href: '/jira/software/projects/ACME/boards/1', text: 'Board', icon: 'board' },
  { href: '/jira/core/projects/ACME/list', text: 'List', icon: 'list' },
];
