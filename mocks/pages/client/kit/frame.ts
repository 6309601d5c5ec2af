import { data } from './data.ts';
import { h } from './dom.ts';
import { sidebar } from './sidebar.ts';
import { topBar } from './top-bar.ts';

export interface View {
  /** Of the document: "ACME board - Jira". */
  readonly title: string;
  readonly head: Node | null;
  readonly body: Node;
}

let main: HTMLElement | null = null;
let side: HTMLElement | null = null;

/** Puts a view into the bars of its product. The bars stay when the view changes, as they do in the products. */
export function show(view: View): void {
  const product = data.surface === 'confluence' ? 'Confluence' : data.surface === 'admin' ? 'Administration' : 'Jira';
  if (!main || !side) {
    main = h('main', {
      class: 'main',
      id: data.surface === 'confluence' ? 'AkMainContent' : 'ak-main-content',
      tabindex: -1,
    });
    side = h('nav', { class: 'side', id: 'side-navigation', 'aria-label': 'Sidebar' });
    document.getElementById('root')?.replaceChildren(h('div', { class: 'frame' }, topBar(product), side, main));
  }
  document.title = `${view.title} - ${product}`;
  side.replaceChildren(...sidebar(location.pathname));
  main.replaceChildren(...(view.head ? [view.head] : []), h('div', { class: 'body' }, view.body));
}
