import { controlProvenance } from '../../../extension/sites/controls/provenance.ts';
import { tables } from '../../../extension/sites/controls/tables.ts';
import { learnControls, recogniseControls } from '../../../extension/sites/controls.ts';
import { learnLabels } from '../../../extension/sites/label-match.ts';
import { translations } from '../../../extension/sites/labels/translations.ts';
import { readPageContext } from '../../../extension/sites/page-context.ts';
import { readPageFacts } from '../../../extension/sites/page-facts.ts';
import { bitbucket, trello } from '../../../extension/sites/people/others.ts';
import { learnPeople, recognisePeople } from '../../../extension/sites/people.ts';
import { personKey } from '../../../extension/sites/person.ts';
import type { Provenance } from '../../../extension/sites/selector.ts';
import type { Recognised } from './recognised.ts';

const provenances = new Map<string, Provenance>(Object.values(controlProvenance).flatMap(Object.entries));

const LISTS = 'table,[role="table"],[role="grid"],[role="list"],[role="listbox"],ul,ol,fieldset';

/** Runs in the page: the recognisers that ship and those for diagnosis, their result as plain data. */
export function inspect(): Recognised {
  learnLabels(translations);
  const url = new URL(location.href);
  const context = readPageContext(url, document);
  // Before the tables for diagnosis are learnt, the recogniser is what the extension's loader has.
  const shipped = new Set(recogniseControls(document, context).map(({ element }) => element));
  learnControls(tables);
  learnPeople({ bitbucket, trello });
  const people = recognisePeople(document, context).map((person) => {
    const list = person.element.closest(LISTS);
    return {
      name: person.name,
      carrier: person.carrier,
      id: person.accountId,
      emailHash: person.emailHash,
      viewer: person.viewer,
      badge: !person.viewer && personKey(person) !== null,
      list: list && pathOf(list),
      path: pathOf(person.element),
      evidence: person.evidence,
    };
  });
  const badged = people.flatMap(({ badge, list }) => (badge && list !== null ? [list] : []));
  return {
    url: url.href,
    context: { ...context, ...readPageFacts(document) },
    people,
    lists: [...Map.groupBy(badged, (path) => path)].map(([path, badges]) => ({ path, badges: badges.length })),
    controls: recogniseControls(document, context).map(({ element, intent, step, evidence, carrier, label }) => ({
      intent,
      step,
      evidence,
      carrier,
      label,
      ships: shipped.has(element),
      reason: provenances.get(carrier)?.reason ?? null,
      path: pathOf(element),
    })),
  };
}

/** A short path by which a reader finds the element: down from the nearest id or test id, by position. */
function pathOf(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at && parts.length < 6; at = at.parentElement) {
    const testId = at.getAttribute('data-testid');
    const known = at.id ? `#${CSS.escape(at.id)}` : testId ? `[data-testid="${testId}"]` : null;
    parts.unshift(known ? `${at.localName}${known}` : `${at.localName}${positionOf(at)}`);
    if (known) break;
  }
  return parts.join(' > ');
}

function positionOf(element: Element): string {
  const { parentElement: parent, localName } = element;
  const same = parent ? [...parent.children].filter((child) => child.localName === localName) : [];
  return same.length > 1 ? `:nth-of-type(${same.indexOf(element) + 1})` : '';
}
