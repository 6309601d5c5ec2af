import type { PersonLine } from '../words/person-lines.ts';
import { say } from '../words/say.ts';
import { element } from './element.ts';

/** How many people stand open; the rest folds. */
const OPEN = 5;

/** Puts a text into an element: as a node, or as `says` does in somebody else's page. */
export type Write = (tag: 'span' | 'summary', text: string, attributes?: Readonly<Record<string, string>>) => Element;

export const plainly: Write = (tag, text, attributes = {}) => element(tag, attributes, text);

/** Everybody, one a line with what is known. A native fold: keys and screen readers know it. */
export function peopleList(people: readonly PersonLine[], write: Write): HTMLElement[] {
  const rest = people.slice(OPEN);
  const open = list(people.slice(0, OPEN), write);
  return rest.length === 0
    ? [open]
    : [open, element('details', {}, write('summary', say('list.more', { count: rest.length })), list(rest, write))];
}

const list = (people: readonly PersonLine[], write: Write): HTMLElement =>
  element(
    'ul',
    { class: 'people' },
    ...people.map(({ who, known, unread }) =>
      element('li', {}, write('span', who), ' ', write('span', known, { class: unread ? 'known unread' : 'known' })),
    ),
  );

export const peopleCss = `
.people li { line-height: 18px; }
.people { margin: 0; padding: 0; list-style: none; display: grid; gap: 4px; }
.people .known { display: inline-block; color: var(--subtle); font-size: 12px; margin-inline-end: 4px; }
.people .unread { color: var(--danger); font-weight: 500; }
details { margin-top: 4px; } details .people { margin-top: 4px; }
summary { width: fit-content; border-radius: 4px; color: var(--brand); font-size: 12px; line-height: 24px; cursor: pointer; }
`;
