import { countOf, kindOfWhom, leastOf, type Whom, whomIn } from '../../core/identity/index.ts';
import { listNames } from './list.ts';
import { list, say } from './say.ts';

/** Somebody an act aims at, and the name where one is known. */
type Named = Whom & { readonly name?: string | null };

/** How many names a sentence carries before it counts the rest. */
export const MOST_NAMES = 3;

/** A member in words, as a person would point at it. */
export const whomWords: (whom: Named) => string = whomIn({
  picked: () => say('people.picked'),
  unreadable: (text) => say('people.unreadable', { text }),
  uncounted: () => say('people.uncounted'),
  more: (count) => say('people.more', { count }),
});

/**
 * Everybody in one short phrase: "Ann", "Ann, Ben and 5 others", "“eve@” (cannot be read) and people Gatehouse cannot read".
 * Members that stand for several people count as so many; who nobody counted is said, never left out.
 */
export function listPeople(people: readonly Named[]): string {
  const named = people.filter((whom) => kindOfWhom(whom) !== 'more').map(whomWords);
  const rest = people.filter((whom) => kindOfWhom(whom) === 'more');
  if (rest.length === 0) return listNames(named);
  const count = countOf(rest);
  if (named.length === 0) return whomWords({ accountId: null, email: null, more: count });
  const shown = named.length > MOST_NAMES || count !== null ? named.slice(0, MOST_NAMES - 1) : named;
  const others = named.length - shown.length + (count ?? 0);
  const tail = others === 0 ? [] : [say('people.others', { count: others })];
  const unread = count === null ? [whomWords({ accountId: null, email: null, more: null })] : [];
  return list([...shown, ...tail, ...unread]);
}

/** How many a sentence speaks of: where people are left uncounted they are several. */
export const manyOf = (people: readonly Whom[]): number => countOf(people) ?? Math.max(2, leastOf(people));
