import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { defaultGroup, inviteByEmail, joinGroup } from '../grant.ts';
import { cookieOf } from '../session.ts';
import type { FakeAccount } from '../state.ts';
import { byId, type Store } from '../store.ts';
import { gatewayError, withBody } from './gateway.ts';

const hub = 'https://admin.atlassian.com/gateway/api/adminhub/um/org/:orgId';
/** Cookie whose value must come back in the `atl-token` header. */
export const XSRF_COOKIE = 'atlassian.account.xsrf.token';

/** The administration's own invite, for organization admins. One third-party source of 2025: unverified. */
export const adminHubHandlers = (store: Store): RequestHandler[] => [
  http.post<{ orgId: string }>(`${hub}/users/invite`, ({ request, params }) =>
    withBody(store, request, z.object({ emails: z.array(z.email()).min(1).max(25) }).loose(), (viewer, body) => {
      const refused = refuse(store, request, viewer, params.orgId);
      if (refused) return refused;
      const site = store.state.sites[0];
      const group = site && defaultGroup(store.state, 'jira-software', site.cloudId);
      for (const email of body.emails) {
        const invited = inviteByEmail(store.state, email, viewer);
        const joined = group ? joinGroup(invited.state, invited.account.accountId, group, viewer) : invited.state;
        if (joined === 'licence-exceeded') return gatewayError(409, 'Product License Limit Exceeded');
        store.update(() => joined);
      }
      return HttpResponse.json({ invited: body.emails });
    }),
  ),
  http.post<{ orgId: string; groupId: string }>(`${hub}/groups/:groupId/members`, ({ request, params }) =>
    withBody(store, request, z.object({ accountIds: z.array(z.string()).min(1) }), (viewer, body) => {
      const refused = refuse(store, request, viewer, params.orgId);
      if (refused) return refused;
      const group = store.state.groups.find(({ id }) => id === params.groupId);
      if (!group) return gatewayError(404, 'Group not found');
      if (group.externalSynced) return gatewayError(403, 'The group is synced from an identity provider');
      for (const accountId of body.accountIds) {
        if (!byId(store.state, accountId)) return gatewayError(404, 'User not found');
        const joined = joinGroup(store.state, accountId, group.id, viewer);
        if (joined === 'licence-exceeded') return gatewayError(409, 'Product License Limit Exceeded');
        store.update(() => joined);
      }
      return HttpResponse.json({ added: body.accountIds });
    }),
  ),
];

function refuse(store: Store, request: Request, viewer: FakeAccount, orgId: string): Response | null {
  if (orgId !== store.state.orgId) return gatewayError(404, 'Organization not found');
  if (!viewer.platformRoles.includes('atlassian/org-admin')) return gatewayError(403, 'Not an organization admin');
  const token = cookieOf(request, XSRF_COOKIE);
  if (token === null || request.headers.get('atl-token') !== token) return gatewayError(403, 'XSRF check failed');
  return null;
}
