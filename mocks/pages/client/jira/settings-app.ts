import { data } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';

/** Jira's settings with an app in them: a page of its own in a frame that may run scripts and nothing else of ours. */
export function settingsApp(): View {
  return {
    title: 'Gatehouse - Apps',
    head: h(
      'div',
      { class: 'head' },
      h(
        'nav',
        { class: 'crumbs', 'aria-label': 'Breadcrumbs' },
        h('ol', {}, h('li', {}, 'Settings'), h('li', {}, 'Apps')),
      ),
      h('div', { class: 'head-row' }, h('h1', {}, 'Gatehouse')),
    ),
    body: h('iframe', {
      class: 'app-frame',
      title: 'Gatehouse',
      src: data.forgeUrl,
      // As the Forge platform frames Custom UI: scripts, own origin, forms, pop-ups.
      sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals',
      'data-testid': 'hosted-resources-iframe',
    }),
  };
}
