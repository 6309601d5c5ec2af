import { IntentOnPage } from '../../core/contract/messages/index.ts';
import { productOfOwner } from '../../core/organization/index.ts';
import { navigationAt } from '../sites/navigations.ts';
import { plainHost, plainPath } from '../sites/plain-address.ts';
import { readRoute } from '../sites/routes.ts';

/** What opening this address would do, by our own tables; null when it is no page that rules of ours stop. */
export function ofNavigation(address: URL): IntentOnPage | null {
  const navigation = navigationAt(address);
  if (navigation === null || address.protocol !== 'https:') return null;
  const url = plainly(address);
  const route = readRoute(url);
  const named = route.join?.product ?? /\/invite\/p\/([^/]+)/.exec(url.pathname)?.[1];
  const intent = IntentOnPage.safeParse({
    intent: navigation.intents[0],
    // An invitation to a project says which project's link it is, not which app the project is in.
    product: named === undefined || named === 'project' ? null : productOfOwner(named),
    cloudId: route.cloudId,
    siteHost: route.site ?? continueHost(url),
    container: null,
    targets: [],
    layer: 'network',
  });
  return intent.success ? intent.data : null;
}

/** An address for people to read: what it is, whatever way it was spelled. */
export function readable(address: URL): string {
  const { hostname, pathname } = plainly(address);
  return `${hostname}${pathname}`;
}

function plainly(url: URL): URL {
  const plain = new URL(url);
  plain.hostname = plainHost(url.hostname);
  plain.port = '';
  plain.pathname = plainPath(url.pathname);
  return plain;
}

/** Join links say where they lead in `continue`. */
function continueHost(url: URL): string | null {
  const next = url.searchParams.get('continue');
  return next !== null && URL.canParse(next) ? readRoute(new URL(next)).site : null;
}
