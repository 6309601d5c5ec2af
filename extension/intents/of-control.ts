import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { ControlRef } from '../sites/control.ts';
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
  const place = placeOf(context);
  const app = isAboutPageApp(control.intent) ? 'of-page' : null;
  return [
    {
      ...place,
      product: appFor(app, place),
      container: containerFor(app, context),
      intent: control.intent,
      targets: targetsOf(control.intent, []),
      layer: 'page',
    },
  ];
}
