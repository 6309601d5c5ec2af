import type { CloudId } from '../../core/ids.ts';
import type { Product } from '../../core/organization/index.ts';
import type { Intent } from '../../core/policy/index.ts';
import { productSaid, resourcesOf, type Said, siteSaid } from './endpoints/app-named.ts';
import { type CallTargets, isRecord, type Json, listOf, parseBody, targetsIn } from './endpoints/body.ts';
import { type Endpoint, hosts } from './endpoints/endpoint.ts';
import { intentOfGraphql } from './endpoints/graphql.ts';
import { endpoints } from './endpoints/table.ts';

export { type Endpoint, hosts } from './endpoints/endpoint.ts';
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
  readonly product: Said<Product>;
  readonly cloudId: Said<CloudId>;
}

const compiled = new Map<Endpoint, RegExp>();
const pathOf = (endpoint: Endpoint): RegExp => {
  const known = compiled.get(endpoint) ?? new RegExp(endpoint.path);
  compiled.set(endpoint, known);
  return known;
};

const onHost = (endpoint: Endpoint, host: string): boolean =>
  endpoint.hosts.some((kind) =>
    hosts[kind].some((suffix) => host === suffix || (kind === 'site' && host.endsWith(`.${suffix}`))),
  );

/** The endpoint at this method and address, whatever the body; null for nearly everything a page calls. */
export function endpointAt(method: string, url: URL): Endpoint | null {
  const verb = method.toUpperCase();
  if (verb === 'GET' || verb === 'HEAD' || verb === 'OPTIONS' || verb === 'DELETE') return null;
  return (
    endpoints.find(
      (endpoint) =>
        (endpoint.methods as readonly string[]).includes(verb) &&
        onHost(endpoint, url.hostname) &&
        pathOf(endpoint).test(url.pathname),
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
  const resources = resourcesOf(url, json, body);
  return {
    endpoint: endpoint.name,
    intent,
    targets: intent === 'join' || intent === 'request-access' ? { emails: [], accountIds: [] } : targetsIn(json),
    product: productSaid(url, json, body, resources),
    cloudId: siteSaid(url, resources) as Said<CloudId>,
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
