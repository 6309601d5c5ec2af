import { HttpResponse } from 'msw';
import { credentials } from '../credentials.ts';
import type { Store } from '../store.ts';
import { noOrg } from './errors.ts';

const anyOrg = 'https://api.atlassian.com/admin';
export const v1 = `${anyOrg}/v1/orgs`;
export const v2 = `${anyOrg}/v2/orgs/:orgId/directories/:directoryId`;

/**
 * Lets a call through that carries the organization API key, for this organization and directory (`-` is all directories).
 * A session cookie, an OAuth token or an API token is answered with the gateway's 401, as documented.
 */
export function withKey(
  store: Store,
  { request, params }: { request: Request; params: Record<string, string | readonly string[] | undefined> },
  answer: () => Response | Promise<Response>,
): Response | Promise<Response> {
  if (request.headers.get('authorization') !== `Bearer ${credentials.orgApiKey}`)
    return HttpResponse.json({ code: 401, message: 'Unauthorized' }, { status: 401 });
  if (params.orgId !== undefined && params.orgId !== store.state.orgId) return noOrg();
  if (params.directoryId !== undefined && params.directoryId !== '-' && params.directoryId !== store.state.directoryId)
    return noOrg();
  return answer();
}
