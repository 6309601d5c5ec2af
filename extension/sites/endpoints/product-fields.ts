import { isKnownProduct, type Product, productNamed } from '../../../core/organization/index.ts';
import { arisIn } from '../ari.ts';
import { isRecord, jsonIn, listOf } from './body.ts';
import type { Json } from './json.ts';
import { isRole, rolesIn } from './roles.ts';

/** `products`, `productKey`, `applicationKeys`, `metadata.productId` … and not where somebody comes from (`sourceProduct`). */
const PRODUCT = /(?:products?(?:names?)?|applications?)(?:ids?|keys?|types?|codes?|slugs?|refs?|access)?$/;
/** `app`, `targetApp`, `appKey`, `applicationName`, in words: no `whatsapp`. A program has these too, so one that is no app is not told. */
const APP = /(?:^| )(?:apps?(?: ?(?:ids?|keys?|names?|types?|codes?|slugs?|refs?|access))?|application ?names?)$/;
/** What may be of an app, or of a kind of licence. */
const SEAT = /(?:licen[sc]es?|seats?|entitlements?)$/;
/** Kinds of licences, and how many there are. */
const OF_SEATS =
  /^(?:free|trial|basic|starter|standard|premium|enterprise|full|paid|active|count|total|used|quantity|max|limit|\d+)$/i;
/** Where somebody comes from, and what only counts it. */
const COMES_FROM = /^(?:source|origin|from|refer|parent|current|previous|client|analytics|telemetry|tracking|frontend)/;
/** What may be of an app, or of anything else: an app of the vocabulary by its name, else one that nobody can tell. */
const RESOURCE = /^resources?(?:ids?|keys?|names?)?$/;
/** Of what kind a resource is: of an app, or an issue, a page, a site. */
const RESOURCE_KIND = /^resources?(?:types?|owners?)$/;
/** The app of a role such as `product/loom/member`; `product/member` is one of every app. */
const roleOfApp = /^product\/([^/]+)\/[^/]+$/i;
/** What tells which app a record is, the best first. */
const NAMES = ['key', 'productkey', 'applicationkey', 'product', 'productid', 'id', 'name', 'productname', 'type'];

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** Whether a field, and all below it, says where somebody comes from. */
export const comesFrom = (name: string): boolean => COMES_FROM.test(lettersOf(name));

/**
 * The apps that the fields of a body name, wherever in it; null among them for one that nobody can read. Resource identifiers are
 * read by `arisIn`, not here. Without recursion: a page chooses how deep a body is.
 */
export function productsIn(body: Json): (Product | null)[] {
  const found: (Product | null)[] = [];
  const open: Json[] = [body];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') open.push(...listOf([jsonIn(value)].filter((inside) => inside !== null)));
    else if (isRecord(value))
      for (const [name, inner] of Object.entries(value)) {
        const letters = lettersOf(name);
        if (comesFrom(name)) continue;
        if (PRODUCT.test(letters)) found.push(...named(inner));
        else if (APP.test(wordsOf(name))) found.push(...named(inner).map((app) => app && knownOnly(app)));
        else if (SEAT.test(letters)) found.push(...[inner].flat().flatMap(ofSeat));
        else if (RESOURCE.test(letters)) found.push(...[inner].flat().flatMap(ofResource));
        else if (RESOURCE_KIND.test(letters)) found.push(...[inner].flat().flatMap(ofKind));
        else if (isRole(name)) found.push(...rolesIn(inner).flatMap(ofRole));
        open.push(inner);
      }
    else for (const inner of listOf(value)) open.push(inner);
  }
  return found;
}

/** The apps that stand in such a field: one, a list in one text, a list, or records of apps. */
function named(value: Json): (Product | null)[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(ofEntry);
  return ofEntry(value);
}

function ofEntry(value: Json): (Product | null)[] {
  if (typeof value === 'string') return ofText(value);
  if (typeof value === 'number') return [null];
  return isRecord(value) ? ofRecord(value) : [];
}

const ofText = (text: string): Product[] =>
  arisIn(text).length > 0 || jsonIn(text) !== null
    ? []
    : text.split(/[,;]/).flatMap((name) => (name.trim() === '' ? [] : [productNamed(name)]));

/** The app that a licence or a seat is for; null for a word that may be one and of which nobody knows. */
function ofSeat(value: Json): (Product | null)[] {
  if (isRecord(value)) return ofRecord(value, (key) => !OF_SEATS.test(key));
  const words = typeof value === 'string' ? value.split(/[,;]/).filter((word) => !OF_SEATS.test(word.trim())) : [];
  return words.flatMap(ofText).map(knownOnly);
}

/** The app that a resource is; which one a record says stands in its `id` or `key`, or in its kind. */
function ofResource(value: Json): (Product | null)[] {
  if (isRecord(value))
    return [
      ...[value.id, value.key].flatMap((inner) => (inner === undefined ? [] : ofResource(inner))),
      ...[value.type, value.owner].flatMap((inner) => (inner === undefined ? [] : ofKind(inner))),
    ];
  return (typeof value === 'string' || typeof value === 'number' ? ofText(String(value)) : []).map(knownOnly);
}

const ofKind = (value: Json): Product[] => (typeof value === 'string' ? ofText(value).filter(isKnownProduct) : []);

const knownOnly = (app: Product): Product | null => (isKnownProduct(app) ? app : null);

const ofRole = (role: string): Product[] => (roleOfApp.exec(role)?.slice(1) ?? []).map(productNamed);

/**
 * A record of an app, or of whole apps by their names (`{ "loom": true }`).
 * @param isName which of its fields may be the name of an app
 */
function ofRecord(record: { readonly [key: string]: Json }, isName = (_: string) => true): (Product | null)[] {
  const fields = new Map(Object.entries(record).map(([name, value]) => [lettersOf(name), value]));
  for (const name of NAMES) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '') return ofText(value);
  }
  const keys = Object.keys(record).filter(isName);
  const given = keys.filter((key) => record[key] !== false);
  return given.length > 0 || keys.length === 0 ? given.map(productNamed).map(knownOnly) : [null];
}
