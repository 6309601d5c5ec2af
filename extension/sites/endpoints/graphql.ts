import type { Intent } from '../../../core/policy/index.ts';
import { isRecord, type Json, listOf } from './body.ts';

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

/** The intent of a GraphQL request, which may be a batch; null for queries and for everything harmless. */
export function intentOfGraphql(body: Json): Intent | null {
  for (const operation of Array.isArray(body) ? (body as readonly Json[]) : [body]) {
    const intent = isRecord(operation) ? intentOfOperation(operation) : null;
    if (intent) return intent;
  }
  return null;
}

function intentOfOperation(operation: { readonly [key: string]: Json }): Intent | null {
  const text = typeof operation.query === 'string' ? operation.query : '';
  if (text !== '' && !/\bmutation\b/.test(text)) return null;
  for (const [type, intent] of inputs) if (type.test(text)) return intent;
  return intentOfVariables(operation.variables);
}

/** Persisted operations carry no text: the shape of the variables is all there is. */
function intentOfVariables(variables: Json | undefined): Intent | null {
  if (!isRecord(variables)) return null;
  for (const input of [variables, ...Object.values(variables)]) {
    if (!isRecord(input)) continue;
    const emails = listOf(input.emails).some((email) => typeof email === 'string' && email.includes('@'));
    if (emails && ('shareType' in input || 'entityId' in input)) return 'share-with-new-person';
    const invited = listOf(input.users).some((user) => isRecord(user) && typeof user.email === 'string');
    if (invited && ('resourceRole' in input || 'groupIds' in input)) return 'invite';
  }
  return null;
}
