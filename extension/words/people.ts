import { countOf, kindOfWhom, type Whom, whomInWords } from '../../core/identity/index.ts';
import { listNames } from './list.ts';

/** Somebody an act aims at, and the name where one is known. */
type Named = Whom & { readonly name?: string | null };

/** How many names a sentence carries before it counts the rest. */
export const MOST_NAMES = 3;

/**
 * Everybody in one short phrase: "Ann", "Ann, Ben and 5 others", "“eve@” (cannot be read) and people Gatehouse cannot read".
 * Members that stand for several people count as so many; who nobody counted is said, never left out.
 */
export function listPeople(people: readonly Named[]): string {
  const named = people.filter((whom) => kindOfWhom(whom) !== 'more').map(whomInWords);
  const rest = people.filter((whom) => kindOfWhom(whom) === 'more');
  if (rest.length === 0) return listNames(named);
  const count = countOf(rest);
  if (named.length === 0) return whomInWords({ accountId: null, email: null, more: count });
  const shown = named.length > MOST_NAMES || count !== null ? named.slice(0, MOST_NAMES - 1) : named;
  const others = named.length - shown.length + (count ?? 0);
  const tail = others === 0 ? [] : [others === 1 ? '1 other' : `${others} others`];
  const unread = count === null ? [whomInWords({ accountId: null, email: null, more: null })] : [];
  const parts = [...shown, ...tail, ...unread];
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Whether a verb after them is singular: exactly one, and nobody left uncounted. */
export const isOne = (people: readonly Whom[]): boolean => countOf(people) === 1;
