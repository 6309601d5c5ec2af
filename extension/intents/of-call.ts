import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { isOfPage } from '../sites/endpoints/app-named.ts';
import type { ClassifiedCall } from '../sites/endpoints.ts';
import type { PageContext } from '../sites/page-context.ts';
import { appFor, containerFor, isAboutPageApp, placeOf } from './place.ts';
import { targetsOf } from './targets.ts';

/** What a call that the guard holds would do: the call's own word counts before the page's. */
export function intentOfCall(call: ClassifiedCall, context: PageContext): IntentOnPage {
  const place = placeOf(context);
  // A call to the host of another site is about that site, whatever page it comes from.
  const host = call.siteHost === place.siteHost ? undefined : call.siteHost;
  const page = host === undefined ? place : { ...place, product: null, cloudId: null };
  // One that goes to another host and names the page's own site says two.
  const said = host !== undefined && call.cloudId === place.cloudId ? null : call.cloudId;
  // A call that names another site is about that site, whose name the page does not know.
  const cloudId = said === 'of-page' ? page.cloudId : said;
  const elsewhere = host !== undefined || said === null || (place.cloudId !== null && cloudId !== place.cloudId);
  const app = isOfPage(call.product) ? appOfPage(call, context) : call.product;
  const here = elsewhere ? null : containerFor(app, context);
  return {
    intent: call.intent,
    product: appFor(app, page),
    container: call.container === undefined ? here : call.container,
    cloudId,
    siteHost: host ?? (elsewhere ? null : place.siteHost),
    targets: targetsOf(call.intent, call.targets),
    layer: 'guard',
  };
}

/** What the page's word is worth for a call that names no app: Jira's own addresses are about no app of other pages. */
const appOfPage = ({ intent, product }: ClassifiedCall, context: PageContext): 'of-page' | null =>
  isAboutPageApp(intent) && (product !== 'of-jira-page' || isOfJira(context)) ? 'of-page' : null;

const isOfJira = ({ product }: PageContext): boolean => product === 'jira' || product === 'jsm';

/** Everything that a call would do, each an act of its own. */
export const intentsOfCall = (call: ClassifiedCall, context: PageContext): IntentOnPage[] =>
  [call.intent, ...call.also].map((intent) => intentOfCall({ ...call, intent }, context));
