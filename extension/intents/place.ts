import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { CloudId } from '../../core/ids.ts';
import { type Product, productOfOwner } from '../../core/organization/index.ts';
import type { Intent } from '../../core/policy/index.ts';
import type { PageContext } from '../sites/page-context.ts';

type Place = Pick<IntentOnPage, 'product' | 'cloudId' | 'siteHost' | 'container'>;

/** Products whose pages say which seat is taken there; on administration and sign-in pages the address does not. */
const products: Partial<Record<PageContext['product'], Product>> = {
  jira: 'jira-software',
  jsm: 'jira-servicedesk',
  confluence: 'confluence',
};

/** Which product of which site an act on this page is about, as far as the page says it. */
export const placeOf = (context: PageContext): Place => ({
  product: context.join ? productOfOwner(context.join.product) : (products[context.product] ?? null),
  cloudId: context.cloudId ?? ((context.join?.cloudId ?? null) as CloudId | null),
  siteHost: context.site,
  container: context.projectKey,
});

const isWiki = (product: IntentOnPage['product']): boolean => product === 'confluence';

/** The page's project or space where the act is about the page's own kind of app: a space has no key of a project. */
export const containerFor = (product: IntentOnPage['product'], place: Place): string | null =>
  place.product !== null && product !== null && isWiki(product) === isWiki(place.product) ? place.container : null;

/** The app that is started, or whose plan is changed, is not the one whose page offers it. */
export const isAboutPageApp = (intent: Intent): boolean => intent !== 'start-app' && intent !== 'change-plan';
