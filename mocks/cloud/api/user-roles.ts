import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { Store } from '../store.ts';
import { ariOf, grantsOf, roleName } from './access.ts';
import { readQuery } from './body.ts';
import { pageOf } from './cursor.ts';
import { withUser } from './directory-users.ts';
import { badBody, badCursor } from './errors.ts';
import { v2 } from './organization-key.ts';

const lists = ['directoryIds', 'resourceOwners', 'resourceIds', 'roleIds'];
const Query = z.strictObject({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  directoryIds: z.array(z.string()).optional(),
  resourceOwners: z.array(z.string()).optional(),
  resourceIds: z.array(z.string()).optional(),
  roleIds: z.array(z.string()).optional(),
});

/** What a person may do where. Roles come from groups only in the fake, so the method is always `group_direct`. */
export const userRoleHandlers = (store: Store): RequestHandler[] => [
  http.get(`${v2}/users/:accountId/role-assignments`, (call) =>
    withUser(store, call, (account) => {
      const query = Query.safeParse(readQuery(call.request, lists));
      if (!query.success) return badBody(z.prettifyError(query.error));
      const { cursor, limit, ...filters } = query.data;
      const byResource = Map.groupBy(grantsOf(store.state, account), ariOf);
      const found = [...byResource]
        .map(([resourceId, grants]) => ({
          resourceId,
          resourceOwner: grants[0]?.product ?? '',
          roles: [...new Set(grants.map(({ role }) => roleName(role)))],
        }))
        .filter(
          ({ resourceId, resourceOwner, roles }) =>
            (filters.resourceOwners?.includes(resourceOwner) ?? true) &&
            (filters.resourceIds?.includes(resourceId) ?? true) &&
            (filters.roleIds === undefined || roles.some((role) => filters.roleIds?.includes(role))),
        );
      const page = pageOf(found, `roles ${account.accountId} ${JSON.stringify(filters)}`, cursor, limit);
      if (page === null) return badCursor();
      return HttpResponse.json({
        data: page.items.map((entry) => ({
          ...entry,
          roleAssignments: entry.roles.map((role) => ({ role, roleAssignmentMethods: ['group_direct'] })),
          directoryId: store.state.directoryId,
          userDirectoryStatus: account.membershipStatus,
        })),
        links: page.links,
      });
    }),
  ),
];
