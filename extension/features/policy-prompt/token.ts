import type { ColorScheme, IntentOnPage } from '../../../core/contract/messages/index.ts';
import { others } from '../../../core/identity/index.ts';
import { MessageError, send } from '../../platform/send.ts';

/**
 * Makes a prompt about an act, or about the check of it that failed. What the background cannot read of an act does not keep the
 * person from hearing that it was stopped, and what kind of act it was. Throws `MessageError`.
 */
export async function tokenFor(intent: IntentOnPage, failure: string | null, scheme: ColorScheme): Promise<string> {
  const { token } = await send('openPrompt', { intent, failure, scheme }).catch((error: unknown) => {
    if (failure === null || !(error instanceof MessageError) || error.code !== 'bad-message') throw error;
    return send('openPrompt', { intent: kindOnly(intent), failure, scheme });
  });
  return token;
}

const kindOnly = ({ intent, layer, targets }: IntentOnPage): IntentOnPage => ({
  intent,
  product: null,
  cloudId: null,
  siteHost: null,
  container: null,
  targets: targets.length === 0 ? [] : [others(null)],
  layer,
});
