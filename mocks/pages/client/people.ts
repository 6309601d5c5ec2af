import type { Person } from './data.ts';
import { h, hashed } from './dom.ts';

/** The round picture. What its address carries depends on the person: an id, a hash of the e-mail, or nothing. */
export const avatar = (person: Person, testId: string | null = null): HTMLElement => {
  const label = `label-${Math.random().toString(36).slice(2)}`;
  return h(
    'div',
    { role: 'img', 'aria-labelledby': label, class: 'avatar', 'data-testid': testId },
    h(
      'span',
      { class: hashed('avatar-inner') },
      h('img', { src: person.avatar, alt: '', 'aria-hidden': 'true', 'data-vc': 'avatar-image' }),
    ),
    h('span', { id: label, hidden: true }, person.name),
  );
};

/** Jira's people trigger: it names the person and carries no id of its own. */
export const trigger = (person: Person): HTMLElement =>
  h(
    'div',
    { 'data-vc': 'profilecard-wrapper', class: hashed('profilecard') },
    h(
      'span',
      { role: 'button', tabindex: '0', 'aria-label': `More information about ${person.name}`, class: 'trigger' },
      h(
        'span',
        { 'data-testid': 'profilecard-next.ui.profilecard.profilecard-trigger', class: 'trigger' },
        avatar(person),
        h('span', { class: hashed('name') }, person.name),
      ),
    ),
  );

/** A mention as the editor's renderer writes it: the id stands on the outer span. */
export const mention = (person: Person): HTMLElement =>
  h(
    'span',
    {
      'data-mention-id': person.id,
      'data-local-id': `local-${person.id.slice(-6)}`,
      'data-access-level': 'CONTAINER',
      class: 'mention',
    },
    h('span', { 'data-testid': `mention-${person.id}`, 'data-mention-type': '2' }, `@${person.name}`),
  );

/** Confluence's link to a profile. */
export const peopleLink = (person: Person): HTMLElement =>
  h(
    'a',
    {
      href: `/wiki/people/${person.id}?ref=confluence`,
      class: 'confluence-userlink user-mention',
      'data-account-id': person.id,
    },
    person.name,
  );

/** Confluence's own avatar address. */
export const wikiAvatar = (person: Person): HTMLElement =>
  h('img', { class: 'avatar-img', alt: '', src: `/wiki/aa-avatar/${person.id}?s=48` });
