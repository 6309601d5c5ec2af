import { account, others, type Whom } from '../../core/identity/index.ts';
import type { CloudId } from '../../core/ids.ts';
import type { Product } from '../../core/organization/index.ts';
import { type Intent, isAboutActor } from '../../core/policy/index.ts';
import { accountIdOf } from './account-ids.ts';
import { productSaid, resourcesOf, type Said, siteSaid } from './endpoints/app-named.ts';
import { isRecord, type Json, listOf, type ReadBody, readBody } from './endpoints/body.ts';
import { containerIn } from './endpoints/container.ts';
import { type Endpoint, isOnHost } from './endpoints/endpoint.ts';
import { formFields } from './endpoints/form.ts';
import { intentsOfGraphql, spelledOut } from './endpoints/graphql.ts';
import { peopleIn } from './endpoints/people-in-body.ts';
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
  /** Further things that one call does, such as a batch of several operations: each is an act of its own. */
  readonly also: readonly Intent[];
  /** Whom it aims at; empty only where people act for themselves (join, request access). */
  readonly targets: readonly Whom[];
  readonly product: Said<Product>;
  readonly cloudId: Said<CloudId>;
  /** Key of the project or space; null when it names one in a way that is no key; left out when it names none. */
  readonly container?: string | null;
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
  const sent = readBody(body);
  const [intent, ...also] = intentsOf(endpoint, url, sent);
  if (!intent) return null;
  const read = isGraphql(endpoint) && sent.state === 'read' ? { ...sent, json: spelledOut(sent.json) } : sent;
  const json = read.state === 'read' ? read.json : null;
  const resources = resourcesOf(url, json, body);
  const container = containerIn(url, json, body);
  const said = productSaid(url, json, body, resources);
  // A body that nobody can read may be about any app.
  const product = read.state === 'unreadable' && said === 'of-page' ? null : said;
  return {
    endpoint: endpoint.name,
    intent,
    also,
    targets: targetsOf(intent, url, read),
    ...(container !== undefined && { container }),
    product,
    cloudId: siteSaid(url, resources) as Said<CloudId>,
  };
}

/** Whom a call aims at. Whoever could not be read is somebody all the same, unless people act for themselves here. */
function targetsOf(intent: Intent, url: URL, read: ReadBody): readonly Whom[] {
  const named = [...personInPath(url), ...peopleIn(formFields(url.search)), ...peopleOf(read)];
  if (named.length > 0 || isAboutActor(intent)) return named;
  return [others(null)];
}

const peopleOf = (read: ReadBody): readonly Whom[] => (read.state === 'read' ? peopleIn(read.json) : []);

/** Whose role or membership an address is about. */
function personInPath({ pathname }: URL): Whom[] {
  const id = accountIdOf(/\/users\/([^/]+)\/(?:roles|role-assignments|restore)/.exec(pathname)?.[1]);
  return id === null ? [] : [account(id)];
}

const isGraphql = ({ name }: Endpoint): boolean => name.endsWith('graphql');

/** What a call does; nothing for harmless ones. A body that cannot be read may do anything its address can. */
function intentsOf(endpoint: Endpoint, url: URL, read: ReadBody): readonly Intent[] {
  if (!endpoint.bodyNeeded) return [endpoint.intent];
  if (endpoint.name === 'access-request')
    return read.state === 'read' && isRecord(read.json) && read.json.accessMode === 'DIRECT_ACCESS'
      ? ['join']
      : ['request-access'];
  if (read.state !== 'read') return [endpoint.intent];
  if (isGraphql(endpoint)) return intentsOfGraphql(read.json, endpoint.intent);
  return isHarmlessShare(read.json) && peopleIn(formFields(url.search)).length === 0 ? [] : [endpoint.intent];
}

/** A share with people, groups and teams that are known to the site by id, and with nobody by address. */
const isHarmlessShare = (body: Json): boolean =>
  isRecord(body) &&
  Array.isArray(body.recipients) &&
  listOf(body.recipients).every(hasAccess) &&
  peopleIn(body).every(({ accountId }) => accountId !== null);

const known: ReadonlySet<string> = new Set(['user', 'group', 'team']);
const hasAccess = (recipient: Json): boolean =>
  isRecord(recipient) &&
  typeof recipient.type === 'string' &&
  known.has(recipient.type.toLowerCase()) &&
  typeof recipient.id === 'string' &&
  recipient.id !== '' &&
  /^[\w:.-]{1,128}$/.test(recipient.id) &&
  (recipient.email ?? '') === '';
