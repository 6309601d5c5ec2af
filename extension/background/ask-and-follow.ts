import type { RequestReceipt } from '../../core/contract/messages/index.ts';
import { type AskInput, askIt } from './ask-it.ts';
import { tick, updateRequests } from './jobs.ts';
import { later } from './later.ts';

/** "Ask IT"; once it is sent, the popup learns where the request stands. */
export async function askAndFollow(input: AskInput): Promise<RequestReceipt> {
  const receipt = await askIt(input);
  if (receipt.state === 'sent' || receipt.state === 'reached')
    void tick()
      .then(() => updateRequests())
      .catch(later);
  return receipt;
}
