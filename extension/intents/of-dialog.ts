import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { appCalled, appsNamedIn, type Product } from '../../core/organization/index.ts';
import type { Intent } from '../../core/policy/index.ts';
import { appsChosenIn } from '../sites/apps-chosen.ts';
import type { Said } from '../sites/endpoints/app-named.ts';
import type { PageContext } from '../sites/page-context.ts';
import { dialogIntents, type ShareDialog } from '../sites/share-dialog.ts';
import { peopleOfDialog } from './people-of-dialog.ts';
import { appFor, containerFor, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** What sending a dialog would do, with everybody chosen in it: one act, or several where its words may mean either. */
export function intentsOfDialog(dialog: ShareDialog, context: PageContext): [IntentOnPage, ...IntentOnPage[]] {
  const place = placeOf(context);
  const people = peopleOfDialog(dialog);
  const act = ({ intent, product }: Aim): IntentOnPage => ({
    ...place,
    product: appFor(product, place),
    container: containerFor(product, context),
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

interface Aim {
  readonly intent: Intent;
  readonly product: Said<Product>;
}

/**
 * What it does, and for which app. A project or space may be called like an app: where the page has one, a dialog that adds people
 * to such a name does both.
 */
function aimsOf(dialog: ShareDialog, inContainer: boolean): [Aim, ...Aim[]] {
  const intent = dialogIntents[dialog.kind];
  const named = appsOfWords(dialog);
  const [app, ...more] = new Set([...named, ...(dialog.kind === 'share' ? [] : appsChosenIn(dialog.element))]);
  if (app === undefined) return [{ intent, product: 'of-page' }];
  const product = more.length > 0 ? null : app;
  if (dialog.kind !== 'add-to-space') return [{ intent, product }];
  // Apps that are only ticked are beside the space that the heading names.
  return [
    { intent: 'invite', product },
    ...(inContainer || named.length === 0 ? [{ intent, product: 'of-page' } as const] : []),
  ];
}

/**
 * The apps that a dialog's words bring people to. Words that are no app's name are a space's where people are added to one; anywhere
 * else nobody knows what they mean: null, and never an app of that name.
 */
function appsOfWords({ kind, heading, product }: ShareDialog): (Product | null)[] {
  if (product === null) return kind === 'invite' ? appsNamedIn(heading ?? '') : [];
  const whole = appCalled(product);
  const apps = whole === null ? product.split(/\s*(?:,|&|\band\b)\s*/i).map(appCalled) : [whole];
  if (!apps.includes(null)) return apps;
  return kind === 'add-to-space' ? [] : [null];
}
