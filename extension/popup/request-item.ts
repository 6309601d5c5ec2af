import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import type { Me } from '../../core/contract/routes/session.ts';
import { moves } from '../../core/requests/index.ts';
import { button, element } from '../dom/element.ts';
import { appName } from '../words/app.ts';
import { todo } from '../words/intent.ts';
import { stateTone, stateWord, whoFor } from '../words/request.ts';
import { ago, say } from '../words/say.ts';

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
        element('p', {}, say('popup.app-for', { app: appName(request.product), who: whoFor(request, me) })),
        element(
          'p',
          { class: 'note' },
          `${todo(request.intent)} · ${request.siteHost ?? say('popup.site-unknown')} · ${ago(request.createdAt)}`,
        ),
        ...said(request).map((words) => element('p', { class: 'said' }, words)),
      ),
      element('p', { class: 'said' }, say('popup.you-wrote', { reason: request.reason })),
      element('p', { class: 'note' }, say('popup.rule', { rule: request.ruleName })),
      ...(moves[state].withdraw ? [withdrawal(request, () => withdraw(id))] : []),
    ),
  );
}

/** In two steps: what IT has begun to look at is not taken back by a slip. */
function withdrawal({ id, number }: OwnRequest, withdraw: () => void): HTMLElement {
  const place = element('div', { class: 'withdrawal' });
  const ask = button(say('popup.withdraw-ask'), 'subtle', () => {
    const sentence = say('popup.withdraw-sure', { number: String(number) });
    place.replaceChildren(element('p', {}, sentence), sure, keep);
    sure.focus();
  });
  const sure = button(say('popup.withdraw'), 'primary', withdraw);
  const keep = button(say('popup.keep'), 'subtle', () => {
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
  const quote = (who: string | null, words: string | null) =>
    words ? say('popup.wrote', { who: who ?? say('it'), words }) : null;
  const lines = [quote(decidedBy, decisionReason), grantFailure, quote(byHand?.by ?? null, byHand?.note ?? null)];
  return lines.filter((line) => line !== null);
}
