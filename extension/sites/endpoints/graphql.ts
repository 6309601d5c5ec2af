import { isLikeAddress, parseAddress } from '../../../core/identity/index.ts';
import type { Intent } from '../../../core/policy/index.ts';
import { isRecord, type Json, jsonIn, recordsIn } from './body.ts';
import { readGraphql } from './graphql-text.ts';
import { isPeople, lettersOf } from './people-fields.ts';
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

/**
 * Mutations that send something to addresses and give nobody access, by words of their fields' names (I): reports, exports,
 * subscriptions. What nobody described is not among them.
 */
const SENDS_ONLY = /report|export|digest|subscri|notif|feedback|analytic|survey|delete|remove|revoke|deny|decline/i;
/** What gives access by its name, whether or not anybody can read to whom (I). */
const GIVES = /invit|shar|grant|access|member|role|permission|join|collaborat|guest|entitle/i;
/** A first word that takes it away, or only says that somebody saw it: `revokeAccess`, `adminRemoveMember`, `dismissInviteBanner`. */
const TAKES = /^(?:delet|remov|revok|den[yi]|declin|cancel|dismiss|leav|unshar|mark|track|log|hide|view)/;
const DOES = /^(?:invit|shar|grant|join|add|assign|giv|approv|allow|provision)/;

const isGiving = (name: string): boolean => {
  if (!GIVES.test(name)) return false;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const takes = words.findIndex((word) => TAKES.test(word));
  return takes < 0 || words.slice(0, takes).some((word) => DOES.test(word));
};

/** A field of a result may be called like what it holds (`members`): there only what is done gives. */
const isDoing = (name: string): boolean =>
  isGiving(name) &&
  /^(?:add|assign|giv|approv|allow|provision)|invite(?!e|d)|grant(?!ed|s)|share(?!d|s)|join(?!ed|s)/i.test(name);

const isExempt = (name: string): boolean => SENDS_ONLY.test(name) && !isGiving(name);

type Operation = { readonly [key: string]: Json };

/**
 * Everything a GraphQL request does, which may be a batch, each once; nothing for queries and for everything harmless.
 * @param unread what an operation counts as of which nobody can say more, such as a mutation nobody has described that names people
 * by their addresses
 * @param anything what counts in place of an operation that cannot be read
 */
export const intentsOfGraphql = (url: URL, body: Json, unread: Intent, anything: readonly Intent[]): Intent[] => [
  ...new Set(
    operationsIn(url, body).flatMap((operation) =>
      isOperation(operation) ? intentsOfOperation(operation, namesIn(url, operation), unread, anything) : anything,
    ),
  ),
];

/** A request as what it says, for whoever looks for people and apps: with what is written into an operation's text as fields. */
export const spelledOut = (url: URL, body: Json): Json =>
  operationsIn(url, body).map((operation) => {
    if (!isRecord(operation) || typeof operation.query !== 'string') return operation;
    const variables = variablesOf(operation);
    const { literals, used } = readGraphql(operation.query, variables ?? null);
    const unused = isRecord(variables) ? Object.entries(variables).filter(([name]) => !used.has(name)) : [];
    return {
      ...operation,
      query: '',
      ...(isRecord(variables) && { variables: Object.fromEntries(unused) }),
      literals,
    };
  });

/** An empty batch does nothing. The address may carry an operation too, with its variables there or in the body. */
function operationsIn(url: URL, body: Json): readonly Json[] {
  // An upload carries the request as one field of a form (GraphQL multipart request specification).
  const request = isRecord(body) && 'operations' in body && 'map' in body ? read(body.operations) : body;
  const inBody = Array.isArray(request) ? (request as readonly Json[]) : [request ?? null];
  const written = inAddress(url, 'query');
  if (written.length === 0) return inBody;
  const variables = inAddress(url, 'variables');
  const given =
    variables.length > 0 ? variables : [null, ...inBody.map((one) => (isRecord(one) ? (one.variables ?? null) : null))];
  // A body that only gives the variables is no operation by itself.
  const whole = inBody.filter((one) =>
    isRecord(one) ? ['query', 'id', 'extensions'].some((part) => part in one) : one !== null,
  );
  return [...written.flatMap((query) => given.map((variables) => ({ query, variables }))), ...whole];
}

const inAddress = (url: URL, ...names: readonly string[]): string[] =>
  [...url.searchParams].flatMap(([name, value]) => (names.includes(name.toLowerCase()) ? [value] : []));

/** What an operation without a text is called. */
const namesIn = (url: URL, { operationName }: Operation): string[] =>
  typeof operationName === 'string' && operationName !== '' ? [operationName] : inAddress(url, 'operationname', 'q');

const parts = ['query', 'variables', 'extensions', 'id', 'operationName'];
const isOperation = (value: Json): value is Operation => isRecord(value) && parts.some((part) => part in value);

/** Undefined for variables in a text that nobody can read. */
const variablesOf = ({ variables }: Operation): Json | undefined => read(variables);

function intentsOfOperation(
  operation: Operation,
  called: readonly string[],
  unread: Intent,
  anything: readonly Intent[],
): readonly Intent[] {
  const variables = variablesOf(operation);
  if (typeof operation.query !== 'string' || operation.query === '') {
    if (called.length > 0 && called.every((name) => /(?:query|subscription)$/i.test(name))) return [];
    return variables === undefined ? anything : intentsOfPersisted(called, variables, unread);
  }
  const text = readGraphql(operation.query, variables ?? null);
  if (!text.isMutation) return [];
  const described = new Map(text.names.map(plainName).flatMap((name) => withIntent(name)));
  const found = [...described.values()];
  if (variables === undefined) return [...found, ...anything];
  const said = [variables, text.literals];
  const shaped = shapesIn(said);
  // One step may have both its own name and its input's; with more steps than these, there is one nobody has described.
  if (found.length > 0 && new Set(text.steps).size <= described.size) return [...found, ...shaped];
  const strange = text.called.filter((name) => !known.has(plainName(name)));
  const gives = strange.some(isDoing) || text.steps.some((name) => isGiving(name) && !known.has(plainName(name)));
  const mayGive = strange.length > 0 ? !strange.every(isExempt) : found.length === 0;
  const isUnread = gives || (mayGive && shaped.length === 0 && namesByAddress(said));
  return [...found, ...shaped, ...(isUnread ? [unread] : [])];
}

const withIntent = (name: string): [string, Intent][] => {
  const intent = known.get(name);
  return intent === undefined ? [] : [[name, intent]];
};

/** Persisted operations carry no text: their name and the shape of the variables are all there is, and most are queries. */
function intentsOfPersisted(called: readonly string[], variables: Json, unread: Intent): Intent[] {
  const described = called.flatMap((name) => known.get(plainName(name)) ?? []);
  const gives = called.some((name) => /mutation$/i.test(name) && isGiving(name));
  const found = [...described, ...shapesIn(variables)];
  return found.length === 0 && gives ? [unread] : found;
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

/** Whether a field for people, or the name of a field, is somebody's address. What people write anywhere else aims at nobody. */
const namesByAddress = (input: Json): boolean =>
  recordsIn(input).some((record) =>
    Object.entries(record).some(
      ([name, value]) =>
        parseAddress(name) !== null ||
        (isPeople(name, []) &&
          peopleIn({ [name]: goesTo(value) }).some(({ email, text }) => email !== null || isLikeAddress(text ?? ''))),
    ),
  );

/** `to` is a field for people where it is a list. */
const goesTo = (value: Json): Json => (Array.isArray(value) ? (value as readonly Json[]) : [value]);

const namesMoreThanIds = (users: Json | undefined): boolean =>
  peopleIn({ users: users ?? null }).some(({ accountId }) => accountId === null);

/** Variables may come as text, and so does the whole request beside an upload. Undefined when nobody can read the text. */
function read(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value ?? null;
  return /^\s*(?:null\s*)?$/.test(value) ? null : (jsonIn(value) ?? undefined);
}

/** Whether something stands there, whether or not it can be read as people. */
const isSaid = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
