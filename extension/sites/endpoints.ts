import { others, type Whom } from '../../core/identity/index.ts';
import type { CloudId } from '../../core/ids.ts';
import { type Intent, isAboutActor } from '../../core/policy/index.ts';
import { isOfPage, productSaid, resourcesOf, type Said, type SaidApp, siteSaid } from './endpoints/app-named.ts';
import { saysMore } from './endpoints/besides.ts';
import { isRecord, type ReadBody, readBody, recordsIn } from './endpoints/body.ts';
import { containerIn } from './endpoints/container.ts';
import { type Endpoint, isOnHost } from './endpoints/endpoint.ts';
import { formFields } from './endpoints/form.ts';
import { givenBesides } from './endpoints/given-besides.ts';
import { type Done, doneByGraphql, mayBeForOthers, spelledOut } from './endpoints/graphql.ts';
import type { Json } from './endpoints/json.ts';
import { namesGroups, peopleIn } from './endpoints/people-in-body.ts';
import { whoIs } from './endpoints/people-in-field.ts';
import { isHarmlessShare, strangeFields, untitled } from './endpoints/share.ts';
import { endpoints } from './endpoints/table.ts';
import { plainHost, plainPath, tidyPath } from './plain-address.ts';

export { type Endpoint, type HostKind, hosts } from './endpoints/endpoint.ts';
export { endpoints } from './endpoints/table.ts';

export interface Call {
  readonly method: string;
  readonly url: URL;
  /** As text; null when there is none or it cannot be read. */
  readonly body: string | null;
  /** Whether a file is sent beside it, which may name people and anything else. */
  readonly hasFile?: boolean;
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
  readonly product: SaidApp;
  readonly cloudId: Said<CloudId>;
  /** Host of the site that it is sent to; left out where it goes to a host of no site. */
  readonly siteHost?: string;
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
export function classifyCall({ method, url, body, hasFile = false }: Call): ClassifiedCall | null {
  const endpoint = endpointAt(method, url);
  if (!endpoint) return null;
  const sent = readBody(body);
  const done = doneBy(endpoint, url, sent, hasFile);
  const [intent, ...more] = new Set(done.flatMap(({ intents }) => intents));
  if (!intent) return null;
  const read: ReadBody =
    isGraphql(endpoint) && sent.state !== 'unreadable' ? { state: 'read', json: spelledOut(url, jsonOf(sent)) } : sent;
  const json = jsonOf(read);
  const inviting = done.flatMap(({ intents, said }) => (intents.includes('invite') ? [said] : []));
  const besides = inviting.length > 0 ? [...inviting, formFields(url.search)].flatMap(givenBesides) : [];
  const also = [...new Set([...more, ...besides])].filter((other) => other !== intent);
  const resources = resourcesOf(url, json, body);
  const whole = hasFile ? null : body;
  const container = containerIn(url, json, whole);
  const host = plainHost(url.hostname);
  const said = productSaid(url, json, whole, resources);
  // A body that nobody can read may be about any app.
  const product = read.state === 'unreadable' && isOfPage(said) ? null : said;
  return {
    endpoint: endpoint.name,
    intent,
    also,
    targets: targetsOf(endpoint, intent, url, read, done),
    ...(container !== undefined && { container }),
    ...(isOnHost(['site'], host) && { siteHost: host }),
    product,
    cloudId: siteSaid(url, json, resources) as Said<CloudId>,
  };
}

/** Whom a call aims at. Whoever could not be read is somebody all the same, unless people act for themselves here. */
function targetsOf(
  endpoint: Endpoint,
  intent: Intent,
  url: URL,
  read: ReadBody,
  done: readonly Done[],
): readonly Whom[] {
  const inPath = personInPath(url);
  const inQuery = formFields(url.search);
  // One operation of a batch says nothing of the others, and what only reads nothing of any.
  const said = isGraphql(endpoint) && done.some((one) => one.said === null) ? [] : done.map((one) => one.said);
  const named = [...inPath, ...peopleIn(inQuery), ...said.flatMap(peopleIn)];
  // Whoever can be read says nothing of the others.
  const isMore =
    (read.state === 'unreadable' && inPath.length === 0) ||
    done.some((one) => one.isMore || one.intents.some((intent) => namesMoreThanPeople(intent, one.said))) ||
    [...new Set(done.flatMap(({ intents }) => intents))].some((intent) => namesMoreThanPeople(intent, inQuery));
  if (named.length > 0) return isMore ? [...named, others(null)] : named;
  return isAboutActor(intent) && !(isMore && mayBeForOthers([intent])) ? [] : [others(null)];
}

/** Acts that give to groups what they give to people. In an invitation fields of groups say where people are put: an act of its own. */
const givesToGroups: ReadonlySet<Intent> = new Set(['add-to-project', 'grant-role', 'request-access', 'join']);
const namesMoreThanPeople = (intent: Intent, json: Json): boolean =>
  // Who is in a group that something is shared with has access already.
  intent !== 'share-with-new-person' && namesGroups(json, givesToGroups.has(intent));

const jsonOf = (read: ReadBody): Json => (read.state === 'read' ? read.json : null);

/** Whose role or membership an address is about: somebody, in whatever shape. */
function personInPath({ pathname }: URL): readonly Whom[] {
  const who = /\/users\/([^/]+)\/(?:roles|role-assignments|restore)/i.exec(tidyPath(pathname))?.[1];
  if (who === undefined) return [];
  const people = whoIs(who);
  return people.length > 0 ? people : [others(1)];
}

const isGraphql = ({ name }: Endpoint): boolean => name.endsWith('graphql');

/** What each address can do whose body alone says what it does, its usual act first. */
const canDo = {
  access: ['request-access', 'join'],
  graphql: [
    'invite',
    'share-with-new-person',
    'grant-role',
    'add-to-project',
    'start-app',
    'request-access',
    'change-plan',
    'create-invite-link',
    'create-customer',
    'migrate-customer',
    'create-api-token',
    'make-public',
  ],
} as const satisfies Readonly<Record<string, readonly Intent[]>>;

/** What a call does, or each operation of it; nothing for harmless ones. A body that cannot be read may do anything its address can. */
function doneBy(endpoint: Endpoint, url: URL, read: ReadBody, hasFile: boolean): readonly Done[] {
  const said = endpoint.name === 'share' ? untitled(jsonOf(read)) : jsonOf(read);
  if (isGraphql(endpoint)) {
    const intents = [...new Set([endpoint.intent, ...canDo.graphql])];
    return read.state === 'unreadable'
      ? [{ intents, said, isMore: true }]
      : doneByGraphql(url, said, endpoint.intent, intents, hasFile);
  }
  const intents = intentsOf(endpoint, url, read, hasFile);
  const isMore =
    endpoint.name === 'share'
      ? hasFile || strangeFields(said).some((field) => peopleIn(field).length === 0)
      : mayBeForOthers(intents) && (hasFile || saysMore(said));
  return [{ intents, said, isMore }];
}

function intentsOf(endpoint: Endpoint, url: URL, read: ReadBody, hasFile: boolean): readonly Intent[] {
  if (!endpoint.bodyNeeded) return [endpoint.intent];
  if (endpoint.name === 'access-request')
    return read.state === 'unreadable' || hasFile ? canDo.access : intentsOfAccess(url, read);
  if (read.state !== 'read' || hasFile) return [endpoint.intent];
  return isHarmlessShare(read.json) && peopleIn(formFields(url.search)).length === 0 ? [] : [endpoint.intent];
}

/** Joining and asking are told apart by one field of the body; anywhere else, or with another word in it, it may be either. */
function intentsOfAccess(url: URL, read: ReadBody): readonly Intent[] {
  const json = jsonOf(read);
  const said = [...modesIn(json), ...modesIn(formFields(url.search))];
  const [mode] = said;
  if (said.length !== 1 || !isRecord(json) || json.accessMode !== mode) return canDo.access;
  return mode === 'DIRECT_ACCESS'
    ? ['join']
    : /^(?!.*DIRECT)[A-Z_]*REQUEST[A-Z_]*$/.test(String(mode))
      ? ['request-access']
      : canDo.access;
}

/** What says how access is asked for, wherever in a body: by the name of its field, or by the word for joining in any other. */
const modesIn = (json: Json): Json[] =>
  recordsIn(json).flatMap((record) =>
    Object.entries(record).flatMap(([name, value]) =>
      /mode$/i.test(name) ||
      (/(?<!re)direct(?!or)/i.test(name) && value !== false) ||
      (typeof value === 'string' && /^\s*direct[\s_-]?access\s*$/i.test(value))
        ? [value]
        : [],
    ),
  );
