import { IntentOnPage } from '../../core/contract/messages/index.ts';
import type { Intent, PolicyBundle } from '../../core/policy/index.ts';
import { isOfPage, productSaid, resourcesOf, siteSaid } from '../sites/endpoints/app-named.ts';
import type { Endpoint } from '../sites/endpoints/endpoint.ts';
import { isOnHost } from '../sites/endpoints/endpoint.ts';
import { endpointAt } from '../sites/endpoints.ts';
import { type Navigation, navigationAt } from '../sites/navigations.ts';
import { plainHost } from '../sites/plain-address.ts';
import { ofNavigation } from './of-navigation.ts';
import { targetsOf } from './targets.ts';

type Sites = PolicyBundle['organization']['sites'];

/** Which rows of our tables the network rules close now. */
export interface Closed {
  readonly endpoint: (endpoint: Endpoint) => boolean;
  readonly navigation: (navigation: Navigation) => boolean;
}

/**
 * What a request that was blocked would have done, by our own tables; null when it is none of them, or when our rules do not close
 * it: then somebody else's stopped it. Nobody saw the body, so it is about people nobody could read, and about the app and the
 * site that the address says.
 */
export function ofBlocked(method: string, address: string, sites: Sites, closed: Closed): IntentOnPage | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const navigation = navigationAt(url);
  if (navigation !== null) return closed.navigation(navigation) ? ofNavigation(url) : null;
  const endpoint = endpointAt(method, url);
  if (endpoint === null || !closed.endpoint(endpoint)) return null;
  return actAt(endpoint.intent, url, sites);
}

/** An act at an address of which nobody saw more: about the app and the site that the address says. */
export function actAt(does: Intent, url: URL, sites: Sites): IntentOnPage | null {
  const resources = resourcesOf(url, null, null);
  const product = productSaid(url, null, null, resources);
  const named = siteSaid(url, null, resources);
  const host = plainHost(url.hostname);
  const site =
    named === 'of-page' ? sites.find((one) => one.host === host) : sites.find(({ cloudId }) => cloudId === named);
  const intent = IntentOnPage.safeParse({
    intent: does,
    product: isOfPage(product) ? null : product,
    cloudId: named === 'of-page' ? (site?.cloudId ?? null) : named,
    siteHost: site?.host ?? (named === 'of-page' && isOnHost(['site'], host) ? host : null),
    container: null,
    targets: targetsOf(does, []),
    layer: 'network',
  });
  return intent.success ? intent.data : null;
}
