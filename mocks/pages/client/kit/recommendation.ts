import { siteOf } from './data.ts';
import { button, h } from './dom.ts';
import { startApp } from './start-app.ts';

/** The sidebar's suggestion to try another app, as Jira shows it to people who may know nothing of licences. */
export const recommendation = (): HTMLElement =>
  h(
    'section',
    { class: 'recommend', 'aria-label': 'Recommended' },
    h(
      'div',
      { class: 'row' },
      h('strong', { id: 'nav-4-projects-recommendation-message-title', class: 'grow' }, 'Product Discovery'),
      h('span', { id: 'try-this-recommendation-lozenge', class: 'lozenge purple' }, 'Try'),
    ),
    h('p', { class: 'subtle' }, 'Collect ideas and decide what to build next.'),
    button('Try it', () => void startApp('jira-product-discovery', siteOf().cloudId), {
      'aria-describedby': 'try-this-recommendation-lozenge',
    }),
  );
