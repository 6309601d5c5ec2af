import type { CheckAnswer, IntentOnPage, RequestReceipt } from '../../../core/contract/messages.ts';
import { askedOf } from '../../intents/asked-of.ts';
import { send } from '../../platform/send.ts';
import type { AskResult } from './view.ts';

const where = 'You see where it stands under the Gatehouse button in the toolbar.';

const stopping = 'Until then you can stop it under the Gatehouse button in the toolbar.';

const waiting: Readonly<Record<Extract<RequestReceipt, { state: 'waiting' }>['why'], string>> = {
  unreachable: 'IT cannot be reached right now. Your request is kept and sent by itself once it can.',
  'not-signed-in': 'You are not signed in any more. Your request is kept and sent when you sign in again.',
  trouble: 'IT’s service has not taken it yet. Your request is kept and sent again by itself until it has.',
};

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
    return { state: 'kept', headline: 'Your request is kept', detail: `${waiting[receipt.why]} ${stopping}` };
  if (receipt.state === 'reached')
    return {
      state: 'sent',
      headline: 'Your request is with IT',
      detail: `It had reached IT already, in the words that you wrote first. ${where}`,
    };
  const { number } = receipt.request;
  if (receipt.duplicate)
    return {
      state: 'sent',
      headline: `Request #${number} is already with IT`,
      detail: `The same was asked for before: one request stands for all who ask. ${where}`,
    };
  return { state: 'sent', headline: `Request #${number} sent to IT`, detail: where };
}
