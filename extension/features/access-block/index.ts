import { recogniseControls } from '../../sites/controls.ts';
import type { PageContext } from '../../sites/page-context.ts';
import { type HeldControl, type HoldDeps, holdEvents } from './hold.ts';

/** Holds clicks on controls that give access until they are admitted. Call it before any script of the page runs. */
export function startAccessBlock(admit: HoldDeps['admit'], context: () => PageContext, signal: AbortSignal): void {
  holdEvents({ controlOf: (target) => controlAt(target, context()), admit }, signal);
}

/**
 * The control that an event on `target` sets off. Controls that only open a dialog pass: what is done in there is held.
 * Read at the moment of the click, so that it is true then, whatever the page redrew before.
 */
function controlAt(target: Element, context: PageContext): HeldControl | null {
  const control = recogniseControls(target.ownerDocument, context).find(
    ({ element, step }) => step === 'acts' && element.contains(target),
  );
  return control?.element instanceof HTMLElement ? { element: control.element, control } : null;
}
