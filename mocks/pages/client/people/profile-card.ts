import type { Person } from '../../page-data.ts';
import { freshId, h } from '../kit/dom.ts';
import { ask } from '../kit/send.ts';
import { avatar } from './avatar.ts';

const query =
  'query user($userId: ID!) { user(accountId: $userId) { id name picture accountStatus __typename ... on AtlassianAccountUser { email nickname } ... on CustomerUser { email zoneinfo } ... on AppUser { appType } } }';

let close: () => void = () => undefined;

/** Opens the profile card of a person when `opener` is pressed. Who it is about is asked in the session, as the product does. */
export function offerCard(opener: HTMLElement, person: Person, profile: string | null): void {
  const open = () => {
    close();
    const card = draw(person, profile);
    const box = opener.getBoundingClientRect();
    card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 340))}px`;
    card.style.top = `${box.bottom + 6}px`;
    document.body.append(card);
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !card.contains(event.target as Node)) close();
    };
    close = () => {
      card.remove();
      document.removeEventListener('keydown', away);
      document.removeEventListener('pointerdown', away);
      close = () => undefined;
    };
    document.addEventListener('keydown', away);
    document.addEventListener('pointerdown', away);
  };
  opener.addEventListener('click', open);
  opener.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  });
}

function draw(person: Person, profile: string | null): HTMLElement {
  const facts = h('dl', { class: 'profile-facts' });
  const label = 'profilecard-name-label';
  void loadEmail(person.id).then((email) => {
    if (email === null) return;
    const id = freshId('fact');
    facts.append(h('dt', {}, h('span', { role: 'img', 'aria-label': 'email', id }, '@')), h('dd', {}, email));
  });
  return h(
    'div',
    { role: 'dialog', class: 'profile-card', 'data-testid': 'profilecard', 'aria-labelledby': label },
    h('div', { class: 'profile-top' }, avatar(person, { size: 'large' })),
    h('h2', { id: label, 'data-testid': 'profilecard-name' }, person.name),
    person.type === 'app' && h('span', { class: 'lozenge' }, 'APP'),
    !person.active && h('p', { 'data-testid': 'profilecard-disabled-account' }, 'This account has been deactivated.'),
    person.jobTitle !== null && h('p', { class: 'subtle' }, person.jobTitle),
    facts,
    profile !== null &&
      h(
        'div',
        { 'data-testid': 'profilecard-actions', class: 'row' },
        h('a', { id: 'action-button-view-profile', class: 'button', href: profile }, 'View profile'),
      ),
  );
}

async function loadEmail(userId: string): Promise<string | null> {
  const answer = await ask('/gateway/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operationName: 'user', query, variables: { userId } }),
  });
  const { data } = (answer.body ?? {}) as { data?: { user?: { email?: string | null } | null } };
  return data?.user?.email ?? null;
}
