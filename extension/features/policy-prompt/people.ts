import { element } from '../../dom/element.ts';
import { peopleList, plainly } from '../../dom/people-list.ts';
import type { PersonLine } from '../../words/person-lines.ts';

/** Everybody an act aims at; nothing where people act for themselves. */
export function peopleFact(name: string, people: readonly PersonLine[]): HTMLElement[] {
  if (people.length === 0) return [];
  return [element('dt', {}, name), element('dd', {}, ...peopleList(people, plainly))];
}
