import type { PageContext } from './page-context.ts';
import { everywhere } from './people/everywhere.ts';
import { jira, jsm } from './people/jira.ts';
import { mergeNeighbours, mergeUnits } from './people/merge.ts';
import { readPerson } from './people/read-person.ts';
import type { PersonSelector } from './people/selectors.ts';
import { Places } from './people/unit.ts';
import type { PersonRef } from './person.ts';
import type { PageProduct } from './routes.ts';
import { SelectorIndex } from './selector-index.ts';
import { readStatePeople, type StatePeople, stateKey } from './spa-state.ts';

const indexOf = (...more: readonly (readonly PersonSelector[])[]): SelectorIndex<PersonSelector> =>
  new SelectorIndex([...more.flat(), ...everywhere]);

const atlassian = indexOf(jira, jsm);
const shared = indexOf();
const indexes: Partial<Record<PageProduct, SelectorIndex<PersonSelector>>> = {
  jira: atlassian,
  jsm: atlassian,
  confluence: atlassian,
  home: atlassian,
};

/** From now on people are recognised on these products' pages too; the extension runs on none of them. */
export function learnPeople(tables: Partial<Record<PageProduct, readonly PersonSelector[]>>): void {
  for (const [product, selectors] of Object.entries(tables)) indexes[product as PageProduct] = indexOf(selectors);
}

const states = new WeakMap<Document, StatePeople>();
const stateOf = (document: Document): StatePeople => {
  const known = states.get(document) ?? readStatePeople(document);
  states.set(document, known);
  return known;
};

/**
 * The people that `root` and everything in it shows, one a visible place, in document order. Reads only the DOM: no layout,
 * no network. A ref without `accountId` and `emailHash` is a person the page names without saying who it is.
 */
export function recognisePeople(root: ParentNode, context: PageContext): PersonRef[] {
  return read(findPeople(root, context), new Places(), context);
}

/** Where `root`, or the unit it is part of, may show people: elements in document order, several a person. Nothing is read yet. */
export function findPeople(root: ParentNode, context: PageContext): Element[] {
  const { css } = indexFor(context);
  const scope = root instanceof Element ? new Places().unitOf(root) : root;
  const inside = [...scope.querySelectorAll(css)];
  return scope instanceof Element && scope.matches(css) ? [scope, ...inside] : inside;
}

/** Those that are in no other, of elements in document order. */
export function outermost(elements: readonly Element[]): Element[] {
  let last: Element | null = null;
  return elements.filter((element) => {
    if (last?.contains(element)) return false;
    last = element;
    return true;
  });
}

/** So many elements are more than two people: whom a sighting can be joined with is decided by the ones beside. */
const BESIDE = 12;

/** The people in `wanted`, some of the outermost of `found`, as `recognisePeople` tells them. The rest of `found` is not read. */
export function recogniseAmong(
  found: readonly Element[],
  wanted: Pick<ReadonlySet<Element>, 'has'>,
  context: PageContext,
): PersonRef[] {
  const places = new Places();
  const units = new Set<Element>();
  const around = new Set<Element>();
  let inside: Element | null = null;
  found.forEach((element, at) => {
    if (wanted.has(element)) inside = element;
    if (!inside?.contains(element)) return;
    units.add(places.unitOf(element));
    for (const beside of found.slice(Math.max(0, at - BESIDE), at + BESIDE + 1)) around.add(beside);
  });
  const people = read(
    found.filter((element) => around.has(element)),
    places,
    context,
  );
  return people.filter(({ element }) => units.has(element));
}

const indexFor = ({ product }: PageContext): SelectorIndex<PersonSelector> => indexes[product] ?? shared;

function read(found: readonly Element[], places: Places, context: PageContext): PersonRef[] {
  const index = indexFor(context);
  const sightings: PersonRef[] = [];
  for (const element of found) {
    const selectors = index.matching(element);
    if (selectors.length === 0) continue;
    const unit = places.unitOf(element);
    const dense = places.isDense(unit);
    for (const selector of selectors) {
      const person = readPerson(element, unit, dense, selector, context);
      if (person) sightings.push(person);
    }
  }
  const people = mergeNeighbours(mergeUnits(sightings));
  const document = people[0]?.element.ownerDocument;
  const state = document ? stateOf(document) : null;
  return state?.size ? people.map((person) => withState(person, state)) : people;
}

/** Fills in the id that the server-rendered state gives for exactly this name with exactly this picture. */
function withState(person: PersonRef, state: StatePeople): PersonRef {
  if (person.accountId || person.name === null) return person;
  const picture = pictureOf(person.element);
  const accountId = picture === null ? undefined : state.get(stateKey(person.name, picture));
  if (accountId === undefined || accountId === 'ambiguous') return person;
  return { ...person, accountId, carrier: 'spa-state' };
}

const pictureOf = (element: Element): string | null =>
  (element.localName === 'img' ? element : element.querySelector('img'))?.getAttribute('src') ?? null;
