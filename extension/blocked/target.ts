import { IntentOnPage } from '../../core/contract/messages.ts';
import type { CloudId } from '../../core/ids.ts';
import { CloudId as CloudIdSchema } from '../../core/ids.ts';
import type { Product } from '../../core/organization/product.ts';
import { Intent } from '../../core/policy/intent.ts';

export interface BlockedTarget {
  readonly intent: IntentOnPage;
  /** The address that was stopped, for people to read. */
  readonly address: string;
}

const hosts = /^(?:[a-z0-9-]+\.atlassian\.net|(?:id|www|admin|home)\.atlassian\.com)$/;

/** `ari:cloud:jira::site/<cloudId>`, as join links carry it (atlassian-dom facts, evidence C). */
const siteAri = /ari:cloud:([a-z-]+)::site\/([0-9a-f-]{36})/;

const products: Record<string, Product> = {
  jira: 'jira-software',
  'jira-software': 'jira-software',
  'jira-servicedesk': 'jira-servicedesk',
  'jira-core': 'jira-core',
  'jira-product-discovery': 'jira-product-discovery',
  confluence: 'confluence',
};

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
  const parsed = IntentOnPage.safeParse({ ...whereOf(url), intent: intent.data, targets: [], layer: 'network' });
  return parsed.success ? { intent: parsed.data, address: `${url.hostname}${url.pathname}` } : null;
}

/** The site and product a stopped address leads to; null for each that the address does not say. */
function whereOf(url: URL): { product: Product | null; cloudId: CloudId | null; siteHost: string | null } {
  const ari = siteAri.exec(twiceDecoded(url.search));
  const site = url.hostname.endsWith('.atlassian.net') ? url.hostname : continueHost(url);
  const invite = /^\/invite\/p\/([a-z-]+)/.exec(url.pathname)?.[1];
  return {
    product: products[ari?.[1] ?? invite ?? ''] ?? null,
    cloudId: ari?.[2] === undefined ? null : CloudIdSchema.parse(ari[2]),
    siteHost: site,
  };
}

/** Sign-in pages carry the join address inside `continue`, encoded once more. */
function twiceDecoded(text: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(text));
  } catch {
    // A stray % is somebody else's text, not an address of ours.
    return text;
  }
}

function continueHost(url: URL): string | null {
  const next = url.searchParams.get('continue');
  if (next === null || !URL.canParse(next)) return null;
  const { hostname } = new URL(next);
  return /^[a-z0-9-]+\.atlassian\.net$/.test(hostname) ? hostname : null;
}
