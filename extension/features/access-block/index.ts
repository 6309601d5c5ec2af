import type { IntentOnPage } from '../../../core/contract/messages.ts';
import type { Decide } from '../../guard/serve.ts';
import { intentsOfCall } from '../../intents/of-call.ts';
import { intentOfControl } from '../../intents/of-control.ts';
import { recogniseControls } from '../../sites/controls.ts';
import type { PageContext } from '../../sites/page-context.ts';
import type { Gate } from './gate.ts';
import { type HeldControl, holdEvents } from './hold.ts';

/** Holds clicks on controls that give access until the gate has answered. Call it before any script of the page runs. */
export function startAccessBlock(gate: Gate, context: () => PageContext, signal: AbortSignal): void {
  holdEvents({ controlOf: (target) => controlAt(target, context()), admit: (intent) => gate.admit(intent) }, signal);
}

/**
 * The control that an event on `target` sets off. Controls that only open a dialog pass: what is done in there is held.
 * Read at the moment of the click, so that it is true then, whatever the page redrew before.
 */
function controlAt(target: Element, context: PageContext): HeldControl | null {
  const control = recogniseControls(target.ownerDocument, context).find(
    ({ element, step }) => step === 'acts' && element.contains(target),
  );
  return control?.element instanceof HTMLElement
    ? { element: control.element, intent: intentOfControl(control, context) }
    : null;
}

/** The guard's question, answered by the same gate: a click already answered is not asked about twice. */
export const decideCalls =
  (gate: Gate, context: () => PageContext): Decide =>
  async (call, hold) => {
    hold();
    if (await admitAll(gate, intentsOfCall(call, context()))) return { allow: true };
    return { allow: false, message: 'Your organization’s IT decides about this. It was not sent.' };
  };

/** One after the other, as a person would be asked; the first that may not go stops the call. */
async function admitAll(gate: Gate, intents: readonly IntentOnPage[]): Promise<boolean> {
  for (const intent of intents) if (!(await gate.admit(intent))) return false;
  return true;
}
