import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { Me } from '../../core/contract/routes/session.ts';
import { productName } from '../../core/organization/index.ts';
import { moves } from '../../core/requests/index.ts';
import { button, element } from '../dom/element.ts';
import { todoAlone } from '../words/act.ts';
import { stateTone, stateWord, whoFor } from '../words/request.ts';
import { ago } from './when.ts';

/** One request of the person: its number, what it is about and where it stands; opened, what they wrote and the way to take it back. */
export function requestItem(request: OwnRequest, me: Me | null, withdraw: (id: OwnRequest['id']) => void): HTMLElement {
  const { id, number, state } = request;
  return element(
    'li',
    {},
    element(
      'details',
      { class: 'request', id: `request-${id}` },
      element(
        'summary',
        { id: `summary-${id}` },
        element(
          'div',
          { class: 'row' },
          element('span', { class: 'number' }, `#${number}`),
          element('span', { class: `state ${stateTone(state)}` }, stateWord(state)),
        ),
        element('p', {}, `${productName(request.product)} for ${whoFor(request, me)}`),
        element(
          'p',
          { class: 'note' },
          `${todoAlone(request.intent)} · ${request.siteHost ?? 'site not known'} · ${ago(request.createdAt)}`,
        ),
        ...said(request).map((words) => element('p', { class: 'said' }, words)),
      ),
      element('p', { class: 'said' }, `You wrote: “${request.reason}”`),
      element('p', { class: 'note' }, `Rule: ${request.ruleName}`),
      ...(moves[state].withdraw ? [withdrawal(request, () => withdraw(id))] : []),
    ),
  );
}

/** In two steps: what IT has begun to look at is not taken back by a slip. */
function withdrawal({ id, number }: OwnRequest, withdraw: () => void): HTMLElement {
  const place = element('div', { class: 'withdrawal' });
  const ask = button('Withdraw…', 'subtle', () => {
    place.replaceChildren(element('p', {}, `Withdraw #${number}? IT will not decide it for you any more.`), sure, keep);
    sure.focus();
  });
  const sure = button('Withdraw', 'primary', withdraw);
  const keep = button('Keep it', 'subtle', () => {
    place.replaceChildren(ask);
    ask.focus();
  });
  ask.id = `withdraw-${id}`;
  sure.id = `withdraw-now-${id}`;
  place.append(ask);
  return place;
}

/** What IT wrote, with a decision or after doing it by hand, and why it could not be set up. */
function said({ decisionReason, decidedBy, grantFailure, byHand }: OwnRequest): string[] {
  const quote = (who: string | null, words: string | null) => (words ? `${who ?? 'IT'}: “${words}”` : null);
  const lines = [quote(decidedBy, decisionReason), grantFailure, quote(byHand?.by ?? null, byHand?.note ?? null)];
  return lines.filter((line) => line !== null);
}
