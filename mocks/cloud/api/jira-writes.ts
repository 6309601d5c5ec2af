import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { groupFor, inviteByEmail, joinGroup } from '../grant.ts';
import type { FakeAccount } from '../state.ts';
import { byId, type Store } from '../store.ts';
import { siteError } from './errors.ts';
import { bodyOf } from './query.ts';
import { withJiraAdmin, withSiteAuth } from './site-auth.ts';

const rest = 'https://:site.atlassian.net/rest/api/3';
const NewUser = z.object({
  emailAddress: z.email(),
  products: z.array(z.enum(['jira-core', 'jira-servicedesk', 'jira-product-discovery', 'jira-software'])),
});
const Member = z.object({ accountId: z.string().min(1) });

/** The calls of Jira's platform API that take a seat. Without a free one they answer 400, as documented. */
export const jiraWriteHandlers = (store: Store): RequestHandler[] => [
  http.post(`${rest}/user`, ({ request }) =>
    withSiteAuth(store, request, async (caller) => {
      if (!caller.platformRoles.includes('atlassian/org-admin'))
        return siteError(403, 'Only organization admins may create users.');
      const body = await bodyOf(request, NewUser);
      if (!body.success) return siteError(400, z.prettifyError(body.error));
      const created = create(store, request, caller, body.data);
      if ('refused' in created) return siteError(400, created.refused);
      const { accountId, name } = created.account;
      const self = `${new URL(request.url).origin}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
      return HttpResponse.json(
        { self, accountId, accountType: 'atlassian', displayName: name, active: true },
        { status: 201 },
      );
    }),
  ),
  http.post(`${rest}/group/user`, ({ request }) =>
    withJiraAdmin(store, request, async (caller) => {
      const body = await bodyOf(request, Member);
      if (!body.success) return siteError(400, z.prettifyError(body.error));
      const groupId = new URL(request.url).searchParams.get('groupId');
      const group = store.state.groups.find(({ id }) => id === groupId);
      if (!group) return siteError(404, 'The group does not exist.');
      const account = byId(store.state, body.data.accountId);
      if (account?.accountType !== 'atlassian') return siteError(404, 'The user does not exist.');
      // Status and words of this refusal are not published: unverified.
      if (group.externalSynced) return siteError(400, 'The group is managed by an identity provider.');
      if (account.groups.includes(group.id)) return siteError(400, 'The user is already a member of the group.');
      const joined = joinGroup(store.state, account.accountId, group.id, caller);
      if (joined === 'licence-exceeded') return siteError(400, 'The licence would be exceeded.');
      store.update(() => joined);
      return HttpResponse.json({ name: group.name, groupId: group.id }, { status: 201 });
    }),
  ),
];

/** All or nothing: a product without a free seat leaves the organization as it was. */
function create(
  store: Store,
  request: Request,
  caller: FakeAccount,
  wanted: z.output<typeof NewUser>,
): { readonly account: FakeAccount } | { readonly refused: string } {
  const site = store.state.sites.find(({ host }) => host === new URL(request.url).host);
  if (!site) return { refused: 'Site not found' };
  const invited = inviteByEmail(store.state, wanted.emailAddress, caller);
  let { state } = invited;
  for (const product of wanted.products) {
    const group = groupFor(state, product, site.cloudId);
    if (group === null) return { refused: `${product} is not on this site.` };
    const joined = joinGroup(state, invited.account.accountId, group, caller);
    if (joined === 'licence-exceeded') return { refused: 'The licence would be exceeded.' };
    state = joined;
  }
  store.update(() => state);
  return { account: invited.account };
}
