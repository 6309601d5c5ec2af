import { report } from '../../content/report.ts';
import type { ControlRef } from '../../sites/control.ts';
import { recogniseControls } from '../../sites/controls.ts';
import type { PageContext } from '../../sites/page-context.ts';
import { dialogOf } from '../../sites/share-dialog.ts';
import { type HeldControl, type HoldDeps, holdEvents } from './hold.ts';

/** What is pressed; clicks on anything else send nothing. */
const PRESSED =
  'button,a,[role="button"],[role="option"],[role="menuitem"],input[type="submit"],input[type="image"],input[type="button"]';

/** Holds clicks on controls that give access until they are admitted. Call it before any script of the page runs. */
export function startAccessBlock(
  deps: Omit<HoldDeps, 'controlOf'>,
  context: () => PageContext,
  signal: AbortSignal,
): void {
  holdEvents({ ...deps, controlOf: (target) => controlAt(target, context) }, signal);
}

/**
 * The control that an event on `target` sets off. Controls that only open a dialog pass: what is done in there is held.
 * Read at the moment of the click, so that it is true then, whatever the page redrew before. A page may make itself unreadable: then
 * what stands around the target decides, and what is pressed in something that cannot be read is held too.
 */
function controlAt(target: Element, context: () => PageContext): HeldControl | null {
  try {
    return controlIn(target.ownerDocument, target, context());
  } catch (error) {
    report('access-block')(error);
  }
  const pressed = target.closest<HTMLElement>(PRESSED);
  if (pressed === null) return null;
  try {
    return controlIn(dialogOf(pressed) ?? pressed, target, context());
  } catch (error) {
    report('access-block')(error);
    return { element: pressed, control: unreadControl(pressed) };
  }
}

function controlIn(root: ParentNode, target: Element, context: PageContext): HeldControl | null {
  const control = recogniseControls(root, context).find(
    ({ element, step }) => step === 'acts' && element.contains(target),
  );
  return control?.element instanceof HTMLElement ? { element: control.element, control } : null;
}

const unreadControl = (element: Element): ControlRef => ({
  element,
  intent: 'invite',
  step: 'acts',
  evidence: 'I',
  carrier: 'unread',
  label: null,
  labelLanguage: null,
});
