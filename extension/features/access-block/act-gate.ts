import { report } from '../../content/report.ts';
import { intentsOfCall } from '../../intents/of-call.ts';
import { intentOfUnread, intentsOfControl } from '../../intents/of-control.ts';
import { plainly } from '../../platform/catalogue.ts';
import type { ControlRef } from '../../sites/control.ts';
import { recogniseControls } from '../../sites/controls.ts';
import type { ClassifiedCall } from '../../sites/endpoints.ts';
import type { PageContext } from '../../sites/page-context.ts';
import { createGate, type GateDeps } from './gate.ts';
import type { CanSend } from './hold.ts';
import { namesItsPeople, SAME_ACT_MS } from './passes.ts';

export interface ActGate {
  /**
   * What to press when the control may be pressed: itself, or what the page has drawn in its place meanwhile. Null when nothing may.
   * `canSend`: its form is sent and nobody pressed it, as pages do that think a press over first; whether the form can be sent with it.
   */
  control(control: ControlRef, canSend: CanSend | null): Promise<HTMLElement | null>;
  /**
   * Whether a call that the guard holds may go on. A click already answered is not asked about twice. `stands` says whether the page
   * still waits for it.
   */
  call(call: ClassifiedCall, stands: () => boolean): Promise<boolean>;
}

/** So often a control is asked about that comes to do something else each time it is checked. */
const MOST_CHANGES = 3;

/** One gate for everything that happens on a page. */
export function createActGate(deps: GateDeps, context: () => PageContext): ActGate {
  const gate = createGate(deps);
  /** What a control was let through for, while no form was sent after it. */
  let admitted: { readonly does: string; readonly until: number } | null = null;

  const announced = (does: string): boolean => {
    if (admitted === null || admitted.does !== does || admitted.until <= deps.now()) return false;
    admitted = null;
    return true;
  };
  const control = async (pressed: ControlRef, canSend: CanSend | null, tries: number): Promise<HTMLElement | null> => {
    const intents = intentsOf(pressed, context());
    const does = JSON.stringify(intents);
    const wasOff = isOff(pressed.element);
    const inItsPlace = (): ControlRef[] =>
      controlsFor(pressed, context()).filter(({ element }) => wasOff || !isOff(element));
    const standing = (): HTMLElement | null => {
      const found = onlyElement(inItsPlace().filter((one) => JSON.stringify(intentsOf(one, context())) === does));
      return found === null || canSend === null || canSend(found) ? found : null;
    };

    let isAsked = false;
    const mayGoOn = (): boolean => {
      isAsked = true;
      return standing() !== null;
    };

    if (canSend !== null && announced(does)) return standing();
    if (!(await gate.admit(intents, mayGoOn))) return null;
    const found = standing();
    if (found !== null) {
      admitted = intents.every(namesItsPeople) ? { does, until: deps.now() + SAME_ACT_MS } : null;
      return found;
    }
    // Pages take in what was typed when a button is pressed: then it does something else by now, and is asked about as that.
    const [changed, ...others] = inItsPlace();
    if (changed === undefined || others.length > 0) return null;
    if (tries > 1 && !isAsked) return control(changed, canSend, tries - 1);
    await deps.failed(intents[0], new Error(plainly('stopped.page-changed')));
    return null;
  };

  return {
    control: (pressed, canSend) => control(pressed, canSend, MOST_CHANGES),
    call: (call, stands) => gate.admit(intentsOfCall(call, context()), stands, call.container !== null),
  };
}

/** What cannot be read is an act all the same: on people, and for an app, that nobody knows. */
function intentsOf(control: ControlRef, context: PageContext): ReturnType<typeof intentsOfControl> {
  try {
    return intentsOfControl(control, context);
  } catch (error) {
    report('access-block')(error);
    return [intentOfUnread(control, context)];
  }
}

/** Pages draw their controls anew while somebody reads: the control itself, or what may now stand in its place. */
const controlsFor = (control: ControlRef, context: PageContext): readonly ControlRef[] =>
  control.element.isConnected
    ? [control]
    : recogniseControls(document, context).filter((one) => one.step === 'acts' && one.carrier === control.carrier);

/** Pressing it does nothing, as the page says. */
const isOff = (element: Element): boolean => element.matches(':disabled, [aria-disabled="true"]');

function onlyElement(found: readonly ControlRef[]): HTMLElement | null {
  const [only] = found;
  return found.length === 1 && only?.element instanceof HTMLElement ? only.element : null;
}
