import { h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { icon } from '../kit/icons.ts';

/** What people see who do not administer the organization. */
export const noAccess = (): View => ({
  title: 'No access',
  head: null,
  body: h(
    'div',
    { class: 'empty' },
    h('span', { class: 'empty-mark' }, icon('lock', 32)),
    h('h1', {}, 'You don’t administer this organization'),
    h('p', { class: 'subtle' }, 'Ask an organization admin if you need to change something here.'),
  ),
});
