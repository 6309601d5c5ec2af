import type { IntentOnPage } from '../../../core/contract/messages.ts';
import type { Effect } from '../../../core/licence/effect.ts';
import type { Decision } from '../../../core/policy/decide.ts';
import { asker } from './ask.ts';
import { type PromptEnd, showPrompt } from './dialog.ts';
import { failureModel, promptModel } from './model.ts';

/** Explains a decision that stops something, and lets the person ask IT, go on where they may, or give up. */
export const promptFor = (
  intent: IntentOnPage,
  decision: Decision,
  effect: Effect | null,
  signal: AbortSignal,
): Promise<PromptEnd> => showPrompt(promptModel(intent, decision, effect), asker(intent, decision), signal);

/** Says that the policy could not be asked; the action stays stopped. */
export async function promptFailure(intent: IntentOnPage, error: unknown, signal: AbortSignal): Promise<void> {
  const nobody = (): Promise<never> => Promise.reject(new Error('There is nothing to ask here.'));
  await showPrompt(failureModel(intent, error), nobody, signal);
}
