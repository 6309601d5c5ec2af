import { cookieOf } from '../session.ts';
import type { FakeAccount } from '../state.ts';
import type { Store } from '../store.ts';
import { asViewer, gatewayError } from './gateway.ts';

/** Cookie whose value must come back in the `atl-token` header of every change. */
export const XSRF_COOKIE = 'atlassian.account.xsrf.token';

/**
 * Runs `answer` for an organization admin on the administration's own pages: 401 without a session, 403 for others and for
 * a change without the XSRF token, 404 for another organization.
 */
export const asAdmin = (
  store: Store,
  request: Request,
  orgId: string | null,
  answer: (admin: FakeAccount) => Promise<Response> | Response,
): Promise<Response> =>
  asViewer(store, request, (viewer) => {
    if (orgId !== null && orgId !== store.state.orgId) return gatewayError(404, 'Organization not found');
    if (!viewer.platformRoles.includes('atlassian/org-admin')) return gatewayError(403, 'Not an organization admin');
    const token = cookieOf(request, XSRF_COOKIE);
    if (request.method !== 'GET' && (token === null || request.headers.get('atl-token') !== token))
      return gatewayError(403, 'XSRF check failed');
    return answer(viewer);
  });
