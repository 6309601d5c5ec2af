import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { rolesOf } from '../roles.ts';
import { byId, type Store } from '../store.ts';
import { pageOf } from './cursor.ts';
import { badBody, badCursor, badQuery, noUser } from './errors.ts';
import { v2, withKey } from './organization-key.ts';
import { queryOf } from './query.ts';
import { toUser } from './user-body.ts';
import { findUsers, userFilters } from './user-filter.ts';

const Search = z
  .strictObject({
    ...userFilters,
    cursor: z.string().optional(),
    limit: z.number().int().min(1).max(100).default(50),
    emails: z.array(z.string()).max(100).optional(),
    expand: z.array(z.enum(['platformRoles', 'counts.resources', 'productAccess', 'groups'])).default([]),
    sortBy: z.array(z.object({ field: z.literal('nick_name'), direction: z.enum(['asc', 'desc']) })).default([]),
  })
  .refine(
    (body) => body.searchTerm === undefined || body.emails === undefined,
    'searchTerm and emails exclude each other',
  );
const Count = z.object(userFilters);
const Roles = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  resourceIds: z.array(z.string()).optional(),
  roleIds: z.array(z.string()).optional(),
});

/** Who is in the directory, and what they may do where. */
export const directoryUserHandlers = (store: Store): RequestHandler[] => [
  http.post(`${v2}/users/search`, (call) =>
    withKey(store, call, async () => {
      const body = Search.safeParse(await call.request.json().catch(() => undefined));
      if (!body.success) return badBody(z.prettifyError(body.error));
      const { cursor, limit, expand, ...filters } = body.data;
      const found = findUsers(store.state, filters);
      const order = filters.sortBy[0]?.direction;
      if (order) found.sort((a, b) => a.nickname.localeCompare(b.nickname) * (order === 'asc' ? 1 : -1));
      const page = pageOf(found, `users ${JSON.stringify(filters)}`, cursor, limit);
      if (!page) return badCursor();
      return HttpResponse.json({
        data: page.items.map((account) => toUser(store.state, account, expand)),
        links: page.links,
      });
    }),
  ),
  http.get(`${v2}/users/count`, (call) =>
    withKey(store, call, () => {
      const filters = Count.safeParse(queryOf(call.request));
      if (!filters.success) return badQuery(z.prettifyError(filters.error));
      return HttpResponse.json({ count: findUsers(store.state, filters.data).length });
    }),
  ),
  http.get(`${v2}/users/:accountId`, (call) =>
    withKey(store, call, () => {
      const account = accountOf(store, call.params.accountId);
      if (!account) return noUser();
      return HttpResponse.json({ data: toUser(store.state, account, ['platformRoles', 'counts.resources']) });
    }),
  ),
  http.get(`${v2}/users/:accountId/role-assignments`, (call) =>
    withKey(store, call, () => {
      const account = accountOf(store, call.params.accountId);
      if (!account) return noUser();
      const query = Roles.safeParse(queryOf(call.request));
      if (!query.success) return badQuery(z.prettifyError(query.error));
      const { cursor, limit, resourceIds, roleIds } = query.data;
      const found = rolesOf(store.state, account)
        .filter(({ resourceId }) => resourceIds?.includes(resourceId) ?? true)
        .filter(({ roles }) => roleIds?.some((role) => roles.includes(role)) ?? true);
      const page = pageOf(found, `roles ${account.accountId} ${resourceIds} ${roleIds}`, cursor, limit);
      if (!page) return badCursor();
      return HttpResponse.json({
        data: page.items.map(({ resourceId, product, roles }) => ({
          resourceId,
          resourceOwner: product,
          roles,
          roleAssignments: roles.map((role) => ({ role, roleAssignmentMethods: ['group_direct'] })),
          directoryId: store.state.directoryId,
          userDirectoryStatus: account.membershipStatus,
        })),
        links: page.links,
      });
    }),
  ),
];

function accountOf(store: Store, id: unknown) {
  const account = byId(store.state, String(id));
  return account?.accountType === 'atlassian' ? account : undefined;
}
