import type { CheckAnswer, IntentOnPage, RequestReceipt } from '../../../core/contract/messages/index.ts';
import { askedOf } from '../../intents/asked-of.ts';
import { send } from '../../platform/send.ts';
import { say, together } from '../../words/say.ts';
import type { AskResult } from './view.ts';

/**
 * Sends "Ask IT" for one prompt. The key is made here, once: pressing twice, a dying worker or a lost answer still make
 * one request.
 */
export function asker(
  intent: IntentOnPage,
  stopped: Pick<CheckAnswer, 'decision' | 'stopId'>,
): (reason: string, handedOver: () => void) => Promise<AskResult> {
  const key = crypto.randomUUID();
  return async (reason, handedOver) => {
    handedOver();
    return resultOf(await send('ask', { key, intent, reason, ...askedOf(stopped) }));
  };
}

/** What became of a request, for the person. Throws with the service's words when it was refused. */
export function resultOf(receipt: RequestReceipt): AskResult {
  if (receipt.state === 'refused') throw new Error(receipt.message);
  if (receipt.state === 'waiting')
    return {
      state: 'kept',
      headline: say('ask.kept'),
      detail: together(say(`ask.kept.${receipt.why}`), say('ask.stopping')),
    };
  if (receipt.state === 'reached')
    return { state: 'sent', headline: say('ask.reached'), detail: together(say('ask.reached.why'), say('ask.where')) };
  const number = String(receipt.request.number);
  if (receipt.duplicate)
    return {
      state: 'sent',
      headline: say('ask.already', { number }),
      detail: together(say('ask.shared'), say('ask.where')),
    };
  return { state: 'sent', headline: say('ask.sent', { number }), detail: say('ask.where') };
}
