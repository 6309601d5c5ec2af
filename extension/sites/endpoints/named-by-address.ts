import { isLikeAddress, parseAddress } from '../../../core/identity/index.ts';
import { isListOfThings } from './besides.ts';
import { isRecord, jsonIn } from './body.ts';
import type { Json } from './json.ts';
import { isNotAimed, isPeople, isProse } from './people-fields.ts';
import { peopleIn } from './people-in-body.ts';

/**
 * Whether a field for people, the name of a field, an entry of a list or what tells who somebody is is an address. What people write
 * to one another, look for, or keep in a field of any other name or in a list of things aims at nobody.
 */
export const namesByAddress = (input: Json): boolean =>
  outsideProse(input).some(
    ([name, value, isEntry, within]) =>
      (within !== 'things' && parseAddress(name) !== null) ||
      (typeof value === 'string' && (isEntry || TELLS_WHO.test(name)) && parseAddress(value) !== null) ||
      (isPeople(name, []) &&
        peopleIn({ [name]: goesTo(value) }).some(({ email, text }) => email !== null || isLikeAddress(text ?? ''))),
  );

/** What is looked for is nobody, and neither is a thing. */
type Aside = 'searched' | 'things' | null;
type Field = readonly [name: string, value: Json, isEntry: boolean, within: Aside];

const TELLS_WHO = /identifier|invit|^to$/i;
const SEARCHED = /search|term|filter|jql|cql|keyword/i;
/** What only says what is done with what it holds, or that there are several. */
const HOLDS =
  /^(?:add|set|put|remove|replace|update|create|new|old|values?|nodes?|edges?|items?|entries|list|data|names?|ids?|keys?|default)$/i;
/** No address is longer, and no name of a field. */
const LONGEST_NAME = 300;

/**
 * Every field and entry that is no text of prose, entries under the name of their list; those of what is looked for and of things are
 * no entries. Without recursion: pages choose the depth.
 */
function outsideProse(input: Json): Field[] {
  const found: Field[] = [];
  const open: Field[] = [['', input, false, null]];
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    const [name, value, , within] = field;
    const aside = asideOf(name, within);
    const isText = typeof value !== 'object';
    if ((isText && (isProse(name) || SEARCHED.test(name))) || isNotAimed(name, value)) continue;
    found.push(field);
    const inner = typeof value === 'string' ? jsonIn(value) : value;
    if (Array.isArray(inner))
      open.push(...(inner as readonly Json[]).map((one) => [name, one, aside === null, aside] as const));
    else if (isRecord(inner))
      open.push(...Object.entries(inner).map(([key, one]) => [key.slice(-LONGEST_NAME), one, false, aside] as const));
  }
  return found;
}

function asideOf(name: string, within: Aside): Aside {
  if (within === 'searched' || SEARCHED.test(name)) return 'searched';
  const isOfThem = within === 'things' && (HOLDS.test(name) || parseAddress(name) !== null);
  return isOfThem || isListOfThings(name) ? 'things' : null;
}

/** `to` is a field for people where it is a list. */
const goesTo = (value: Json): Json => (Array.isArray(value) ? (value as readonly Json[]) : [value]);
