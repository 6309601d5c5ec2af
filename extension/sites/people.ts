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
import { combined } from './selector.ts';
import { readStatePeople, type StatePeople, stateKey } from './spa-state.ts';

interface Table {
  readonly selectors: readonly PersonSelector[];
  readonly css: string;
}

const tableOf = (...more: readonly (readonly PersonSelector[])[]): Table => {
  const selectors = [...more.flat(), ...everywhere];
  return { selectors, css: combined(selectors) };
};

const atlassian = tableOf(jira, jsm);
const tables: Readonly<Record<PageProduct, Table>> = {
  jira: atlassian,
  jsm: atlassian,
  confluence: atlassian,
  home: atlassian,
  admin: tableOf(),
  id: tableOf(),
  unknown: tableOf(),
  bitbucket: tableOf(bitbucket),
  trello: tableOf(trello),
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
  const { selectors, css } = tables[context.product];
  const found: PersonRef[] = [];
  const read = (element: Element): void => {
    for (const selector of selectors) {
      if (!element.matches(selector.css)) continue;
      const person = readPerson(element, selector, context);
      if (person) found.push(person);
    }
  };
  const scope = root instanceof Element ? unitOf(root) : root;
  if (scope instanceof Element && scope.matches(css)) read(scope);
  for (const element of scope.querySelectorAll(css)) read(element);
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
