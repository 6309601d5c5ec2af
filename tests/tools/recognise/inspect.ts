import { controlProvenance } from '../../../extension/sites/controls/provenance.ts';
import { tables } from '../../../extension/sites/controls/tables.ts';
import { learnControls, recogniseControls } from '../../../extension/sites/controls.ts';
import { learnLabels } from '../../../extension/sites/label-match.ts';
import { translations } from '../../../extension/sites/labels/translations.ts';
import { readPageContext } from '../../../extension/sites/page-context.ts';
import { readPageFacts } from '../../../extension/sites/page-facts.ts';
import { bitbucket, trello } from '../../../extension/sites/people/others.ts';
import { learnPeople, recognisePeople } from '../../../extension/sites/people.ts';
import type { Provenance } from '../../../extension/sites/selector.ts';
import type { Recognised } from './recognised.ts';

const provenances = new Map<string, Provenance>(Object.values(controlProvenance).flatMap(Object.entries));

/** Runs in the page: the recognisers that ship, their result as plain data. */
export function inspect(): Recognised {
  learnControls(tables);
  learnLabels(translations);
  learnPeople({ bitbucket, trello });
  const url = new URL(location.href);
  const context = readPageContext(url, document);
  return {
    url: url.href,
    context: { ...context, ...readPageFacts(document) },
    people: recognisePeople(document, context).map(
      ({ element, name, carrier, accountId, emailHash, evidence, viewer }) => ({
        name,
        carrier,
        id: accountId,
        emailHash,
        viewer,
        path: pathOf(element),
        evidence,
      }),
    ),
    controls: recogniseControls(document, context).map(({ element, intent, step, evidence, carrier, label }) => ({
      intent,
      step,
      evidence,
      carrier,
      label,
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
