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
  const operations = Array.isArray(body) ? (body as readonly Json[]) : [body];
  if (operations.length === 0) return [unread];
  return [
    ...new Set(operations.flatMap((operation) => (isOperation(operation) ? intentsOfOperation(operation) : [unread]))),
  ];
}

const parts = ['query', 'variables', 'extensions', 'id', 'operationName'];
const isOperation = (value: Json): value is { readonly [key: string]: Json } =>
  isRecord(value) && parts.some((part) => part in value);

function intentsOfOperation(operation: { readonly [key: string]: Json }): Intent[] {
  const text = typeof operation.query === 'string' ? operation.query : '';
  if (text !== '' && !/\bmutation\b/.test(text)) return [];
  const named = inputs.flatMap(([type, intent]) => (type.test(text) ? [intent] : []));
  const shaped = named.length > 0 ? null : intentOfVariables(operation.variables);
  return shaped ? [shaped] : named;
}

/** Persisted operations carry no text: the shape of the variables is all there is. */
function intentOfVariables(variables: Json | undefined): Intent | null {
  if (!isRecord(variables)) return null;
  for (const input of [variables, ...Object.values(variables)]) {
    if (!isRecord(input)) continue;
    if (isSaid(input.emails) && ('shareType' in input || 'entityId' in input)) return 'share-with-new-person';
    if (isSaid(input.users) && ('resourceRole' in input || 'groupIds' in input)) return 'invite';
  }
  return null;
}

/** Whether something stands there, whether or not it can be read as people. */
const isSaid = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
