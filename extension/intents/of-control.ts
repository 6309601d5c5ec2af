import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { ControlRef } from '../sites/control.ts';
import type { PageContext } from '../sites/page-context.ts';
import { dialogIntents, readShareDialogs } from '../sites/share-dialog.ts';
import { intentOfDialog } from './of-dialog.ts';
import { containerFor, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** What pressing a control would do: the people come from the dialog it would send, if it sends one. */
export function intentOfControl(control: ControlRef, context: PageContext): IntentOnPage {
  const dialog = readShareDialogs(control.element).find(({ submit }) => submit === control.element);
  if (dialog) {
    const does = intentOfDialog(dialog, context);
    // A control that is known by itself says what it does; one that sends the dialog does what that does.
    return control.intent === dialogIntents[dialog.kind] ? does : { ...does, intent: control.intent };
  }
  const place = placeOf(context);
  // The app that a "Try" button starts is not the one whose page it stands on.
  const product = control.intent === 'start-app' ? null : place.product;
  return {
    ...place,
    product,
    container: containerFor(product, place),
    intent: control.intent,
    targets: targetsOf(control.intent, []),
    layer: 'page',
  };
}
