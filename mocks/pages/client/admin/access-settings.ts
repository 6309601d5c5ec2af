import { freshId, h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { adminHead } from './layout.ts';

const tabs = [
  [
    'Approved domains',
    'People with an address of these domains can join or ask without an invitation.',
    'acme.example: Jira, admin approval required',
  ],
  ['User invites', 'Who may invite whom.', 'Invite anyone'],
  ['Invitation links', 'Whoever follows a link joins.', 'No active links'],
] as const;

/** How people get apps without an administrator: three tabs of settings. Their markup is not known: unverified. */
export function accessSettings(): View {
  const panel = h('div', { class: 'stack', role: 'tabpanel', id: freshId('panel'), tabindex: 0 });
  const buttons = tabs.map(([name, text, value]) => {
    const tab = h(
      'button',
      { type: 'button', role: 'tab', class: 'tab', id: freshId('tab'), 'aria-controls': panel.id },
      name,
    );
    const select = () => {
      for (const other of buttons) other.setAttribute('aria-selected', String(other === tab));
      panel.setAttribute('aria-labelledby', tab.id);
      panel.replaceChildren(h('p', { class: 'subtle' }, text), h('div', { class: 'setting' }, value));
    };
    tab.addEventListener('click', select);
    return tab;
  });
  buttons[0]?.click();
  return {
    title: 'App access settings',
    head: adminHead('App access settings', 'Decide how people get access to your apps.'),
    body: h(
      'div',
      { class: 'stack' },
      h('div', { role: 'tablist', class: 'tab-list', 'aria-label': 'App access settings' }, ...buttons),
      panel,
    ),
  };
}
