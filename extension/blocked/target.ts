import { IntentOnPage } from '../../core/contract/messages.ts';
import { productOfOwner } from '../../core/organization/index.ts';
import { Intent } from '../../core/policy/index.ts';
import { readRoute } from '../sites/routes.ts';

export interface BlockedTarget {
  readonly intent: IntentOnPage;
  /** The address that was stopped, for people to read. */
  readonly address: string;
}

const hosts = /^(?:[a-z0-9-]+\.atlassian\.net|(?:id|www|admin|home)\.atlassian\.com)$/;

/**
 * Reads what was stopped out of this page's own address: the intent from the query (written by our network rule), the
 * stopped address from the fragment. Any site may link here, so everything is checked; null when it makes no sense.
 */
export function blockedTarget(location: { readonly search: string; readonly hash: string }): BlockedTarget | null {
  const intent = Intent.safeParse(new URLSearchParams(location.search).get('intent'));
  const address = location.hash.slice(1);
  if (!intent.success || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || !hosts.test(url.hostname)) return null;
  const route = readRoute(url);
  const named = route.join?.product ?? /^\/invite\/p\/([^/]+)/.exec(url.pathname)?.[1];
  const parsed = IntentOnPage.safeParse({
    intent: intent.data,
    // An invitation to a project says which project's link it is, not which app the project is in.
    product: named === undefined || named === 'project' ? null : productOfOwner(named),
    cloudId: route.cloudId,
    siteHost: route.site ?? continueHost(url),
    targets: [],
    container: route.projectKey,
    layer: 'network',
  });
  return parsed.success ? { intent: parsed.data, address: `${url.hostname}${url.pathname}` } : null;
}

/** Join links say where they lead in `continue`. */
function continueHost(url: URL): string | null {
  const next = url.searchParams.get('continue');
  return next !== null && URL.canParse(next) ? readRoute(new URL(next)).site : null;
}
