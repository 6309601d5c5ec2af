import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { defaultGroup, inviteByEmail, joinGroup } from '../grant.ts';
import { byEmail, byId, type Store } from '../store.ts';
import { siteError } from './errors.ts';
import { withSiteAuth } from './site-auth.ts';

const wiki = 'https://:site.atlassian.net/wiki';
const Ids = z.object({ accountIds: z.array(z.string()).min(1).max(100) });
const Emails = z.object({ emails: z.array(z.email()).min(1).max(50) });

/** Confluence's users, and the two calls through which any member can invite. */
export const confluenceHandlers = (store: Store): RequestHandler[] => [
  http.post(`${wiki}/api/v2/users-bulk`, ({ request }) =>
    withSiteAuth(store, request, async () => {
      const body = Ids.safeParse(await request.json().catch(() => undefined));
      if (!body.success) return siteError(400, 'accountIds must name 1 to 100 accounts.');
      const found = body.data.accountIds.flatMap((id) => byId(store.state, id) ?? []);
      return HttpResponse.json({
        results: found.map((account) => ({
          accountId: account.accountId,
          accountType: account.accountType,
          accountStatus: account.accountStatus,
          displayName: account.name,
          publicName: account.nickname,
          email: '',
          isExternalCollaborator: account.isConfluenceGuest,
        })),
        _links: {},
      });
    }),
  ),
  http.get(`${wiki}/rest/api/user`, ({ request }) =>
    withSiteAuth(store, request, () => {
      const account = byId(store.state, new URL(request.url).searchParams.get('accountId') ?? '');
      if (!account) return siteError(404, 'No user found');
      return HttpResponse.json({
        type: 'known',
        accountId: account.accountId,
        accountType: account.accountType === 'customer' ? '' : account.accountType,
        displayName: account.name,
        publicName: account.nickname,
        isExternalCollaborator: account.isConfluenceGuest,
        isGuest: account.isConfluenceGuest,
      });
    }),
  ),
  http.post(`${wiki}/api/v2/user/access/check-access-by-email`, ({ request }) =>
    withSiteAuth(store, request, async () => {
      const body = z
        .object({ emails: z.array(z.string()).min(1) })
        .safeParse(await request.json().catch(() => undefined));
      if (!body.success) return siteError(400, 'emails is required.');
      const invalidEmails = body.data.emails.filter((email) => !z.email().safeParse(email).success);
      const emailsWithoutAccess = body.data.emails.filter(
        (email) => !invalidEmails.includes(email) && !byEmail(store.state, email),
      );
      return HttpResponse.json({ emailsWithoutAccess, invalidEmails });
    }),
  ),
  http.post(`${wiki}/api/v2/user/access/invite-by-email`, ({ request }) =>
    withSiteAuth(store, request, async (caller) => {
      const body = Emails.safeParse(await request.json().catch(() => undefined));
      if (!body.success) return siteError(400, 'emails is required.');
      const site = store.state.sites.find(({ host }) => host === new URL(request.url).host);
      const group = site && defaultGroup(store.state, 'confluence', site.cloudId);
      if (!group) return siteError(503, 'Inviting is not available on this site.');
      for (const email of body.data.emails) {
        const invited = inviteByEmail(store.state, email, caller);
        const joined = joinGroup(invited.state, invited.account.accountId, group, caller);
        // Accepted at once and done later at Atlassian, so a full licence is not told here (inferred, unverified).
        store.update(() => (joined === 'licence-exceeded' ? invited.state : joined));
      }
      return new HttpResponse(null, { status: 200 });
    }),
  ),
];
