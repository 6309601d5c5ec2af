import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { defaultGroup, inviteByEmail, joinGroup } from '../grant.ts';
import type { FakeAccount, FakeGroup } from '../state.ts';
import { byId, type Store, withAccount, withEvent } from '../store.ts';
import { asAdmin } from './admin-session.ts';
import { gatewayError, readJson } from './gateway.ts';

export { XSRF_COOKIE } from './admin-session.ts';

const hub = 'https://admin.atlassian.com/gateway/api/adminhub/um/org/:orgId';
const licenceFull = () => gatewayError(409, 'Product License Limit Exceeded');

const Invite = z.object({ emails: z.array(z.email()).min(1).max(25) }).loose();
const NewGroup = z.object({ name: z.string().trim().min(1), description: z.string().default('') });
const Members = z.object({ accountIds: z.array(z.string()).min(1) });

/** The administration's own calls. Paths from third-party scripts of 2025; what they answer is our guess, unverified. */
export const adminHubHandlers = (store: Store): RequestHandler[] => [
  http.post<{ orgId: string }>(`${hub}/users/invite`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, async (admin) => {
      const body = await readJson(request, Invite);
      if (!body.ok) return body.refusal;
      const site = store.state.sites[0];
      const group = site && defaultGroup(store.state, 'jira-software', site.cloudId);
      let state = store.state;
      for (const email of body.data.emails) {
        const invited = inviteByEmail(state, email, admin);
        const joined = group ? joinGroup(invited.state, invited.account.accountId, group, admin) : invited.state;
        if (joined === 'licence-exceeded') return licenceFull();
        state = joined;
      }
      store.update(() => state);
      return HttpResponse.json({ invited: body.data.emails });
    }),
  ),
  http.get<{ orgId: string }>(`${hub}/users`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, () => {
      const query = new URL(request.url).searchParams;
      const start = Number(query.get('start-index') ?? 1);
      const count = Math.min(Number(query.get('count') ?? 20), 100);
      if (!Number.isInteger(start) || !Number.isInteger(count) || start < 1 || count < 1)
        return gatewayError(400, 'start-index and count must be positive numbers');
      const all = store.state.accounts.filter(({ accountType }) => accountType === 'atlassian');
      return HttpResponse.json({ total: all.length, users: all.slice(start - 1, start - 1 + count).map(toUser) });
    }),
  ),
  http.get<{ orgId: string; accountId: string }>(`${hub}/users/:accountId/groups`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, () => {
      const account = byId(store.state, params.accountId);
      if (!account) return gatewayError(404, 'User not found');
      return HttpResponse.json({
        groups: store.state.groups.filter(({ id }) => account.groups.includes(id)).map(toGroup),
      });
    }),
  ),
  http.post<{ orgId: string; accountId: string }>(`${hub}/users/:accountId/deactivate`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, (admin) => {
      const account = byId(store.state, params.accountId);
      if (!account) return gatewayError(404, 'User not found');
      const gone = { status: 'deactivated', accountStatus: 'inactive' } as const;
      store.update((state) =>
        withEvent(
          withAccount(state, account.accountId, (current) => ({ ...current, ...gone })),
          {
            action: 'user_deactivated',
            actorId: admin.accountId,
            context: [{ id: account.accountId, type: 'users', attributes: {} }],
            container: [],
          },
        ),
      );
      return new HttpResponse(null, { status: 204 });
    }),
  ),
  http.get<{ orgId: string }>(`${hub}/groups`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, () =>
      HttpResponse.json({ total: store.state.groups.length, groups: store.state.groups.map(toGroup) }),
    ),
  ),
  http.post<{ orgId: string }>(`${hub}/groups`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, async (admin) => {
      const body = await readJson(request, NewGroup);
      if (!body.ok) return body.refusal;
      const { name, description } = body.data;
      if (store.state.groups.some((group) => group.name === name)) return gatewayError(409, 'Group exists');
      const id = `00000000-8888-4000-8000-${String(store.state.nextId).padStart(12, '0')}`;
      const group = { id, name, description, externalSynced: false, isDefault: false, grants: [] };
      store.update((state) =>
        withEvent(
          { ...state, groups: [...state.groups, group] },
          {
            action: 'group_created',
            actorId: admin.accountId,
            context: [{ id, type: 'groups', attributes: { name } }],
            container: [],
          },
        ),
      );
      return HttpResponse.json(toGroup(group), { status: 201 });
    }),
  ),
  http.get<{ orgId: string; groupId: string }>(`${hub}/groups/:groupId/members`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, () => {
      const members = store.state.accounts.filter(({ groups }) => groups.includes(params.groupId));
      return HttpResponse.json({ total: members.length, users: members.map(toUser) });
    }),
  ),
  http.post<{ orgId: string; groupId: string }>(`${hub}/groups/:groupId/members`, ({ request, params }) =>
    asAdmin(store, request, params.orgId, async (admin) => {
      const body = await readJson(request, Members);
      if (!body.ok) return body.refusal;
      const group = store.state.groups.find(({ id }) => id === params.groupId);
      if (!group) return gatewayError(404, 'Group not found');
      if (group.externalSynced) return gatewayError(403, 'The group is synced from an identity provider');
      let state = store.state;
      for (const accountId of body.data.accountIds) {
        if (!byId(state, accountId)) return gatewayError(404, 'User not found');
        const joined = joinGroup(state, accountId, group.id, admin);
        if (joined === 'licence-exceeded') return licenceFull();
        state = joined;
      }
      store.update(() => state);
      return HttpResponse.json({ added: body.data.accountIds });
    }),
  ),
];

const toGroup = ({ id, name, description }: FakeGroup) => ({ id, name, description });
const toUser = ({ accountId, name, email, accountStatus }: FakeAccount) => ({
  id: accountId,
  displayName: name,
  email,
  active: accountStatus === 'active',
});
