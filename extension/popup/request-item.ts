import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { Me } from '../../core/contract/routes/session.ts';
import { productName } from '../../core/organization/product-name.ts';
import { element } from '../dom/element.ts';
import { todo } from '../words/intent.ts';
import { stateTone, stateWord, whoFor } from '../words/request.ts';
import { ago } from './when.ts';

/** One request of the person: its number, what it is about, where it stands and what IT said. */
export function requestItem(request: OwnRequest, me: Me | null): HTMLElement {
  const said = saidBy(request);
  return element(
    'li',
    { class: 'request' },
    element(
      'div',
      { class: 'row' },
      element('span', { class: 'number' }, `#${request.number}`),
      element('span', { class: `state ${stateTone(request.state)}` }, stateWord(request.state)),
    ),
    element('p', {}, `${productName(request.product)} for ${whoFor(request, me)}`),
    element(
      'p',
      { class: 'note' },
      `${todo(request.intent).replace(/( to|:| for| with)$/, '')} · ${request.siteHost} · ${ago(request.createdAt)}`,
    ),
    said === null ? null : element('p', { class: 'said' }, said),
  );
}

function saidBy(request: OwnRequest): string | null {
  if (request.grantFailure !== null) return request.grantFailure;
  if (request.decisionReason === null || request.decisionReason === '') return null;
  return `${request.decidedBy ?? 'IT'}: “${request.decisionReason}”`;
}
