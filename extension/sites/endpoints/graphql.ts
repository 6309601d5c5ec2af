import { isLikeAddress } from '../../../core/identity/index.ts';
import type { Intent } from '../../../core/policy/index.ts';
import { isRecord, type Json, jsonIn } from './body.ts';
import { readGraphql } from './graphql-text.ts';
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
const GIVES = /invit|shar|grant|access|member|role|permission|join|collaborat|guest|entitle/i;

/**
 * Everything a GraphQL request does, which may be a batch, each once; nothing for queries and for everything harmless.
 * @param unread what an operation counts as that has no shape an operation could have, and a mutation nobody has described that
 * names people by their addresses
 */
export const intentsOfGraphql = (body: Json, unread: Intent): Intent[] => [
  ...new Set(
    operationsIn(body).flatMap((operation) =>
      isOperation(operation) ? intentsOfOperation(operation, unread) : [unread],
    ),
  ),
];

/** A request as what it says, for whoever looks for people and apps: with what is written into an operation's text as fields. */
export const spelledOut = (body: Json): Json =>
  operationsIn(body).map((operation) =>
    isRecord(operation) && typeof operation.query === 'string'
      ? { ...operation, query: '', literals: readGraphql(operation.query).literals }
      : operation,
  );

/** An empty batch does nothing. */
function operationsIn(body: Json): readonly Json[] {
  // An upload carries the request as one field of a form (GraphQL multipart request specification).
  const request = isRecord(body) && 'operations' in body && 'map' in body ? asJson(body.operations) : body;
  return Array.isArray(request) ? (request as readonly Json[]) : [request];
}

const DEEPEST = 4;
const parts = ['query', 'variables', 'extensions', 'id', 'operationName'];
const isOperation = (value: Json): value is { readonly [key: string]: Json } =>
  isRecord(value) && parts.some((part) => part in value);

function intentsOfOperation(operation: { readonly [key: string]: Json }, unread: Intent): Intent[] {
  const variables = asJson(operation.variables ?? null);
  // Persisted operations carry no text: the shape of the variables is all there is, and most are queries.
  if (typeof operation.query !== 'string' || operation.query === '') return shapeOf(variables);
  const { isMutation, names, called, literals } = readGraphql(operation.query);
  if (!isMutation) return [];
  const described = names.flatMap((name) => known.get(plainName(name)) ?? []);
  if (described.length > 0) return described;
  if (called.length > 0 && called.every((name) => SENDS_ONLY.test(name) && !GIVES.test(name))) return [];
  const said = [variables, literals];
  const shaped = shapeOf(said);
  if (shaped.length > 0) return shaped;
  return peopleIn(said).some(({ email, text }) => email !== null || isLikeAddress(text ?? '')) ? [unread] : [];
}

const shapeOf = (input: Json): Intent[] => {
  const intent = intentOfShape(input, 0);
  return intent === null ? [] : [intent];
};

/**
 * What gives access by the names of its fields (B: `ShareResourceInput`, `AdminInviteInput`). Without a `shareType` addresses may
 * be those of a report; users and groups that are known by id are those of a page's restrictions, who have access to the site.
 */
function intentOfShape(input: Json, depth: number): Intent | null {
  if (typeof input !== 'object' || input === null || depth > DEEPEST) return null;
  if (isRecord(input)) {
    if (isSaid(input.emails) && 'shareType' in input) return 'share-with-new-person';
    if (isSaid(input.users) && ('resourceRole' in input || ('groupIds' in input && namesMoreThanIds(input.users))))
      return 'invite';
  }
  for (const inner of Object.values(input) as Json[]) {
    const intent = intentOfShape(inner, depth + 1);
    if (intent) return intent;
  }
  return null;
}

const namesMoreThanIds = (users: Json | undefined): boolean =>
  peopleIn({ users: users ?? null }).some(({ accountId }) => accountId === null);

/** Variables may come as text, and so does the whole request beside an upload; a text that is no JSON names nothing. */
const asJson = (value: Json | undefined): Json => (typeof value === 'string' ? jsonIn(value) : (value ?? null));

/** Whether something stands there, whether or not it can be read as people. */
const isSaid = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
