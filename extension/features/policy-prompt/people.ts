import { element } from '../../dom/element.ts';
import { peopleList, plainly } from '../../dom/people-list.ts';
import type { PersonLine } from '../../words/person-lines.ts';

/** Everybody an act aims at; nothing where people act for themselves. */
export function peopleFact(people: readonly PersonLine[]): HTMLElement[] {
  if (people.length === 0) return [];
  return [
    element('dt', {}, people.length === 1 ? 'Person' : 'People'),
    element('dd', {}, ...peopleList(people, plainly)),
  ];
}
