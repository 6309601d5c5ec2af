import { HttpResponse } from 'msw';
import { credentials } from '../credentials.ts';
import { people } from '../people.ts';
import type { Allowance } from '../rate-limiter.ts';
import type { Store } from '../store.ts';
import { noDirectory, noOrg } from './errors.ts';

const base = 'https://api.atlassian.com/admin';
export const v1 = `${base}/v1/orgs`;
export const v2 = `${base}/v2/orgs/:orgId/directories/:directoryId`;
export const v2Orgs = `${base}/v2/orgs`;

/** Who made the key: whom the audit log names for what it does. */
export const keyOwner = people.ada;

export interface RateLimit {
  readonly kind: string;
  readonly perMinute: number;
}

/** Atlassian publishes limits for few operations; this one stands in for the others: unverified. */
const unpublished: RateLimit = { kind: 'other', perMinute: 1000 };

interface KeyCall {
  readonly request: Request;
  readonly params: Record<string, string | readonly string[] | undefined>;
}

/**
 * Lets a call through that carries the organization API key, for this organization and directory (`-` is all directories).
 * A session cookie, an OAuth token or an API token is answered with the gateway's 401, as documented; too many calls with
 * 429, `Retry-After` in seconds and the `X-RateLimit-*` headers, which stand on every answer.
 */
export async function withKey(
  store: Store,
  { request, params }: KeyCall,
  answer: () => Response | Promise<Response>,
  limit: RateLimit = unpublished,
): Promise<Response> {
  if (request.headers.get('authorization') !== `Bearer ${credentials.orgApiKey}`)
    return HttpResponse.json({ code: 401, message: 'Unauthorized' }, { status: 401 });
  const allowance = store.limiter.take(limit.kind, limit.perMinute);
  const response = allowance.allowed ? await inScope(store, params, answer) : tooMany(allowance);
  for (const [name, value] of Object.entries(headersOf(allowance))) response.headers.set(name, value);
  return response;
}

function inScope(store: Store, params: KeyCall['params'], answer: () => Response | Promise<Response>) {
  if (params.orgId !== undefined && params.orgId !== store.state.orgId) return noOrg();
  if (params.directoryId !== undefined && params.directoryId !== '-' && params.directoryId !== store.state.directoryId)
    return noDirectory();
  return answer();
}

const tooMany = (allowance: Allowance) =>
  HttpResponse.json(
    { code: 429, message: 'Too many requests' },
    {
      status: 429,
      headers: { 'retry-after': String(Math.max(1, Math.ceil((allowance.resetAt - Date.now()) / 1000))) },
    },
  );

const headersOf = ({ limit, remaining, resetAt }: Allowance) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': new Date(resetAt).toISOString(),
});
