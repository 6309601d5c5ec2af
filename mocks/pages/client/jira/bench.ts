import type { Person } from '../../page-data.ts';
import { data } from '../kit/data.ts';
import { button, h } from '../kit/dom.ts';
import type { View } from '../kit/frame.ts';
import { live, redraw } from '../kit/live.ts';
import { avatar } from '../people/avatar.ts';
import { jiraMention, mention } from '../people/mention.ts';
import { trigger } from '../people/trigger.ts';
import { peopleLink, wikiAvatar } from '../people/wiki-person.ts';

/** Every way in which the products show a person, one after the other. */
const carriers: readonly ((person: Person) => Node)[] = [
  (person) => trigger(person),
  (person) => mention(person),
  (person) => h('span', { class: 'person-line' }, avatar(person), h('span', {}, person.name)),
  (person) => jiraMention(person),
  (person) => h('span', { class: 'person-line' }, wikiAvatar(person), peopleLink(person)),
];

/**
 * A page that shows `count` people by every carrier in turn, for measuring what is done to them. The organization has fewer
 * accounts than that, so people come again, each time by another carrier.
 */
export function bench(count: number): View {
  const people = Object.values(data.people);
  const cells = live(h('ul', { class: 'bench' }), () =>
    Array.from({ length: people.length === 0 ? 0 : count }, (_, index) => {
      const person = people[index % people.length] ?? data.viewer;
      const turn = index + Math.floor(index / people.length);
      return h('li', {}, (carriers[turn % carriers.length] ?? mention)(person));
    }),
  );
  return {
    title: `${count} people`,
    head: null,
    body: h(
      'div',
      { class: 'stack' },
      h('div', { class: 'row' }, h('h1', { class: 'grow' }, `${count} people`), button('Refresh', redraw)),
      cells,
    ),
  };
}
