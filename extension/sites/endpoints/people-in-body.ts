import {
  entriesInText,
  isLikeAddress,
  isNamed,
  isWordLike,
  others,
  parseAccountId,
  somebody,
  type Whom,
} from '../../../core/identity/index.ts';
import { isRecord, isSaid, jsonIn, recordsIn } from './body.ts';
import type { Json } from './json.ts';
import {
  isGroups,
  isMeasured,
  isMeasuring,
  isNameOfPerson,
  isNotAimed,
  isOfThem,
  isPeople,
  isProse,
  isTeams,
  isWho,
  mayHoldIds,
} from './people-fields.ts';
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
  /** Whether this is a record of what counts how pages are used: who uses them is nobody the act aims at. */
  readonly measuring: boolean;
  readonly depth: number;
}

type Fields = { readonly [key: string]: Json };

/**
 * Everybody a body names, wherever in it. An entry that stands where people stand and cannot be read stays in the list as
 * somebody who cannot be read; deeper than `DEEPEST` are others nobody looked at.
 */
export const peopleIn = (body: Json): Whom[] =>
  below(body, '', { among: false, prose: false, measuring: false, depth: 0 });

const isGroupEntry = ({ type }: Fields): boolean => typeof type === 'string' && noPerson.has(type.toLowerCase());

/**
 * Whether a body names groups or teams, as entries among people or, where these get something themselves, in fields of their own:
 * whoever is in them is nobody that the body names.
 */
export const namesGroups = (body: Json, inFields: boolean): boolean =>
  recordsIn(body).some(
    (record) =>
      (isGroupEntry(record) && peopleIn([record]).length === 0) ||
      (inFields && Object.entries(record).some(([name, value]) => (isGroups(name) || isTeams(name)) && isSaid(value))),
  );

/** Where a field of a record stands. */
const placeOf = (name: string, place: Place, among: boolean): Place => ({
  ...place,
  among,
  measuring: isMeasuring(name, place.measuring),
});

function below(value: Json, name: string, above: Place): Whom[] {
  if (isNotAimed(name, value)) return [];
  if (typeof value === 'object' && value !== null && above.depth > DEEPEST) return [others(null)];
  const place = { ...above, prose: above.prose || isProse(name), depth: above.depth + 1 };
  if (typeof value === 'string') return inText(value, name, place);
  if (Array.isArray(value)) return inList(value as readonly Json[], name, place);
  if (isRecord(value) && isNumbered(value)) return inList(Object.values(value), name, place);
  if (isRecord(value)) return place.among ? personIn(value, place) : inRecord(value, place);
  return place.among && typeof value === 'number' ? [unreadable(value)] : [];
}

function inText(text: string, name: string, place: Place): Whom[] {
  const inside = jsonIn(text);
  if (inside !== null) return below(inside, name, place);
  if (place.among) return whoIs(text);
  if (place.prose) return addressesAlone(text);
  return mayHoldIds(name) && isId(text) ? whoIs(text) : inRows(text);
}

/** A list in one text, or a table with one person in a row: where one row names somebody, each does but that of the headings. */
function inRows(text: string): Whom[] {
  const named = namedIn(text);
  // Nearly every text that names somebody is one address.
  if (named[0]?.email === text || !named.some(isNamed)) return named;
  const lines = text.split(/[\n\r]+/).filter((line) => line.trim() !== '');
  const rows = lines.length > 1 ? lines : entriesInText(text);
  if (rows.length < 2) return named;
  return rows.flatMap((row, index) => {
    const people = namedIn(row);
    return people.length > 0 || isOtherResource(row) || (index === 0 && isHeading(row)) ? people : whoIs(row);
  });
}

const isHeading = (row: string): boolean => row.split(/[,;\t]/).some((cell) => isPeople(cell, null));

/** A list by its numbers: `{ "0": …, "1": … }`. */
export const isNumbered = (record: Fields): boolean => {
  const names = Object.keys(record);
  return names.length > 0 && names.every((name) => /^\d{1,6}$/.test(name));
};

function inList(items: readonly Json[], name: string, place: Place): Whom[] {
  if (place.among) return items.flatMap((item) => (isThing(item) ? below(item, '', place) : unreadable(item)));
  // Several are no longer the one who uses the page.
  const found = items.map((item) => below(item, name, { ...place, measuring: false }));
  if (place.prose) return found.flat();
  // Where one entry names somebody, each does; where it does so in a field of its own, that field of each does.
  if (!found.some((people) => people.some(isNamed))) return found.flat();
  const fields = fieldsOfPeople(items);
  return items.flatMap((item, index) => {
    const beside = isRecord(item) ? Object.entries(item).filter(([field]) => fields.has(field)) : [];
    const people = [...(found[index] ?? []), ...beside.flatMap(([, value]) => unread(value))];
    return people.length > 0 ? people : unread(item);
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

function inRecord(record: Fields, place: Place): Whom[] {
  const fields = Object.entries(record);
  const people = fields.flatMap(([name, item]) =>
    isNameOfOne(name, item) || (place.measuring && isMeasured(name, item))
      ? []
      : below(item, name, placeOf(name, place, isPeople(name, item))),
  );
  // Beside one person who is named, a name of one is theirs.
  const isTheirs = people.length === 1 && people.every(isNamed);
  const names = isTheirs ? [] : fields.filter(([name, item]) => isNameOfOne(name, item));
  return [
    ...(place.prose ? [] : namesThatArePeople(record, false).flatMap(whoIs)),
    ...people,
    ...names.flatMap(([name, item]) => below(item, name, placeOf(name, place, isPeople(name, item)))),
  ];
}

/** `inviteeName: "Liam Chen"`, and nothing that may be an address or an id. A name of a user may be what they log in by. */
const isNameOfOne = (name: string, value: Json): boolean =>
  isNameOfPerson(name) && typeof value === 'string' && !isLikeAddress(value) && parseAccountId(value) === null;

/** Records may have people for names: `{ "eve@outside.example": { role: "admin" } }`. Beside such a name, what is no field is one too. */
export function namesThatArePeople(record: Fields, among: boolean): string[] {
  const names = Object.keys(record);
  const isPerson = (name: string): boolean =>
    namedIn(name).length > 0 || (among && mayBeId(name, record[name] ?? null));
  if (!names.some(isPerson)) return [];
  return names.filter((name) => isPerson(name) || !(isField(name, record[name] ?? null) || isOtherResource(name)));
}

/** A long word may pass as an id where people stand, and may be a field of some of them: `{ organizationAdministrators: [ … ] }`. */
const mayBeId = (name: string, value: Json): boolean => {
  const id = parseAccountId(name);
  return id !== null && !(isWordLike(id) && isField(name, value));
};

/** Whether a name is that of a field, and not somebody's. */
export const isField = (name: string, value: Json): boolean =>
  isPeople(name, value) ||
  isWho(name) ||
  isProse(name) ||
  isNotAimed(name, value) ||
  isGroups(name) ||
  isTeams(name) ||
  isOfThem(name);

/** Whether a record where people stand has them under names of its own, because no field tells who it is: `{ first: …, second: … }`. */
export const isListByWords = (record: Fields): boolean =>
  !isGroupEntry(record) &&
  !Object.entries(record).some(([name, value]) => isPeople(name, value) || isWho(name)) &&
  namesThatArePeople(record, true).length === 0;

/** One entry of a list of people: by every address and account it names, else by whatever else tells who it is. */
function personIn(person: Fields, place: Place): Whom[] {
  if (isListByWords(person)) return peopleByWords(person, place);
  const isGroup = isGroupEntry(person);
  const fields = Object.entries(person);
  const entries = [
    ...fields.filter(([name, value]) => isPeople(name, value)),
    ...fields.filter(([name, value]) => !isPeople(name, value)),
  ];
  const keys = namesThatArePeople(person, true).flatMap(whoIs);
  const named = [...keys, ...entries.flatMap(([name, value]) => inField(name, value, isGroup, place))];
  if (named.length > 0 || isGroup) return named;
  const said = entries.flatMap(([name, value]) => (isWho(name) && isText(value) ? [String(value)] : []));
  return [somebody(said[0] ?? '') ?? unreadable(person)];
}

function peopleByWords(record: Fields, place: Place): Whom[] {
  const people = Object.entries(record).flatMap(([name, value]) => {
    if (isField(name, value)) return below(value, name, { ...place, among: false });
    if (typeof value === 'boolean') return [];
    return value === null ? [unreadable(value)] : below(value, name, place);
  });
  return people.length > 0 ? people : [unreadable(record)];
}

function inField(name: string, value: Json, isGroup: boolean, place: Place): Whom[] {
  if (!isText(value))
    return below(value, name, placeOf(name, place, isThing(value) && (isPeople(name, value) || isWho(name))));
  if (isNotAimed(name, value)) return [];
  if (isWho(name)) return isGroup ? namedIn(String(value)) : somebodyBeside(name, String(value));
  return isPeople(name, value) ? whoIs(String(value)) : below(value, name, placeOf(name, place, false));
}

/** Whether something is said in one word, by its text or by a number. */
const isText = (value: Json): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');

const isThing = (item: Json): boolean => typeof item === 'string' || (typeof item === 'object' && item !== null);

const unreadable = (value: Json): Whom => somebody(JSON.stringify(value)) ?? others(1);
