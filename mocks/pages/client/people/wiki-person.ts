import type { Person } from '../../page-data.ts';
import { h } from '../kit/dom.ts';

/** Confluence's own address of a picture, with the account id in it. */
export const wikiAvatar = (person: Person, size: 'medium' | 'large' = 'medium'): HTMLElement =>
  h('img', { class: `wiki-avatar ${size}`, alt: '', src: `/wiki/aa-avatar/${person.id}?s=48` });

/** The name with what Confluence says about the account behind it. */
export const wikiName = (person: Person): string =>
  person.active ? (person.confluence ? person.name : `${person.name} (Unlicensed)`) : `${person.name} (Deactivated)`;

/** Confluence's link to a profile. */
export const peopleLink = (person: Person): HTMLElement =>
  h('a', { href: `/wiki/people/${person.id}?ref=confluence&src=profilecard`, class: 'name' }, wikiName(person));
