import { IntentOnPage } from '../../core/contract/messages.ts';
import { productOfOwner } from '../../core/organization/index.ts';
import { navigationAt } from '../sites/navigations.ts';
import { plainHost, plainPath } from '../sites/plain-address.ts';
import { readRoute } from '../sites/routes.ts';

export interface StoppedNavigation {
  readonly intent: IntentOnPage;
  /** The address that was stopped, for people to read. */
  readonly address: string;
}

/** What opening this address would have done, by our own tables; null when they do not read it as a page that gives access. */
export function ofNavigation(address: string): StoppedNavigation | null {
  if (!URL.canParse(address)) return null;
  const url = plainly(new URL(address));
  if (url.protocol !== 'https:' || !/^(?:id|www)\.atlassian\.com$/.test(url.hostname)) return null;
  const navigation = navigationAt(url);
  if (navigation === null) return null;
  const route = readRoute(url);
  const named = route.join?.product ?? /^\/invite\/p\/([^/]+)/.exec(url.pathname)?.[1];
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
  return intent.success ? { intent: intent.data, address: shown(url) } : null;
}

/** An address that was stopped, for people to read. */
export const shown = (url: URL): string => plainHost(url.hostname) + plainPath(url.pathname);

/** Whatever way it was spelled, it is read and shown as what it is. */
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
