import { data } from './data.ts';
import { type Child, h } from './dom.ts';
import { type IconName, icon } from './icons.ts';
import { ask } from './send.ts';
import { startApp } from './start-app.ts';

let close: (() => void) | null = null;

/** Opens the app switcher below its button, or closes it. */
export function toggleSwitcher(opener: HTMLElement): void {
  if (close) {
    close();
    return;
  }
  const panel = h('div', { class: 'switcher', role: 'dialog', 'aria-label': 'Switch sites or apps' });
  panel.append(
    section('switchTo', 'Switch to', [
      ...data.sites.flatMap(({ host, name }) => [
        item('board', 'Jira', `${name}.atlassian.net`, { href: `https://${host}/jira` }),
        item('page', 'Confluence', `${name}.atlassian.net`, { href: `https://${host}/wiki` }),
      ]),
      item('settings', 'Administration', '', { href: `https://admin.atlassian.com/o/${data.orgId}/users` }),
    ]),
  );
  const site = data.site;
  if (site) {
    const discover = item('app', 'Jira Product Discovery', 'Prioritize ideas', { lozenge: 'Try' });
    discover.addEventListener('click', () => void startApp('jira-product-discovery', site.cloudId));
    panel.append(section('discover', 'More Atlassian apps', [discover]));
    void joinable().then((items) => items.length > 0 && panel.append(section('join', 'Join your team', items)));
  }
  document.body.append(panel);
  opener.setAttribute('aria-expanded', 'true');
  const away = (event: Event) => {
    const inside = event.target instanceof Node && (panel.contains(event.target) || opener.contains(event.target));
    if (event instanceof KeyboardEvent ? event.key === 'Escape' : !inside) close?.();
  };
  for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, away);
  close = () => {
    close = null;
    panel.remove();
    opener.setAttribute('aria-expanded', 'false');
    for (const type of ['pointerdown', 'keydown']) document.removeEventListener(type, away);
  };
  panel.querySelector<HTMLElement>('a, button')?.focus();
}

interface Joinable {
  readonly resourceId: string;
  readonly displayName: string;
  readonly url: string;
}

/** Sites of the company that the viewer could join or ask for. */
async function joinable(): Promise<HTMLElement[]> {
  const { body } = await ask('/gateway/api/invitations/v1/product-recommendations');
  const { capability } = (body ?? {}) as { capability?: Record<'DIRECT_ACCESS' | 'REQUEST_ACCESS', Joinable[]> };
  return (capability?.DIRECT_ACCESS ?? []).map(({ resourceId, displayName, url }) =>
    item(resourceId.includes('confluence') ? 'page' : 'board', displayName, 'Your teammates are here', {
      href: `https://id.atlassian.com/join/user-access?resource=${encodeURIComponent(resourceId)}&continue=${encodeURIComponent(url)}`,
      lozenge: 'Join',
    }),
  );
}

const section = (id: string, title: string, items: readonly HTMLElement[]): HTMLElement =>
  h(
    'section',
    { 'data-testid': `${id}__section` },
    h('h3', {}, title),
    h('ul', {}, ...items.map((entry) => h('li', {}, entry))),
  );

function item(name: IconName, text: string, description: string, to: { href?: string; lozenge?: string }): HTMLElement {
  const children: Child[] = [
    h('span', { class: 'brand-mark' }, icon(name)),
    h('span', { class: 'grow' }, text, description !== '' && h('small', {}, description)),
    to.lozenge !== undefined &&
      h('span', { class: 'lozenge blue', 'data-testid': 'switcher-item-lozenge' }, to.lozenge),
  ];
  const shared = { class: 'switch-item', 'data-testid': 'switcher-base-item' };
  return to.href === undefined
    ? h('button', { type: 'button', ...shared }, ...children)
    : h('a', { href: to.href, target: '_blank', ...shared }, ...children);
}
