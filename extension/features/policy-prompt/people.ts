import { element } from '../../dom/element.ts';
import type { PersonLine } from './model.ts';

/** How many people stand open; the rest folds. */
const OPEN = 5;

/** Everybody, one a line with what is known. A native fold: keys and screen readers know it. */
export function peopleFact(people: readonly PersonLine[]): HTMLElement[] {
  if (people.length === 0) return [];
  const rest = people.slice(OPEN);
  return [
    element('dt', {}, people.length === 1 ? 'Person' : 'People'),
    element(
      'dd',
      {},
      list(people.slice(0, OPEN)),
      rest.length === 0 ? null : element('details', {}, element('summary', {}, `${rest.length} more`), list(rest)),
    ),
  ];
}

const list = (people: readonly PersonLine[]): HTMLElement =>
  element(
    'ul',
    { class: 'people' },
    ...people.map(({ who, known, unread }) =>
      element('li', {}, who, ' ', element('span', { class: unread ? 'known unread' : 'known' }, known)),
    ),
  );
