import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { ClassifiedCall } from '../sites/endpoints.ts';
import type { PageContext } from '../sites/page-context.ts';
import { containerFor, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** What a call that the guard holds would do: the call's own word counts before the page's. */
export function intentOfCall(call: ClassifiedCall, context: PageContext): IntentOnPage {
  const place = placeOf(context);
  // A call that names another site is about that site, whose name the page does not know.
  const cloudId = call.cloudId === 'of-page' ? place.cloudId : call.cloudId;
  const elsewhere = call.cloudId === null || (place.cloudId !== null && cloudId !== place.cloudId);
  // The app that a call starts is not the one whose page it comes from.
  const product = call.product !== 'of-page' ? call.product : call.intent === 'start-app' ? null : place.product;
  const here = elsewhere ? null : containerFor(product, place);
  return {
    intent: call.intent,
    product,
    container: call.container === undefined ? here : call.container,
    cloudId,
    siteHost: elsewhere ? null : place.siteHost,
    targets: targetsOf(call.intent, call.targets),
    layer: 'guard',
  };
}

/** Everything that a call would do, each an act of its own. */
export const intentsOfCall = (call: ClassifiedCall, context: PageContext): IntentOnPage[] =>
  [call.intent, ...call.also].map((intent) => intentOfCall({ ...call, intent }, context));
