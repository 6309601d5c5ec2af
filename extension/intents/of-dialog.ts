import type { IntentOnPage } from '../../core/contract/messages.ts';
import { appsNamedIn, isKnownProduct, type Product, productNamed } from '../../core/organization/index.ts';
import type { Intent } from '../../core/policy/index.ts';
import type { PageContext } from '../sites/page-context.ts';
import { dialogIntents, type ShareDialog } from '../sites/share-dialog.ts';
import { peopleOfDialog } from './people-of-dialog.ts';
import { containerFor, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** What sending a dialog would do, with everybody chosen in it. */
export function intentOfDialog(dialog: ShareDialog, context: PageContext): IntentOnPage {
  const place = placeOf(context);
  const { intent, product = place.product } = aimOf(dialog);
  return {
    ...place,
    product,
    container: containerFor(product, place),
    intent,
    targets: targetsOf(intent, peopleOfDialog(dialog)),
    layer: 'page',
  };
}

/** What it does, and for which app; without one it is the page's. A dialog of a space that is called like an app is the app's. */
function aimOf({ kind, heading, product }: ShareDialog): { intent: Intent; product?: Product | null } {
  const intent = dialogIntents[kind];
  if (product === null) {
    const [app, ...more] = kind === 'invite' ? appsNamedIn(heading ?? '') : [];
    return app === undefined ? { intent } : { intent, product: more.length > 0 ? null : app };
  }
  const whole = productNamed(product);
  const apps = isKnownProduct(whole) ? [whole] : product.split(/\s*(?:,|&|\band\b)\s*/).map(productNamed);
  if (kind === 'add-to-space' && !apps.every(isKnownProduct)) return { intent };
  const [app = null, ...more] = apps;
  return { intent: kind === 'add-to-space' ? 'invite' : intent, product: more.length > 0 ? null : app };
}
