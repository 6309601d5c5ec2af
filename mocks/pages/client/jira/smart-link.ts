import { siteOf } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import { icon } from '../kit/icons.ts';

/**
 * A link to something the viewer cannot open, with a button that leads to where access is asked for. The button grants nothing:
 * it opens the page of id.atlassian.com in a new window.
 */
export function forbiddenLink(title: string, resource: string): HTMLElement {
  const target = `https://id.atlassian.com/join/user-access?resource=${encodeURIComponent(resource)}&continue=${encodeURIComponent(`https://${siteOf().host}/wiki`)}`;
  const ask = h(
    'button',
    { type: 'button', class: 'smart-button', 'data-testid': 'button-connect-other-account' },
    'Request access',
  );
  ask.addEventListener('click', () => window.open(target, '_blank', 'noopener'));
  return h(
    'span',
    { class: 'smart-link', 'data-testid': 'inline-card-forbidden-view' },
    icon('lock', 14),
    h('a', { href: 'https://acme-labs.atlassian.net/wiki/spaces/LAB/pages/3001/Roadmap' }, title),
    ask,
  );
}
