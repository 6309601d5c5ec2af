import { isNamed, others, parseAccountId, somebody, type Whom } from '../../../core/identity/index.ts';
import { isRecord, isSaid, jsonIn, recordsIn } from './body.ts';
import type { Json } from './json.ts';
import { isGroups, isNotAimed, isPeople, isProse, isWho, mayHoldIds } from './people-fields.ts';
import { addressesAlone, isId, isOtherResource, namedIn, somebodyBeside, whoIs } from './people-in-field.ts';

/** Groups and teams are no people. */
const noPerson: ReadonlySet<string> = new Set(['group', 'team']);
const DEEPEST = 12;

/** Where in a body a value stands. */
interface Place {
  /** Whether people stand here, so that whatever stands here is one. */
  readonly among: boolean;
  /** Whether this is part of what people write to one another: a mention in it is nobody the act aims at. */
  readonly prose: boolean;
  readonly depth: number;
}

type Fields = { readonly [key: string]: Json };

/**
 * Everybody a body names, wherever in it. An entry that stands where people stand and cannot be read stays in the list as
 * somebody who cannot be read; deeper than `DEEPEST` are others nobody looked at.
 */
export const peopleIn = (body: Json): Whom[] => below(body, '', { among: false, prose: false, depth: 0 });

const isGroupEntry = ({ type }: Fields): boolean => typeof type === 'string' && noPerson.has(type.toLowerCase());

/**
 * Whether a body names groups or teams, as entries among people or, where these get something themselves, in fields of their own:
 * whoever is in them is nobody that the body names.
 */
export const namesGroups = (body: Json, inFields: boolean): boolean =>
  recordsIn(body).some(
    (record) =>
      (isGroupEntry(record) && peopleIn([record]).length === 0) ||
      (inFields && Object.entries(record).some(([name, value]) => isGroups(name) && isSaid(value))),
  );

function below(value: Json, name: string, above: Place): Whom[] {
  if (isNotAimed(name, value)) return [];
  if (typeof value === 'object' && value !== null && above.depth > DEEPEST) return [others(null)];
  const place = { ...above, prose: above.prose || isProse(name), depth: above.depth + 1 };
  if (typeof value === 'string') return inText(value, name, place);
  if (Array.isArray(value)) return inList(value as readonly Json[], name, place);
  if (isRecord(value)) return place.among ? personIn(value, place) : inRecord(value, place);
  return place.among && typeof value === 'number' ? [unreadable(value)] : [];
}

function inText(text: string, name: string, place: Place): Whom[] {
  const inside = jsonIn(text);
  if (inside !== null) return below(inside, name, place);
  if (place.among) return whoIs(text);
  if (place.prose) return addressesAlone(text);
  return mayHoldIds(name) && isId(text) ? whoIs(text) : namedIn(text);
}

function inList(items: readonly Json[], name: string, place: Place): Whom[] {
  if (place.among) return items.flatMap((item) => (isThing(item) ? below(item, '', place) : unreadable(item)));
  const found = items.map((item) => below(item, name, place));
  if (place.prose) return found.flat();
  // Where one entry is a person by itself, each is; where a field of one names somebody, that field of each does.
  const isOfPeople = items.some((item, index) => typeof item === 'string' && found[index]?.some(isNamed));
  const fields = isOfPeople ? new Set<string>() : fieldsOfPeople(items);
  return items.flatMap((item, index) => {
    const people = found[index] ?? [];
    if (isOfPeople && people.length === 0) return unread(item);
    if (!isRecord(item) || fields.size === 0) return people;
    return [...people, ...Object.entries(item).flatMap(([field, value]) => (fields.has(field) ? unread(value) : []))];
  });
}

/** Fields of no known name in which an entry of a list names somebody. */
const fieldsOfPeople = (items: readonly Json[]): ReadonlySet<string> =>
  new Set(
    items.filter(isRecord).flatMap((item) =>
      Object.entries(item).flatMap(([name, value]) => {
        const isKnown = isPeople(name, value) || isProse(name) || isNotAimed(name, value);
        return !isKnown && typeof value === 'string' && namedIn(value).some(isNamed) ? [name] : [];
      }),
    ),
  );

/** Somebody who stands where others were read, and whom nobody read. */
function unread(value: Json): Whom[] {
  if (value === '') return [];
  if (typeof value !== 'string') return [unreadable(value)];
  return namedIn(value).length === 0 && !isOtherResource(value) ? whoIs(value) : [];
}

const inRecord = (record: Fields, place: Place): Whom[] => [
  ...(place.prose ? [] : keysOfPeople(record, false)),
  ...Object.entries(record).flatMap(([name, item]) => below(item, name, { ...place, among: isPeople(name, item) })),
];

/** Records may have people for names: `{ "eve@outside.example": { role: "admin" } }`. Beside such a name, what is no word is one too. */
function keysOfPeople(record: Fields, among: boolean): Whom[] {
  const names = Object.keys(record);
  const isPerson = (name: string): boolean => namedIn(name).length > 0 || (among && parseAccountId(name) !== null);
  if (!names.some(isPerson)) return [];
  return names.filter((name) => isPerson(name) || !(/^[a-z_]\w*$/i.test(name) || isOtherResource(name))).flatMap(whoIs);
}

/** One entry of a list of people: by every address and account it names, else by whatever else tells who it is. */
function personIn(person: Fields, place: Place): Whom[] {
  const isGroup = isGroupEntry(person);
  const fields = Object.entries(person);
  const entries = [
    ...fields.filter(([name, value]) => isPeople(name, value)),
    ...fields.filter(([name, value]) => !isPeople(name, value)),
  ];
  const named = [
    ...keysOfPeople(person, true),
    ...entries.flatMap(([name, value]) => inField(name, value, isGroup, place)),
  ];
  if (named.length > 0 || isGroup) return named;
  const said = entries.flatMap(([name, value]) => (isWho(name) && isText(value) ? [String(value)] : []));
  return [somebody(said[0] ?? '') ?? unreadable(person)];
}

function inField(name: string, value: Json, isGroup: boolean, place: Place): Whom[] {
  if (!isText(value))
    return below(value, name, { ...place, among: isThing(value) && (isPeople(name, value) || isWho(name)) });
  if (isNotAimed(name, value)) return [];
  if (isWho(name)) return isGroup ? namedIn(String(value)) : somebodyBeside(name, String(value));
  return isPeople(name, value) ? whoIs(String(value)) : below(value, name, { ...place, among: false });
}

/** Whether something is said in one word, by its text or by a number. */
const isText = (value: Json): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');

const isThing = (item: Json): boolean => typeof item === 'string' || (typeof item === 'object' && item !== null);

const unreadable = (value: Json): Whom => somebody(JSON.stringify(value)) ?? others(1);
