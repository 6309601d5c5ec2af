import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { Me } from '../../core/contract/routes/session.ts';
import { productName } from '../../core/organization/index.ts';
import { element } from '../dom/element.ts';
import { todoAlone } from '../words/act.ts';
import { stateTone, stateWord, whoFor } from '../words/request.ts';
import { ago } from './when.ts';

/** One request of the person: its number, what it is about, where it stands and what IT said. */
export function requestItem(request: OwnRequest, me: Me | null): HTMLElement {
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
      `${todoAlone(request.intent)} · ${request.siteHost ?? 'site not known'} · ${ago(request.createdAt)}`,
    ),
    ...said(request).map((words) => element('p', { class: 'said' }, words)),
  );
}

/** What IT wrote, with a decision or after doing it by hand, and why it could not be set up. */
function said({ decisionReason, decidedBy, grantFailure, byHand }: OwnRequest): string[] {
  const quote = (who: string | null, words: string | null) => (words ? `${who ?? 'IT'}: “${words}”` : null);
  const lines = [quote(decidedBy, decisionReason), grantFailure, quote(byHand?.by ?? null, byHand?.note ?? null)];
  return lines.filter((line) => line !== null);
}
