import type { Person } from '../../page-data.ts';
import { homeUrl } from '../kit/data.ts';
import { h } from '../kit/dom.ts';
import { avatar } from './avatar.ts';
import { offerCard } from './profile-card.ts';

/** Jira's people trigger: it names the person, opens the profile card, and carries no id of its own. */
export function trigger(person: Person, { name = true, nameTestId = '' } = {}): HTMLElement {
  const opener = h(
    'span',
    { role: 'button', tabindex: 0, 'aria-label': `More information about ${person.name}`, class: 'trigger' },
    h(
      'span',
      { 'data-testid': 'profilecard-next.ui.profilecard.profilecard-trigger', class: 'trigger' },
      avatar(person),
      name && h('span', { class: 'name', 'data-testid': nameTestId || null }, person.name),
    ),
  );
  offerCard(opener, person, person.type === 'customer' ? null : homeUrl(person));
  return h('div', { 'data-vc': 'profilecard-wrapper', class: 'profilecard' }, opener);
}
