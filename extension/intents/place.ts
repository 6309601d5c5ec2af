import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import type { CloudId } from '../../core/ids.ts';
import { type Product, productOfOwner } from '../../core/organization/index.ts';
import type { Intent } from '../../core/policy/index.ts';
import type { Said } from '../sites/endpoints/app-named.ts';
import { fittingKey } from '../sites/key.ts';
import type { PageContext } from '../sites/page-context.ts';

type Place = Pick<IntentOnPage, 'product' | 'cloudId' | 'siteHost' | 'container'>;

const keyOf = ({ projectKey }: PageContext): string | null => (projectKey === null ? null : fittingKey(projectKey));

/** Which product of which site an act on this page is about, as far as the page says it. */
export const placeOf = (context: PageContext): Place => ({
  product: context.join ? productOfOwner(context.join.product) : context.app,
  cloudId: context.cloudId ?? ((context.join?.cloudId ?? null) as CloudId | null),
  siteHost: context.site,
  container: keyOf(context),
});

/** Apps of one family share their projects: what Jira, its service desks and its other apps call one is the same. */
const familyOf = (product: string): string => (/^(?:jira|jsm)/.test(product) ? 'jira' : product);

/**
 * The page's project or space where the act is about the page's own app, or one of its family: a space has no key of a project, and
 * other apps have neither. An act of an app that nobody can tell may be about another place.
 */
export const containerFor = (said: Said<Product>, context: PageContext): string | null =>
  said === 'of-page' || (said !== null && familyOf(said) === familyOf(context.product)) ? keyOf(context) : null;

/** Where an act says no app, the page's stands in. */
export const appFor = (said: Said<Product>, { product }: Place): Product | null =>
  said === 'of-page' ? product : said;

/** The app that is started, or whose plan is changed, is not the one whose page offers it. */
export const isAboutPageApp = (intent: Intent): boolean => intent !== 'start-app' && intent !== 'change-plan';
