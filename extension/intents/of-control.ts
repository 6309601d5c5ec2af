import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import type { Product } from '../../core/organization/index.ts';
import type { ControlRef } from '../sites/control.ts';
import type { Said } from '../sites/endpoints/app-named.ts';
import type { PageContext } from '../sites/page-context.ts';
import { dialogIntents, readShareDialogs } from '../sites/share-dialog.ts';
import { intentsOfDialog } from './of-dialog.ts';
import { appFor, containerFor, isAboutPageApp, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** Everything that pressing a control would do: the people come from the dialog it would send, if it sends one. */
export function intentsOfControl(control: ControlRef, context: PageContext): [IntentOnPage, ...IntentOnPage[]] {
  const dialog = readShareDialogs(control.element).find(({ submit }) => submit === control.element);
  if (dialog) {
    const does = intentsOfDialog(dialog, context);
    const [first, ...further] = does;
    const as = (act: IntentOnPage): IntentOnPage => ({ ...act, intent: control.intent });
    // A control that is known by itself says what it does; one that sends the dialog does what that does.
    return control.intent === dialogIntents[dialog.kind] ? does : [as(first), ...further.map(as)];
  }
  return [intentFor(control, isAboutPageApp(control.intent) ? 'of-page' : null, context)];
}

/** A control of which nobody can read what it would send. */
export const intentOfUnread = (control: ControlRef, context: PageContext): IntentOnPage =>
  intentFor(control, null, context);

/** What a control does that names nobody. */
function intentFor({ intent }: ControlRef, app: Said<Product>, context: PageContext): IntentOnPage {
  const place = placeOf(context);
  return {
    ...place,
    product: appFor(app, place),
    container: containerFor(app, context),
    intent,
    targets: targetsOf(intent, []),
    layer: 'page',
  };
}
