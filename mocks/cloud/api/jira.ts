import { HttpResponse, http, type RequestHandler } from 'msw';
import { avatarUrl } from '../avatars.ts';
import { seatsUsed } from '../seats.ts';
import type { FakeAccount, FakeSite } from '../state.ts';
import { byId, type Store } from '../store.ts';
import { siteError } from './errors.ts';
import { withJiraAdmin, withSiteAuth } from './site-auth.ts';

const site = 'https://:site.atlassian.net';
const rest = `${site}/rest/api/3`;

/** Jira's platform API, as far as seats and people go. */
export const jiraHandlers = (store: Store): RequestHandler[] => {
  const siteOf = (request: Request) => store.state.sites.find(({ host }) => host === new URL(request.url).host);
  const roles = (at: FakeSite) =>
    at.products.filter(({ product }) => product.startsWith('jira-')).map((entry) => toRole(store, at, entry));
  return [
    http.get(`${site}/_edge/tenant_info`, ({ request }) => {
      const at = siteOf(request);
      return at ? HttpResponse.json({ cloudId: at.cloudId }) : new HttpResponse(null, { status: 404 });
    }),
    http.get(`${rest}/applicationrole`, ({ request }) =>
      withJiraAdmin(store, request, () => {
        const at = siteOf(request);
        return at ? HttpResponse.json(roles(at)) : siteError(404, 'Site not found');
      }),
    ),
    http.get(`${rest}/applicationrole/:key`, ({ request, params }) =>
      withJiraAdmin(store, request, () => {
        const at = siteOf(request);
        const role = at && roles(at).find(({ key }) => key === params.key);
        return role ? HttpResponse.json(role) : siteError(404, 'The application role does not exist.');
      }),
    ),
    http.get(`${rest}/instance/license`, ({ request }) =>
      withSiteAuth(store, request, () =>
        HttpResponse.json({
          applications: (siteOf(request)?.products ?? [])
            .filter(({ product }) => product.startsWith('jira-'))
            .map(({ product, plan }) => ({ id: product, plan: plan === 'free' ? 'FREE' : 'PAID' })),
        }),
      ),
    ),
    http.get(`${rest}/users/search`, ({ request }) =>
      withSiteAuth(store, request, () => {
        const query = new URL(request.url).searchParams;
        const startAt = Number(query.get('startAt') ?? 0);
        const maxResults = Math.min(Number(query.get('maxResults') ?? 50), 1000);
        if (!Number.isInteger(startAt) || !Number.isInteger(maxResults) || startAt < 0 || maxResults < 1)
          return siteError(400, 'startAt and maxResults must be numbers.');
        return HttpResponse.json(store.state.accounts.slice(startAt, startAt + maxResults).map(toJiraUser));
      }),
    ),
    http.get(`${rest}/user/search`, ({ request }) =>
      withSiteAuth(store, request, () => {
        const query = new URL(request.url).searchParams.get('query')?.toLowerCase();
        if (!query) return siteError(400, 'query is required.');
        return HttpResponse.json(
          store.state.accounts
            .filter(({ name }) => name.toLowerCase().includes(query))
            .slice(0, 50)
            .map(toJiraUser),
        );
      }),
    ),
    http.get(`${rest}/user/bulk`, ({ request }) =>
      withSiteAuth(store, request, () => {
        const ids = new URL(request.url).searchParams.getAll('accountId');
        const values = store.state.accounts.filter(({ accountId }) => ids.includes(accountId)).map(toJiraUser);
        return HttpResponse.json({ startAt: 0, maxResults: 10, total: values.length, isLast: true, values });
      }),
    ),
    http.get(`${rest}/user`, ({ request }) =>
      withSiteAuth(store, request, () => {
        const account = byId(store.state, new URL(request.url).searchParams.get('accountId') ?? '');
        return account
          ? HttpResponse.json(toJiraUser(account))
          : siteError(404, 'Specified user does not exist or you do not have required permissions');
      }),
    ),
    http.get(`${rest}/myself`, ({ request }) =>
      withSiteAuth(store, request, (caller) => HttpResponse.json(toJiraUser(caller))),
    ),
  ];
};

function toRole(store: Store, at: FakeSite, { product, seats }: FakeSite['products'][number]) {
  const userCount = seatsUsed(store.state, product, at.cloudId);
  const granting = store.state.groups.filter(({ grants }) =>
    grants.some((grant) => grant.product === product && grant.cloudId === at.cloudId),
  );
  const details = (groups: typeof granting) =>
    groups.map(({ id, name }) => ({ groupId: id, name, self: `https://${at.host}/rest/api/3/group?groupId=${id}` }));
  const defaults = granting.filter(({ isDefault }) => isDefault);
  return {
    key: product,
    name: product,
    groups: granting.map(({ name }) => name),
    groupDetails: details(granting),
    defaultGroups: defaults.map(({ name }) => name),
    defaultGroupsDetails: details(defaults),
    selectedByDefault: product === 'jira-software',
    defined: true,
    numberOfSeats: seats ?? -1,
    remainingSeats: seats === null ? -1 : seats - userCount,
    userCount,
    userCountDescription: 'users',
    hasUnlimitedSeats: seats === null,
    platform: false,
  };
}

const toJiraUser = (account: FakeAccount) => ({
  accountId: account.accountId,
  accountType: account.accountType,
  ...(account.accountType === 'app' && { appType: 'service' }),
  guest: account.isJiraGuest,
  active: account.accountStatus === 'active',
  displayName: account.name,
  // Jira shows an address only when its owner lets it.
  ...(account.claimStatus === 'managed' && { emailAddress: account.email }),
  avatarUrls: { '48x48': avatarUrl(account) },
});
