import { data } from '../kit/data.ts';
import { h } from '../kit/dom.ts';

/** Title of a page of the administration, with what can be done beside it. */
export const adminHead = (title: string, text: string, actions: readonly Node[] = []): HTMLElement =>
  h(
    'div',
    { class: 'head' },
    h(
      'nav',
      { class: 'crumbs', 'aria-label': 'Breadcrumbs' },
      h('ol', {}, h('li', {}, 'Admin'), h('li', {}, data.orgName), h('li', {}, title)),
    ),
    h('div', { class: 'head-row' }, h('h1', { class: 'grow' }, title), ...actions),
    h('p', { class: 'subtle admin-text' }, text),
  );

/** A table in a frame. */
export const adminTable = (columns: readonly string[], body: HTMLElement): HTMLElement =>
  h(
    'div',
    { class: 'table-scroll' },
    h(
      'table',
      { class: 'table' },
      h('thead', {}, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, name)))),
      body,
    ),
  );
