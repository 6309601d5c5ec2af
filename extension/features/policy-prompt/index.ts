import type { IntentOnPage } from '../../../core/contract/messages.ts';
import type { Effect } from '../../../core/licence/index.ts';
import type { Decision } from '../../../core/policy/index.ts';
import { report } from '../../content/report.ts';
import { send } from '../../platform/send.ts';
import { asker } from './ask.ts';
import { type PromptEnd, showPrompt } from './dialog.ts';
import { failureModel, promptModel } from './model.ts';

/** Explains a decision that stops something, and lets the person ask IT, go on where they may, or give up. */
export const promptFor = (
  intent: IntentOnPage,
  decision: Decision,
  effect: Effect | null,
  signal: AbortSignal,
): Promise<PromptEnd> => {
  const { outcome, ruleIds, policyVersion } = decision;
  // The action does not wait for its record.
  const went = (justification: string | null) =>
    void send('proceeded', { intent, outcome, ruleIds, policyVersion, justification }).catch(report('policy-prompt'));
  return showPrompt(promptModel(intent, decision, effect), asker(intent, decision), signal, went);
};

/** Says that the policy could not be asked; the action stays stopped. */
export async function promptFailure(intent: IntentOnPage, error: unknown, signal: AbortSignal): Promise<void> {
  const nobody = (): Promise<never> => Promise.reject(new Error('There is nothing to ask here.'));
  await showPrompt(failureModel(intent, error), nobody, signal);
}
