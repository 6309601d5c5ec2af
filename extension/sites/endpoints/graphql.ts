import { type Intent, isAboutActor } from '../../../core/policy/index.ts';
import { tidyPath } from '../plain-address.ts';
import { saysMore } from './besides.ts';
import { isRecord, isSaid, jsonIn, recordsIn } from './body.ts';
import { isDeclined } from './declines.ts';
import { switchesAdmin } from './given-besides.ts';
import { changesPeople, intentsByName, isDoing, isExempt, isGiving, isNoun, isReading } from './graphql-names.ts';
import { type GraphqlCall, type GraphqlText, readGraphql } from './graphql-text.ts';
import type { Json } from './json.ts';
import { namesByAddress } from './named-by-address.ts';
import { lettersOf } from './people-fields.ts';
import { peopleIn } from './people-in-body.ts';

/**
 * Inputs of Atlassian's GraphQL schema that give access, by their types without "Input" (B: forge cli-shared 9.8.0). Fields of
 * mutations are called like their inputs there, as far as known; these ones' names were never seen (I, unverified).
 */
const inputs: Readonly<Record<string, Intent>> = {
  AdminInvite: 'invite',
  AdminInviteGroup: 'invite',
  AdminAssignRole: 'grant-role',
  JiraProjectApproveAccessRequest: 'add-to-project',
  KitsuneApproveSpaceAccessRequest: 'add-to-project',
  TownsquareProjectGrantAccess: 'add-to-project',
  RequestPageAccess: 'request-access',
  CcpCreateEntitlement: 'start-app',
  CommerceExpCreateEntitlement: 'start-app',
};

/** What makes another name of the same thing: `AdminInviteInputV2`, `adminInviteUsers`, `AdminInvitePayload`. */
const ENDINGS = /(?:inputs?|payload|response|mutation|users?|people|members?|v?\d+)+$/;
const plainName = (name: string): string => name.toLowerCase().replaceAll('_', '').replace(ENDINGS, '');
const known: ReadonlyMap<string, Intent> = new Map(
  Object.entries(inputs).map(([name, intent]) => [plainName(name), intent]),
);

type Operation = { readonly [key: string]: Json };

/** What one operation of a request does. */
export interface Done {
  readonly intents: readonly Intent[];
  /** With what is written into its text as fields; null where nobody can read it. */
  readonly said: Json;
  /** Whether it may be about people whom it does not name: what another thing in it names says nothing of them. */
  readonly isMore: boolean;
}

/**
 * Everything the operations of a GraphQL request do, which may be a batch; none for queries and for everything harmless.
 * @param unread what an operation counts as of which nobody can say more, such as a mutation nobody has described that names people
 * by their addresses
 * @param anything what counts in place of an operation that cannot be read
 * @param hasFile whether a file is sent with them
 */
export function doneByGraphql(
  url: URL,
  body: Json,
  unread: Intent,
  anything: readonly Intent[],
  hasFile: boolean,
): Done[] {
  const operations = operationsIn(url, body);
  const inAddress = namesInAddress(url);
  const inPath = namesInPath(url);
  const unreadable: Done = { intents: anything, said: null, isMore: true };
  if (operations.length * (inAddress.length + inPath.length) > MOST_NAMES) return [unreadable];
  return operations
    .map((operation) =>
      isOperation(operation)
        ? doneBy(operation, [...namesOf(operation.operationName), ...inAddress], inPath, unread, anything, hasFile)
        : unreadable,
    )
    .filter(({ intents }) => intents.length > 0)
    .map((done) => (hasFile && mayBeForOthers(done.intents) ? { ...done, isMore: true } : done));
}

/** What an address says of each operation of its body: more than anybody sends would take its time for each. */
const MOST_NAMES = 10_000;
const MOST_PAIRS = 50;

/**
 * A request as what it says, for whoever looks for people and apps: with what is written into an operation's text as fields. Null where
 * nobody can read one of its operations.
 */
export function spelledOut(url: URL, body: Json): readonly Json[] | null {
  const operations = operationsIn(url, body).map(spelled);
  return operations.includes(null) ? null : operations;
}

function spelled(operation: Json): Json {
  if (!isOperation(operation)) return null;
  const variables = variablesOf(operation);
  if (!hasText(operation)) return variables === undefined ? null : operation;
  return spelledBy(operation, variables, readGraphql(operation.query, variables ?? null));
}

function spelledBy(operation: Operation, variables: Json | undefined, { isUnread, literals, used }: GraphqlText): Json {
  if (isUnread || variables === undefined) return null;
  return { ...operation, query: '', ...(isRecord(variables) && { variables: unusedOf(variables, used) }), literals };
}

const hasText = (operation: Operation): operation is Operation & { readonly query: string } =>
  typeof operation.query === 'string' && operation.query !== '';

const unusedOf = (variables: Json, used: ReadonlySet<string>): Json =>
  isRecord(variables) ? Object.fromEntries(Object.entries(variables).filter(([name]) => !used.has(name))) : null;

/** An empty batch does nothing. The address may carry an operation too, with its variables there or in the body. */
function operationsIn(url: URL, body: Json): readonly Json[] {
  const inBody = (Array.isArray(body) ? (body as readonly Json[]) : [body]).flatMap(withThoseBeside);
  const written = inAddress(url, 'query');
  if (written.length === 0) return inBody;
  const variables = inAddress(url, 'variables');
  const given =
    variables.length > 0 ? variables : [null, ...inBody.map((one) => (isRecord(one) ? (one.variables ?? null) : null))];
  if (written.length * given.length > MOST_PAIRS) return [null];
  // A body that only gives the variables is no operation by itself.
  const whole = inBody.filter((one) =>
    isRecord(one) ? ['query', 'id', 'extensions'].some((part) => part in one) : one !== null,
  );
  return [...written.flatMap((query) => given.map((variables) => ({ query, variables }))), ...whole];
}

/**
 * A request, and those that stand beside it: nobody knows which of them is done. An upload carries its request as one field of a form
 * (GraphQL multipart request specification).
 */
function withThoseBeside(request: Json): readonly Json[] {
  if (!isRecord(request)) return [request];
  const beside = Object.entries(request).flatMap(([name, value]) =>
    parts.includes(name) || !isSaid(value) ? [] : requestsIn(name, value, request.variables ?? null),
  );
  // By its id it may be another one than its text says.
  const isOther = hasText(request) && isSaid(request.id) && !isNamedIn(request.query, request.operationName);
  const byId = isOther ? [{ ...request, query: '' }] : [];
  return beside.length > 0 && !isOperation(request) ? beside : [request, ...byId, ...beside];
}

const isNamedIn = (text: string, name: Json | undefined): boolean =>
  !isSaid(name) || (typeof name === 'string' && text.includes(name));

/** What may be requests in a field of one: in its own form, in a list, or as the text of a document. */
function requestsIn(name: string, value: Json, variables: Json): readonly Json[] {
  const inside = read(value);
  if (name === 'operations') return Array.isArray(inside) ? (inside as readonly Json[]) : [inside ?? null];
  if (typeof value === 'string' && inside === undefined)
    return value.includes('{') && /\bmutation\b/.test(value) ? [{ query: value, variables }] : [];
  return [inside ?? null].flat().filter((one) => isRecord(one) && REQUESTS.some((part) => part in one));
}

const inAddress = (url: URL, ...names: readonly string[]): string[] =>
  [...url.searchParams].flatMap(([name, value]) => (names.includes(name.toLowerCase()) ? [value] : []));

const namesOf = (said: Json | undefined): string[] =>
  typeof said === 'string' ? said.split(/[\s,]+/).filter((name) => name !== '') : [];

/** What an operation without a text is called by its address, which need not say the same as itself. */
const namesInAddress = (url: URL): string[] => inAddress(url, 'operationname', 'q').flatMap(namesOf);

/** Names below the address itself: one may be that of an operation, or only say how it is kept (`/graphql/pq/<hash>`). */
const namesInPath = ({ pathname }: URL): string[] =>
  (/graphql\/(.*)/i.exec(tidyPath(pathname))?.[1] ?? '').split('/').filter((name) => /^[a-z]\w*$/i.test(name));

const parts = ['query', 'variables', 'extensions', 'id', 'operationName'];
/** Those that other records have not. */
const REQUESTS = ['query', 'variables', 'operationName', 'extensions'];
const isOperation = (value: Json): value is Operation => isRecord(value) && parts.some((part) => part in value);

/** Undefined for variables in a text that nobody can read. */
const variablesOf = ({ variables }: Operation): Json | undefined => read(variables);

function doneBy(
  operation: Operation,
  named: readonly string[],
  inPath: readonly string[],
  unread: Intent,
  anything: readonly Intent[],
  hasFile: boolean,
): Done {
  const variables = variablesOf(operation);
  if (!hasText(operation)) {
    const called = [...named, ...inPath.filter((name) => isGiving(name) || intentOf(name).length > 0)];
    if (called.length > 0 && called.every(isReading)) return { intents: [], said: operation, isMore: false };
    if (variables === undefined) return { intents: anything, said: null, isMore: true };
    const intents = intentsOfPersisted(called, variables, unread, hasFile);
    const isMore = mayBeForOthers(intents) && saysMore(variables);
    return { intents, said: operation, isMore: isMore || (isAboutOthers(intents) && peopleIn(operation).length === 0) };
  }
  const text = readGraphql(operation.query, variables ?? null);
  const said = spelledBy(operation, variables, text);
  if (text.isUnread) return { intents: anything, said, isMore: true };
  if (!text.isMutation) return { intents: [], said, isMore: false };
  const found = text.names.flatMap(intentOf);
  if (variables === undefined) return { intents: [...found, ...anything], said, isMore: true };
  const written = [variables, text.literals];
  // What is given to a field stands there by that field's name.
  const unused = unusedOf(variables, text.used);
  const shaped = shapesIn(written);
  // What an operation, a fragment or a variable is called describes nothing that is done.
  const described = (name: string): Intent[] => [name, ...(text.typesOf.get(name) ?? [])].flatMap(intentOf);
  const isStrange = (name: string): boolean => described(name).length === 0;
  const strange = [...new Set(text.called)].filter(isStrange);
  const toPeople = peopleIn(written).length > 0;
  const gives = ({ name, isStep, given }: GraphqlCall): boolean =>
    isStrange(name) && !isDeclined(name, given) && (isDoing(name) || (isStep && isGiving(name, toPeople)));
  const doneIn = ({ name }: GraphqlCall): Intent[] =>
    isStrange(name) ? intentsByName(name, unread, toPeople) : described(name);
  const byName = [
    ...text.calls.filter(gives).flatMap(doneIn),
    ...text.calls.flatMap(({ name, given }) => (isStrange(name) ? madeAdmin(name, given) : [])),
  ];
  const mayGive = strange.length > 0 ? !strange.every(isExempt) : found.length === 0;
  // What people do for themselves explains no addresses.
  const isUnread =
    mayGive &&
    !isAboutOthers([...shaped, ...byName]) &&
    (namesByAddress([unused, text.literals]) || (hasFile && text.called.some(isOfSeveral)));
  const intents = [...new Set([...found, ...shaped, ...byName, ...(isUnread ? [unread] : [])])];
  const giving = text.calls.filter((call) => gives(call) || mayBeForOthers(described(call.name)));
  // What no use is found of may be given to one of them.
  const lacking = giving.filter((call) => !call.isAgain && isAboutOthers(doneIn(call)) && namesNobody(call));
  const lacks = peopleIn(said).length === 0 || lacking.length > (peopleIn(unused).length > 0 ? 1 : 0);
  const isMore =
    (isAboutOthers(intents) && lacks) ||
    (mayBeForOthers(intents) && (saysMore(unused) || (giving.length > 0 ? giving : text.calls).some(isGivenMore)));
  return { intents, said, isMore };
}

/** What is read as people by the name of what it is given to alone, is somebody already. */
const isGivenMore = (call: GraphqlCall): boolean =>
  saysMore(call.given) && (peopleIn(call.given).length > 0 || namesNobody(call));

const isAboutOthers = (intents: readonly Intent[]): boolean => intents.some((intent) => !isAboutActor(intent));

/** People ask for access, or join, for themselves, and may do so for others; what else they do for themselves is for nobody. */
export const mayBeForOthers = (intents: readonly Intent[]): boolean =>
  isAboutOthers(intents) || intents.some((intent) => intent === 'request-access' || intent === 'join');

const madeAdmin = (name: string, given: Json): Intent[] =>
  changesPeople(name) && switchesAdmin(given) ? ['grant-role'] : [];

const namesNobody = ({ name, given }: GraphqlCall): boolean => peopleIn({ [name]: given }).length === 0;

const intentOf = (name: string): Intent[] => {
  const intent = known.get(plainName(name));
  return intent === undefined ? [] : [intent];
};
/** What a file is given to that lists people: `importUsers`, `uploadMembersFromCsv`. */
const isOfSeveral = (name: string): boolean =>
  /user(?:s|list)|members|people|emails|invitees|guests|customers/i.test(name);
const isDescribed = (name: string): boolean => known.has(plainName(name));

/** Persisted operations carry no text: their name and the shape of the variables are all there is, and most are queries. */
function intentsOfPersisted(called: readonly string[], variables: Json, unread: Intent, hasFile: boolean): Intent[] {
  const found = [...called.flatMap(intentOf), ...shapesIn(variables)];
  // What people do for themselves explains no addresses.
  if (isAboutOthers(found)) return found;
  const toPeople = peopleIn(variables).length > 0;
  const isNone = (name: string): boolean => isDescribed(name) || isNoun(name, toPeople) || isDeclined(name, variables);
  const giving = called.filter((name) => !isNone(name) && isGiving(name, toPeople));
  const byName = [
    ...giving.flatMap((name) => intentsByName(name, unread, toPeople)),
    ...called.flatMap((name) => madeAdmin(name, variables)),
  ];
  const isUnread =
    !isAboutOthers(byName) &&
    !(called.length > 0 && called.every(isExempt)) &&
    (namesByAddress(variables) || (hasFile && called.some(isOfSeveral)));
  return [...new Set([...found, ...byName, ...(isUnread ? [unread] : [])])];
}

/**
 * What gives access by the names of its fields (B: `ShareResourceInput`, `AdminInviteInput`). Without a `shareType` addresses may
 * be those of a report; users and groups that are known by id are those of a page's restrictions, who have access to the site.
 */
function shapesIn(input: Json): Intent[] {
  const found: Intent[] = [];
  for (const record of recordsIn(input)) {
    const fields = new Map(Object.entries(record).map(([name, value]) => [lettersOf(name), value]));
    const users = fields.get('users');
    if (isSaid(fields.get('emails')) && fields.has('sharetype')) found.push('share-with-new-person');
    if (isSaid(users) && (fields.has('resourcerole') || (fields.has('groupids') && namesMoreThanIds(users))))
      found.push('invite');
  }
  return found;
}

const namesMoreThanIds = (users: Json | undefined): boolean =>
  peopleIn({ users: users ?? null }).some(({ accountId }) => accountId === null);

/** Variables may come as text, and so does the whole request beside an upload. Undefined when nobody can read the text. */
function read(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value ?? null;
  return /^\s*(?:null\s*)?$/.test(value) ? null : (jsonIn(value) ?? undefined);
}
