import { parseAccountId } from '../../../core/identity/index.ts';
import { isRecord, isSaid, jsonIn } from './body.ts';
import type { Json } from './json.ts';
import {
  isGroups,
  isMeasuring,
  isNotAimed,
  isOfThem,
  isPeople,
  isProse,
  isSwitch,
  isTeams,
  isWho,
  lettersOf,
  mayHoldIds,
} from './people-fields.ts';
import { isField, isListByWords, isNumbered, namesThatArePeople, peopleIn } from './people-in-body.ts';
import { isId } from './people-in-field.ts';

/**
 * What a call that gives access may say besides whom it gives it to, by the last word of a field's name: what is given, where, how
 * it is told and where it comes from. Documented bodies have few of these; the others are what pages send along (I).
 */
const THINGS = new Set(
  `access action activation agreement ai analytics app application ari attribution avatar board body browser bundle
  callback campaign captcha category channel client cloud code color colour comment config configuration consent container content
  context continuation continue copy correlation count country created csrf currency cursor date day default department deployment
  desk destination device dialog directory duration edition enabled entitlement entity entrypoint environment event expand
  expiration expires expiry experience experiment extension feature field filter flag flow folder format frequency goal hash
  header host hour href icon idempotency index install installation instance integration issue item job journey kind label lang
  language layout length level licence license limit link locale location medium metadata method metric minute modal mode module
  month nickname nonce note notification object offering offset operation option order org organisation organization origin page
  parent password path period permission plan platform policy portal position preference premium priority problem product project
  promo provider quantity query queue quota rank reason redirect referrer refid region release reminder request resource result
  retry return role rule scheme scope screen seat section self sequence service session setting share sharee sid signature site size sort source
  space stage start state status step strategy style subject subscription suffix surface sync tab tag team template tenant term test
  text theme ticket tier time timeout timestamp timezone title token tos tour trace tracking trial type unit updated url utm variant
  variation version view visibility visit website widget workspace xsrf year zone`.split(/\s+/),
);
/** What is behind the word that says of what kind a thing is: `resourceIds`, `productKey`. */
const REFERS = /^(?:ids?|keys?|names?|aris?|uris?|urls?|urns?|refs?|lists?|slugs?|codes?|types?|v?\d+)$/;
/** The same where a word before it says of what: alone it may be anybody's. */
const IDENTIFIES = /^(?:identifiers?|uuids?|guids?|references?)$/;
/** What only holds the fields of a call. */
const CARRIES =
  /^(?:inputs?|data|payload|body|params?|parameters|args|arguments|attributes|variables|request|fields|options)$/i;
/** A name of a person beside what tells who it is. */
const OWN_NAME = /^(?:display|full|first|last|middle|given|family|nick|public)names?$/;
/** What the record of a person may hold of them besides, in one text. */
const OF_PERSON =
  /(?:birthday|byline|company|employer|gender|initials|location|phone|photo|picture|presence|pronouns)(?:names?|numbers?|urls?)?$/;
const DATE = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** Of what kind somebody is, and which invitation this is. Several may choose whoever is of these kinds, or was invited so. */
const TYPE = /(?:^| )type$/;
const INVITATION = /(?:^| )(?:invite|invitation) (?:id|code|ur[il])$/;
const ONE_WORD = /^[^\s,;|[\]{}]+$/;
/** What shows that no program acts. */
const CAPTCHA = /captcha$/;
/** Everybody at once. */
const ALL = /^(?:all|every(?:one|body)?|any(?:one|body)|entire|whole)$/;
const DEEPEST = 12;

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

type Fields = { readonly [key: string]: Json };

/** Whether a body says something of which nobody knows whether it names people, beside or instead of those it names. */
export const saysMore = (body: Json): boolean => unknownIn(body).length > 0;

/**
 * The fields of a body, wherever in it, that say something and have a name that neither people nor anything else is known by. What
 * describes people is looked into as well.
 */
export const unknownIn = (body: Json): Fields[] => below(body, { among: false, depth: 0 });

/** Where a value stands, and whether people stand there. */
interface Place {
  readonly among: boolean;
  readonly depth: number;
}

function below(value: Json, above: Place): Fields[] {
  // What is deeper are others anyway.
  if (above.depth > DEEPEST) return [];
  const place = { ...above, depth: above.depth + 1 };
  const inside = insideOf(value);
  if (Array.isArray(inside)) return (inside as readonly Json[]).flatMap((one) => below(one, place));
  if (!isRecord(inside)) return [];
  if (!place.among) return Object.entries(inside).flatMap(([name, inner]) => inField(name, inner, place));
  return isNumbered(inside) || isListByWords(inside) ? inList(inside, place) : inPerson(inside, place);
}

/** Whoever stands under a name of its own has been read. */
const inList = (people: Fields, place: Place): Fields[] =>
  Object.entries(people).flatMap(([name, value]) =>
    isField(name, value) || typeof value === 'boolean' ? inField(name, value, place) : below(value, place),
  );

function inPerson(person: Fields, place: Place): Fields[] {
  const people = new Set(namesThatArePeople(person, true));
  return Object.entries(person).flatMap(([name, value]) => {
    // What stands below somebody's name may say that again.
    if (people.has(name))
      return below(value, { ...place, among: false }).filter((field) => !Object.values(field).includes(name));
    if (isOfThem(name) || isOfPerson(name, value)) return [];
    return isWho(name) ? below(value, place) : inField(name, value, place);
  });
}

function inField(name: string, value: Json, place: Place): Fields[] {
  if (isNothing(value)) return [];
  const inside = insideOf(value);
  if (CARRIES.test(name) && inside !== null && typeof inside === 'object')
    return below(inside, { ...place, among: false });
  if (isPeople(name, value) && typeof inside === 'object') return below(inside, { ...place, among: true });
  if (isKnown(name, value)) return [];
  return peopleIn({ [name]: value }).length === 0 ? [{ [name]: value }] : below(inside, { ...place, among: false });
}

/** What a text holds, or null for one that holds nothing but itself. */
const insideOf = (value: Json): Json => (typeof value === 'string' ? jsonIn(value) : value);

const isOfPerson = (name: string, value: Json): boolean =>
  typeof value === 'string' && (DATE.test(value) || (OF_PERSON.test(lettersOf(name)) && jsonIn(value) === null));

const isNothing = (value: Json): boolean =>
  !isSaid(value) ||
  value === false ||
  (Array.isArray(value) && (value as readonly Json[]).every((one) => one === '' || one === null)) ||
  (isRecord(value) && Object.keys(value).length === 0);

function isKnown(name: string, value: Json): boolean {
  const words = wordsOf(name);
  if (value === true) return !words.some((word) => ALL.test(word));
  if (isPeople(name, value) || isNotAimed(name, value) || isProse(name) || isGroups(name) || isTeams(name)) return true;
  if (isSwitch(name, value) || (typeof value === 'string' && OWN_NAME.test(lettersOf(name)))) return true;
  if (isOneOfAKind(words, value) || (isMeasuring(name, false) && isRecord(insideOf(value)))) return true;
  const last = words.findLastIndex((word, at) => !(REFERS.test(word) || (at > 0 && IDENTIFIES.test(word))));
  if (last < 0) return !REFERS.test(words[0] ?? '') || isOneThing(words, value);
  const word = words[last] ?? '';
  return isOneOf(THINGS, word);
}

/** What is known where it is one, and may be people where it is several: a kind, an invitation, the answer to a captcha. */
function isOneOfAKind(words: readonly string[], value: Json): boolean {
  if (typeof value === 'object') return false;
  const text = String(value);
  if (words.some((word) => CAPTCHA.test(word))) return jsonIn(text) === null;
  if (!ONE_WORD.test(text)) return false;
  const name = words.join(' ');
  return INVITATION.test(name) || (TYPE.test(name) && !isId(text));
}

/** In the singular or the plural. */
const isOneOf = (words: ReadonlySet<string>, word: string): boolean =>
  [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].some((one) => words.has(one));

/** What lists may be of besides: in an invitation a file or a row is anybody's, elsewhere it is no person. */
const LISTED = new Set(
  `artifact asset attachment bookmark branch cell chart chunk class column command commit component concept cookie css dependency
  diagram domain emoji expression file formula fragment graph hashtag hostname image keyword label library line macro mark media
  module package path pattern picture reaction ref repo repository row script selector shape snippet sticker style svg symbol table
  topic uri url urn`.split(/\s+/),
);
/** Things that stand for whatever is in them or has them, people too. */
const ANYTHING = new Set(
  `access action client container content context continue copy destination directory entitlement entity group header host index item kind
  licence license object offering operation order org organisation organization origin parent permission position provider reference referrer
  request resource result role seat section self share sharee source subject subscription team tenant test type unit`.split(
    /\s+/,
  ),
);
/** Names of lists that are of no word but that. */
const PLAIN = /^(?:refs?|uris?|urls?|urns?|slugs?|codes?|types?)$/;

/** Whether the entries of a list are things by its name, and so nobody, though one may have the form of an address (`logo@2x.png`). */
export function isListOfThings(name: string): boolean {
  const words = wordsOf(name);
  if (isPeople(name, []) || mayHoldIds(name)) return false;
  const word = words.findLast((one) => !REFERS.test(one));
  if (word === undefined) return words.some((one) => PLAIN.test(one));
  return (isOneOf(THINGS, word) || isOneOf(LISTED, word)) && !isOneOf(ANYTHING, word);
}

/** `id`, `key`, `name` alone may be a thing's, unless it has the shape that ids of people have; several may be anybody's. */
const isOneThing = (words: readonly string[], value: Json): boolean =>
  words.every((word) => !word.endsWith('s') && word !== 'list') &&
  (typeof value === 'number' ||
    (typeof value === 'string' && (UUID.test(value) || !(isId(value) || parseAccountId(value) !== null))));
/** Those of groups, teams and sites; those of people stand in fields for people. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
