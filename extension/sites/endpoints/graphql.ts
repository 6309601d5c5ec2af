import type { Intent } from '../../../core/policy/index.ts';
import { isRecord, type Json } from './body.ts';

/**
 * Input types of Atlassian's GraphQL schema that give access (B: forge cli-shared 9.8.0). The names of the mutations are not
 * known, but an operation declares the types of its variables in its own text.
 */
const inputs: readonly (readonly [RegExp, Intent])[] = [
  [/\bAdminInvite(?:Group)?Input\b/, 'invite'],
  [/\bAdminAssignRoleInput\b/, 'grant-role'],
  [/\b(?:JiraProjectApproveAccessRequest|KitsuneApproveSpaceAccessRequest)Input\b/, 'add-to-project'],
  [/\bRequestPageAccessInput\b/, 'request-access'],
  [/\b(?:CcpCreateEntitlement|CommerceExpCreateEntitlement)Input\b/, 'start-app'],
];

/**
 * Everything a GraphQL request does, which may be a batch, each once; nothing for queries and for everything harmless.
 * @param unread what an operation counts as that has no shape an operation could have
 */
export function intentsOfGraphql(body: Json, unread: Intent): Intent[] {
  // An upload carries the request as one field of a form (GraphQL multipart request specification).
  const request = isRecord(body) && 'operations' in body && 'map' in body ? (asJson(body.operations) ?? null) : body;
  const operations = Array.isArray(request) ? (request as readonly Json[]) : [request];
  if (operations.length === 0) return [unread];
  return [
    ...new Set(operations.flatMap((operation) => (isOperation(operation) ? intentsOfOperation(operation) : [unread]))),
  ];
}

const DEEPEST = 4;
const parts = ['query', 'variables', 'extensions', 'id', 'operationName'];
const isOperation = (value: Json): value is { readonly [key: string]: Json } =>
  isRecord(value) && parts.some((part) => part in value);

function intentsOfOperation(operation: { readonly [key: string]: Json }): Intent[] {
  const text = typeof operation.query === 'string' ? operation.query : '';
  if (text !== '' && !/\bmutation\b/.test(text)) return [];
  const named = inputs.flatMap(([type, intent]) => (type.test(text) ? [intent] : []));
  if (named.length > 0) return named;
  const shaped = intentOfVariables(asJson(operation.variables), 0);
  return shaped ? [shaped] : [];
}

/** Persisted operations carry no text: the shape of the variables is all there is. */
function intentOfVariables(input: Json | undefined, depth: number): Intent | null {
  if (typeof input !== 'object' || input === null || depth > DEEPEST) return null;
  if (isRecord(input)) {
    if (isSaid(input.emails) && ('shareType' in input || 'entityId' in input)) return 'share-with-new-person';
    if (isSaid(input.users) && ('resourceRole' in input || 'groupIds' in input)) return 'invite';
  }
  for (const inner of Object.values(input) as Json[]) {
    const intent = intentOfVariables(inner, depth + 1);
    if (intent) return intent;
  }
  return null;
}

/** Variables may come as text, and so does the whole request beside an upload. */
function asJson(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return undefined; // Not JSON: a text that names nothing.
  }
}

/** Whether something stands there, whether or not it can be read as people. */
const isSaid = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
