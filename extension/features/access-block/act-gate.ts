import type { IntentOnPage } from '../../../core/contract/messages.ts';
import { intentsOfCall } from '../../intents/of-call.ts';
import { intentsOfControl } from '../../intents/of-control.ts';
import type { ControlRef } from '../../sites/control.ts';
import type { ClassifiedCall } from '../../sites/endpoints.ts';
import type { PageContext } from '../../sites/page-context.ts';
import { createGate, type Gate, type GateDeps } from './gate.ts';

export interface ActGate {
  /** Whether pressing the control may go on. */
  control(control: ControlRef): Promise<boolean>;
  /** Whether a call that the guard holds may go on. A click already answered is not asked about twice. */
  call(call: ClassifiedCall): Promise<boolean>;
}

/** One gate for everything that happens on a page. */
export function createActGate(deps: GateDeps, context: () => PageContext): ActGate {
  const gate = createGate(deps);
  return {
    control: (control) => admitAll(gate, intentsOfControl(control, context())),
    call: (call) => admitAll(gate, intentsOfCall(call, context())),
  };
}

/** One after the other, as a person would be asked; the first that may not go stops them all. */
async function admitAll(gate: Gate, intents: readonly IntentOnPage[]): Promise<boolean> {
  for (const intent of intents) if (!(await gate.admit(intent))) return false;
  return true;
}
