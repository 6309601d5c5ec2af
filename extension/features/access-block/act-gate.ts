import type { IntentOnPage } from '../../../core/contract/messages.ts';
import { report } from '../../content/report.ts';
import { intentsOfCall } from '../../intents/of-call.ts';
import { intentOfUnread, intentsOfControl } from '../../intents/of-control.ts';
import type { ControlRef } from '../../sites/control.ts';
import { recogniseControls } from '../../sites/controls.ts';
import type { ClassifiedCall } from '../../sites/endpoints.ts';
import type { PageContext } from '../../sites/page-context.ts';
import { createGate, type GateDeps } from './gate.ts';

export interface ActGate {
  /** What to press when the control may be pressed: itself, or what the page has drawn in its place meanwhile. Null when nothing may. */
  control(control: ControlRef): Promise<HTMLElement | null>;
  /**
   * Whether a call that the guard holds may go on. A click already answered is not asked about twice. `stands` says whether the page
   * still waits for it.
   */
  call(call: ClassifiedCall, stands: () => boolean): Promise<boolean>;
}

/** One gate for everything that happens on a page. */
export function createActGate(deps: GateDeps, context: () => PageContext): ActGate {
  const gate = createGate(deps);
  return {
    async control(control) {
      const intents = intentsOf(control, context());
      const standing = () => standingFor(control, intents, context());
      return (await gate.admit(intents, () => standing() !== null)) ? standing() : null;
    },
    call: (call, stands) => gate.admit(intentsOfCall(call, context()), stands, call.container !== null),
  };
}

/** What cannot be read is an act all the same: on people, and for an app, that nobody knows. */
function intentsOf(control: ControlRef, context: PageContext): readonly IntentOnPage[] {
  try {
    return intentsOfControl(control, context);
  } catch (error) {
    report('access-block')(error);
    return [intentOfUnread(control, context)];
  }
}

/** Pages draw their controls anew while somebody reads: the one that now does just the same, if there is one. */
function standingFor(control: ControlRef, intents: readonly IntentOnPage[], context: PageContext): HTMLElement | null {
  const does = JSON.stringify(intents);
  const found = control.element.isConnected
    ? [control]
    : recogniseControls(document, context).filter(
        (one) =>
          one.step === 'acts' && one.carrier === control.carrier && JSON.stringify(intentsOf(one, context)) === does,
      );
  const [only] = found;
  return found.length === 1 && only?.element instanceof HTMLElement ? only.element : null;
}
