import type { PageContext } from './page-context.ts';
import { everywhere } from './people/everywhere.ts';
import { jira, jsm } from './people/jira.ts';
import { mergeNeighbours, mergeUnits } from './people/merge.ts';
import { bitbucket, trello } from './people/others.ts';
import { readPerson } from './people/read-person.ts';
import type { PersonSelector } from './people/selectors.ts';
import { unitOf } from './people/unit.ts';
import type { PersonRef } from './person.ts';
import type { PageProduct } from './routes.ts';
import { SelectorIndex } from './selector-index.ts';
import { readStatePeople, type StatePeople, stateKey } from './spa-state.ts';

const indexOf = (...more: readonly (readonly PersonSelector[])[]): SelectorIndex<PersonSelector> =>
  new SelectorIndex([...more.flat(), ...everywhere]);

const atlassian = indexOf(jira, jsm);
const shared = indexOf();
const indexes: Readonly<Record<PageProduct, SelectorIndex<PersonSelector>>> = {
  jira: atlassian,
  jsm: atlassian,
  confluence: atlassian,
  home: atlassian,
  admin: shared,
  id: shared,
  unknown: shared,
  bitbucket: indexOf(bitbucket),
  trello: indexOf(trello),
};

/** Every selector that recognises people, for the inspector and for drift reports. */
export const personSelectors: readonly PersonSelector[] = [...jira, ...jsm, ...bitbucket, ...trello, ...everywhere];

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
  const index = indexes[context.product];
  const scope = root instanceof Element ? unitOf(root) : root;
  const found: PersonRef[] = [];
  const read = (element: Element): void => {
    const selectors = index.matching(element);
    if (selectors.length === 0) return;
    const unit = unitOf(element);
    for (const selector of selectors) {
      const person = readPerson(element, unit, selector, context);
      if (person) found.push(person);
    }
  };
  if (scope instanceof Element) read(scope);
  for (const element of scope.querySelectorAll(index.css)) read(element);
  const document = root instanceof Document ? root : root.ownerDocument;
  const people = mergeNeighbours(mergeUnits(found));
  return document ? people.map((person) => withState(person, stateOf(document))) : people;
}

/** Fills in the id that the server-rendered state gives for exactly this name with exactly this picture. */
function withState(person: PersonRef, state: StatePeople): PersonRef {
  if (state.size === 0 || person.accountId || person.name === null) return person;
  const picture = pictureOf(person.element);
  const accountId = picture === null ? undefined : state.get(stateKey(person.name, picture));
  if (accountId === undefined || accountId === 'ambiguous') return person;
  return { ...person, accountId, carrier: 'spa-state' };
}

const pictureOf = (element: Element): string | null =>
  (element.localName === 'img' ? element : element.querySelector('img'))?.getAttribute('src') ?? null;
