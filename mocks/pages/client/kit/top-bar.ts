import { avatar } from '../people/avatar.ts';
import { toggleSwitcher } from './app-switcher.ts';
import { data } from './data.ts';
import { h } from './dom.ts';
import { type IconName, icon } from './icons.ts';

const prefix = 'atlassian-navigation--secondary-actions';

/** The bar above every product page. */
export function topBar(product: 'Jira' | 'Confluence' | 'Administration'): HTMLElement {
  const switcher = h(
    'button',
    { type: 'button', class: 'button icon-button', 'aria-haspopup': 'true', 'aria-expanded': 'false' },
    icon('app-grid'),
    h('span', { class: 'hidden' }, 'Switch sites or apps'),
  );
  switcher.addEventListener('click', () => toggleSwitcher(switcher));
  const home = product === 'Confluence' ? '/wiki' : product === 'Jira' ? '/jira' : `/o/${data.orgId}/users`;
  return h(
    'header',
    { class: 'top', id: 'AkBanner' },
    h(
      'div',
      { class: 'row', 'data-testid': 'atlassian-navigation--product-home--container' },
      switcher,
      h(
        'a',
        { class: 'brand', href: home },
        h(
          'span',
          { class: 'brand-mark' },
          icon(product === 'Confluence' ? 'page' : product === 'Jira' ? 'board' : 'settings'),
        ),
        product,
      ),
    ),
    h(
      'div',
      { class: 'row' },
      h(
        'div',
        { class: 'search', role: 'search' },
        icon('search'),
        h('input', { class: 'input', type: 'search', placeholder: 'Search', 'aria-label': 'Search' }),
      ),
      product !== 'Administration' &&
        h(
          'button',
          { type: 'button', class: 'button primary', 'data-testid': 'atlassian-navigation--create-button' },
          icon('add'),
          'Create',
        ),
    ),
    h(
      'div',
      { class: 'top-end' },
      action('bell', 'Notifications', `${prefix}--notifications--menu-trigger`),
      action('help', 'Help', `${prefix}--help--menu-trigger`),
      action('settings', 'Settings', `${prefix}--settings--menu-trigger`),
      h(
        'button',
        {
          type: 'button',
          class: 'avatar-button',
          'data-testid': `${prefix}--profile--trigger`,
          'aria-label': `Your profile, ${data.viewer.name}`,
        },
        avatar(data.viewer),
      ),
    ),
  );
}

const action = (name: IconName, label: string, testId: string) =>
  h('button', { type: 'button', class: 'button icon-button', 'aria-label': label, 'data-testid': testId }, icon(name));
