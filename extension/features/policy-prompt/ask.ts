import type { RequestReceipt } from '../../../core/contract/messages/index.ts';
import { say, together } from '../../words/say.ts';
import type { AskResult } from './view.ts';

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
