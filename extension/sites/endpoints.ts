import type { CloudId } from '../../core/ids.ts';
import type { Product } from '../../core/organization/index.ts';
import type { Intent } from '../../core/policy/index.ts';
import { type CallTargets, isRecord, type Json, listOf, parseBody, resourceIn, targetsIn } from './endpoints/body.ts';
import { type Endpoint, isOnHost } from './endpoints/endpoint.ts';
import { intentOfGraphql } from './endpoints/graphql.ts';
import { endpoints } from './endpoints/table.ts';
import { plainHost, plainPath } from './plain-address.ts';

export { type Endpoint, type HostKind, hosts } from './endpoints/endpoint.ts';
export { endpoints } from './endpoints/table.ts';

export interface Call {
  readonly method: string;
  readonly url: URL;
  /** As text; null when there is none or it cannot be read. */
  readonly body: string | null;
}

/** A call that gives access. */
export interface ClassifiedCall {
  /** Name of the endpoint. */
  readonly endpoint: string;
  readonly intent: Intent;
  /** Empty when people act for themselves (join, request access). */
  readonly targets: CallTargets;
  readonly product: Product | null;
  readonly cloudId: CloudId | null;
}

const compiled = new Map<Endpoint, RegExp>();
const pathOf = (endpoint: Endpoint): RegExp => {
  const known = compiled.get(endpoint) ?? new RegExp(endpoint.path, 'i');
  compiled.set(endpoint, known);
  return known;
};

/**
 * The endpoint at this method and address, whatever the body and however the address is spelled; null for nearly everything a
 * page calls.
 */
export function endpointAt(method: string, url: URL): Endpoint | null {
  const verb = method.toUpperCase();
  if (verb === 'GET' || verb === 'HEAD' || verb === 'OPTIONS' || verb === 'DELETE') return null;
  const host = plainHost(url.hostname);
  const path = plainPath(url.pathname);
  return (
    endpoints.find(
      (endpoint) =>
        (endpoint.methods as readonly string[]).includes(verb) &&
        isOnHost(endpoint.hosts, host) &&
        pathOf(endpoint).test(path),
    ) ?? null
  );
}

/** What a call is about to do; null for harmless ones, among them shares with people who have access already. */
export function classifyCall({ method, url, body }: Call): ClassifiedCall | null {
  const endpoint = endpointAt(method, url);
  if (!endpoint) return null;
  const json = parseBody(body);
  const intent = intentOf(endpoint, json);
  if (!intent) return null;
  const resource = resourceIn(body);
  return {
    endpoint: endpoint.name,
    intent,
    targets: intent === 'join' || intent === 'request-access' ? { emails: [], accountIds: [] } : targetsIn(json),
    product: productOf(resource?.product) ?? productIn(json) ?? productOfPath(plainPath(url.pathname)),
    cloudId: (resource?.cloudId ?? cloudIdInPath(plainPath(url.pathname))) as CloudId | null,
  };
}

function intentOf(endpoint: Endpoint, body: Json): Intent | null {
  if (!endpoint.bodyNeeded) return endpoint.intent;
  if (endpoint.name.endsWith('graphql')) return intentOfGraphql(body);
  if (!isRecord(body)) return endpoint.name === 'access-request' ? 'request-access' : null;
  if (endpoint.name === 'access-request') return body.accessMode === 'DIRECT_ACCESS' ? 'join' : 'request-access';
  return listOf(body.recipients).some(isNewPerson) ? endpoint.intent : null;
}

/** Account ids, groups and teams have access already, or get none by a share; an e-mail or an outside user may be anybody. */
const isNewPerson = (recipient: Json): boolean =>
  isRecord(recipient) &&
  (recipient.type === 'external_user' || (typeof recipient.email === 'string' && recipient.email !== ''));

/** Atlassian's ARIs say `jira` for Jira as a whole. */
const products: Readonly<Record<string, Product>> = {
  jira: 'jira-software',
  'jira-software': 'jira-software',
  'jira-servicedesk': 'jira-servicedesk',
  'jira-core': 'jira-core',
  'jira-product-discovery': 'jira-product-discovery',
  confluence: 'confluence',
};

export const productOf = (name: string | undefined): Product | null =>
  name === undefined ? null : (products[name] ?? null);

/** `metadata.productId` of a share, `products` of a new user. */
function productIn(body: Json): Product | null {
  if (!isRecord(body)) return null;
  const named = isRecord(body.metadata) ? body.metadata.productId : listOf(body.products)[0];
  return typeof named === 'string' ? productOf(named) : null;
}

const productOfPath = (path: string): Product | null =>
  path.startsWith('/wiki/')
    ? 'confluence'
    : path.startsWith('/rest/servicedesk') || path.startsWith('/servicedesk')
      ? 'jira-servicedesk'
      : null;

const cloudIdInPath = (path: string): string | null =>
  /\/(?:site|xflow|cloud)\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/.exec(path)?.[1] ?? null;
