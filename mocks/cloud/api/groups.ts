import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { fullProducts } from '../seats.ts';
import type { CloudState, FakeGroup } from '../state.ts';
import { byId, type Store, withAccount, withEvent } from '../store.ts';
import { pageOf } from './cursor.ts';
import { badBody, badCursor, licenceLimit, noGroup, noUser, orgError } from './errors.ts';
import { v2, withKey } from './organization-key.ts';

const Search = z.strictObject({
  cursor: z.string().optional(),
  limit: z.number().int().min(1).max(100).default(20),
  directoryIds: z.array(z.string()).optional(),
  groupIds: z.array(z.string()).optional(),
  groupNames: z.array(z.string()).max(100).optional(),
  searchTerm: z.string().optional(),
  expand: z.array(z.enum(['counts.resources', 'counts.users'])).default([]),
});

/** Groups, who is in them and what they grant. Groups synced from an identity provider are read-only. */
export const groupHandlers = (store: Store): RequestHandler[] => [
  http.post(`${v2}/groups/search`, (call) =>
    withKey(store, call, async () => {
      const body = Search.safeParse(await call.request.json().catch(() => undefined));
      if (!body.success) return badBody(z.prettifyError(body.error));
      const { cursor, limit, expand, ...filters } = body.data;
      const found = store.state.groups.filter(
        (group) =>
          (filters.groupIds === undefined || filters.groupIds.includes(group.id)) &&
          (filters.groupNames === undefined || filters.groupNames.includes(group.name)) &&
          (filters.searchTerm === undefined || group.name.includes(filters.searchTerm)),
      );
      const page = pageOf(found, `groups ${JSON.stringify(filters)}`, cursor, limit);
      return page
        ? HttpResponse.json({
            data: page.items.map((group) => toGroup(store.state, group, expand.length > 0)),
            links: page.links,
          })
        : badCursor();
    }),
  ),
  http.get(`${v2}/groups/:groupId/role-assignments`, (call) =>
    withKey(store, call, () => {
      const group = find(store.state, call.params.groupId);
      if (!group) return noGroup();
      const page = pageOf(
        toRoleAssignments(group),
        `roles ${group.id}`,
        new URL(call.request.url).searchParams.get('cursor'),
        50,
      );
      return page ? HttpResponse.json({ data: page.items, links: page.links }) : badCursor();
    }),
  ),
  http.post(`${v2}/groups/:groupId/memberships`, (call) =>
    withKey(store, call, async () => {
      const body = z.object({ accountId: z.string() }).safeParse(await call.request.json().catch(() => undefined));
      if (!body.success) return badBody(z.prettifyError(body.error));
      const group = find(store.state, call.params.groupId);
      if (!group) return noGroup();
      const account = byId(store.state, body.data.accountId);
      if (account?.accountType !== 'atlassian') return noUser();
      if (group.externalSynced) return synced();
      if (account.groups.includes(group.id)) return alreadyMember();
      const joined = joinGroup(store.state, account.accountId, group.id, keyOwner);
      if (joined === 'licence-exceeded') return licenceLimit();
      store.update(() => joined);
      return new HttpResponse(null, { status: 204 });
    }),
  ),
  http.delete(`${v2}/groups/:groupId/memberships/:accountId`, (call) =>
    withKey(store, call, () => {
      const group = find(store.state, call.params.groupId);
      const account = byId(store.state, String(call.params.accountId));
      if (!group) return noGroup();
      if (!account?.groups.includes(group.id)) return noUser();
      if (group.externalSynced) return synced();
      store.update((state) => leaveGroup(state, account.accountId, group.id, keyOwner));
      return new HttpResponse(null, { status: 204 });
    }),
  ),
];

const find = (state: CloudState, id: unknown) => state.groups.find((group) => group.id === id);

const synced = () =>
  orgError(
    403,
    'ADMIN-403-3',
    'Not allowed',
    'The group is synced from an identity provider and cannot be changed here.',
  );

const toGroup = (state: CloudState, group: FakeGroup, counts: boolean) => ({
  id: group.id,
  name: group.name,
  description: group.description,
  directoryId: state.directoryId,
  managementAccess: { deletable: !group.externalSynced, modifiable: !group.externalSynced, readable: true },
  externalSynced: group.externalSynced,
  managedBy: group.externalSynced ? 'EXTERNAL' : 'ADMINS',
  ...(counts && {
    counts: {
      users: state.accounts.filter(({ groups }) => groups.includes(group.id)).length,
      resources: group.grants.length,
    },
  }),
});

/** Roles by resource. An agent of Jira Service Management is a `user` of that product here. */
function toRoleAssignments(group: FakeGroup) {
  return group.grants.map(({ product, cloudId, role }) => ({
    resourceId: `ari:cloud:${product}::site/${cloudId}`,
    resourceOwner: product,
    ...(group.isDefault && { defaultRole: `atlassian/${role === 'agent' ? 'user' : role}` }),
    roles: [`atlassian/${role === 'agent' ? 'user' : role}`],
  }));
}
