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
  const index = indexes[context.product] ?? shared;
  const places = new Places();
  const scope = root instanceof Element ? places.unitOf(root) : root;
  const found: PersonRef[] = [];
  const read = (element: Element): void => {
    const selectors = index.matching(element);
    if (selectors.length === 0) return;
    const unit = places.unitOf(element);
    const dense = places.isDense(unit);
    for (const selector of selectors) {
      const person = readPerson(element, unit, dense, selector, context);
      if (person) found.push(person);
    }
  };
  if (scope instanceof Element) read(scope);
  for (const element of scope.querySelectorAll(index.css)) read(element);
  const document = root instanceof Document ? root : root.ownerDocument;
  const people = mergeNeighbours(mergeUnits(found));
  const state = people.length > 0 && document ? stateOf(document) : null;
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
