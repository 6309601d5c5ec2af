import type { IntentOnPage } from '../../core/contract/messages.ts';
import { appsNamedIn, isKnownProduct, type Product, productNamed } from '../../core/organization/index.ts';
import type { Intent } from '../../core/policy/index.ts';
import type { PageContext } from '../sites/page-context.ts';
import { dialogIntents, type ShareDialog } from '../sites/share-dialog.ts';
import { peopleOfDialog } from './people-of-dialog.ts';
import { containerFor, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** What sending a dialog would do, with everybody chosen in it: one act, or several where its words may mean either. */
export function intentsOfDialog(dialog: ShareDialog, context: PageContext): [IntentOnPage, ...IntentOnPage[]] {
  const place = placeOf(context);
  const people = peopleOfDialog(dialog);
  const act = ({ intent, product = place.product }: Aim): IntentOnPage => ({
    ...place,
    product,
    container: containerFor(product, place),
    intent,
    targets: targetsOf(intent, people),
    layer: 'page',
  });
  const [first, ...further] = aimsOf(dialog, place.container !== null);
  return [act(first), ...further.map(act)];
}

/** The act that a licence is asked about: the app's, where a dialog names one. */
export const intentOfDialog = (dialog: ShareDialog, context: PageContext): IntentOnPage =>
  intentsOfDialog(dialog, context)[0];

/** Without a product it is the page's. */
interface Aim {
  readonly intent: Intent;
  readonly product?: Product | null;
}

/**
 * What it does, and for which app. A project or space may be called like an app: where the page has one, a dialog that adds people
 * to such a name does both.
 */
function aimsOf({ kind, heading, product }: ShareDialog, inContainer: boolean): [Aim, ...Aim[]] {
  const intent = dialogIntents[kind];
  if (product === null) {
    const [app, ...more] = kind === 'invite' ? appsNamedIn(heading ?? '') : [];
    return [app === undefined ? { intent } : { intent, product: more.length > 0 ? null : app }];
  }
  const whole = productNamed(product);
  const apps = isKnownProduct(whole) ? [whole] : product.split(/\s*(?:,|&|\band\b)\s*/).map(productNamed);
  if (kind === 'add-to-space' && !apps.every(isKnownProduct)) return [{ intent }];
  const [app = null, ...more] = apps;
  const named = more.length > 0 ? null : app;
  if (kind !== 'add-to-space') return [{ intent, product: named }];
  return [{ intent: 'invite', product: named }, ...(inContainer ? [{ intent }] : [])];
}
