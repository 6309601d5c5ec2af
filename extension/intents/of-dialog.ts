import type { IntentOnPage } from '../../core/contract/messages.ts';
import { productNamed } from '../../core/organization/index.ts';
import type { PageContext } from '../sites/page-context.ts';
import { dialogIntents, type ShareDialog } from '../sites/share-dialog.ts';
import { peopleOfDialog } from './people-of-dialog.ts';
import { containerFor, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** What sending a dialog would do, with everybody chosen in it. */
export function intentOfDialog(dialog: ShareDialog, context: PageContext): IntentOnPage {
  const place = placeOf(context);
  const intent = dialogIntents[dialog.kind];
  const product = dialog.product === null ? place.product : productNamed(dialog.product);
  return {
    ...place,
    product,
    container: containerFor(product, place),
    intent,
    targets: targetsOf(intent, peopleOfDialog(dialog)),
    layer: 'page',
  };
}
