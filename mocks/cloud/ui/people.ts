import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { avatarUrl } from '../avatars.ts';
import { holdsSeat } from '../seats.ts';
import type { Store } from '../store.ts';
import { anySite, asViewer, gatewayError, withBody } from './gateway.ts';

const Recommend = z.object({
  queryString: z.string().optional(),
  maxNumberOfResults: z.number().int().min(1).max(50).optional(),
  context: z.object({ productKey: z.string().optional() }).loose().optional(),
});

/** Who a user picker offers, and who is looking. `nonLicensedUser` marks people who would take a seat. */
export const peopleHandlers = (store: Store): RequestHandler[] => [
  http.post(`${anySite}/gateway/api/v1/recommendations`, ({ request }) =>
    withBody(store, request, Recommend, (_viewer, body) => {
      const site = store.state.sites.find(({ host }) => host === new URL(request.url).host);
      if (!site) return gatewayError(404, 'Unknown site');
      const product = body.context?.productKey === 'confluence' ? 'confluence' : 'jira-software';
      const query = (body.queryString ?? '').trim().toLowerCase();
      const found = store.state.accounts
        .filter((account) => account.accountType === 'atlassian' && account.accountStatus === 'active')
        .filter(({ name, email }) => name.toLowerCase().includes(query) || email?.toLowerCase().startsWith(query))
        .slice(0, body.maxNumberOfResults ?? 10);
      return HttpResponse.json({
        recommendedUsers: found.map((account) => ({
          id: account.accountId,
          name: account.name,
          // Pickers show an address only to people of the same organization.
          email: account.claimStatus === 'managed' ? account.email : undefined,
          avatarUrl: avatarUrl(account),
          entityType: 'USER',
          userType: 'DEFAULT',
          nonLicensedUser: !holdsSeat(store.state, account, product, site.cloudId),
          attributes: {
            workspaceMember: true,
            isConfluenceExternalCollaborator: account.isConfluenceGuest,
            isJiraGuest: account.isJiraGuest,
          },
        })),
      });
    }),
  ),
  ...[anySite, 'https://id.atlassian.com', 'https://admin.atlassian.com', 'https://home.atlassian.com'].map((origin) =>
    http.get(`${origin}/gateway/api/me`, ({ request }) =>
      asViewer(store, request, (viewer) =>
        HttpResponse.json({
          account_id: viewer.accountId,
          account_type: 'atlassian',
          name: viewer.name,
          email: viewer.email,
          picture: avatarUrl(viewer),
          locale: 'en-US',
        }),
      ),
    ),
  ),
];
