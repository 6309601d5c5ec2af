import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { ProductRole } from '../../../core/licence/index.ts';
import { productOf } from '../resource.ts';
import { roleId } from '../roles.ts';
import { seatsBought, seatsUsed } from '../seats.ts';
import type { CloudState, FakeGroup } from '../state.ts';
import { type Store, withEvent } from '../store.ts';
import { pageOf } from './cursor.ts';
import { badBody, badCursor, badQuery, badResource, licenceLimit } from './errors.ts';
import { ariOf } from './group-search.ts';
import { groupEvent, withGroup, withOwnGroup } from './groups.ts';
import { v2 } from './organization-key.ts';
import { bodyOf, queryOf } from './query.ts';

const Role = z.strictObject({ resourceId: z.string(), roleId: z.templateLiteral(['atlassian/', ProductRole]) });
const Query = z.strictObject({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  directoryIds: z.array(z.string()).optional(),
  resourceOwners: z.array(z.string()).optional(),
  resourceIds: z.array(z.string()).optional(),
  roleIds: z.array(z.string()).optional(),
});

/** Which roles a group grants on which resources, and changing that. */
export const groupRoleHandlers = (store: Store): RequestHandler[] => [
  http.get(`${v2}/groups/:groupId/role-assignments`, (call) =>
    withGroup(store, call, (group) => {
      const query = Query.safeParse(queryOf(call.request));
      if (!query.success) return badQuery(z.prettifyError(query.error));
      const { cursor, limit, resourceOwners, resourceIds, roleIds } = query.data;
      const found = assignmentsOf(group).filter(
        ({ resourceId, resourceOwner, roles }) =>
          (resourceOwners?.includes(resourceOwner) ?? true) &&
          (resourceIds?.includes(resourceId) ?? true) &&
          (roleIds === undefined || roles.some((role) => roleIds.includes(role))),
      );
      const page = pageOf(found, `roles ${group.id} ${resourceOwners} ${resourceIds} ${roleIds}`, cursor, limit);
      return page ? HttpResponse.json({ data: page.items, links: page.links }) : badCursor();
    }),
  ),
  http.post(`${v2}/groups/:groupId/role-assignments/assign`, (call) =>
    withOwnGroup(store, call, async (group) => {
      const body = await bodyOf(call.request, Role);
      if (!body.success) return badBody(z.prettifyError(body.error));
      const grant = grantOf(store.state, body.data);
      if (grant === null) return badResource();
      if (group.grants.some((known) => ariOf(known) === ariOf(grant) && known.role === grant.role))
        return new HttpResponse(null, { status: 200 });
      const after = withGrants(store.state, group, [...group.grants, grant]);
      const bought = seatsBought(after, grant.product, grant.cloudId);
      if (bought !== null && seatsUsed(after, grant.product, grant.cloudId) > bought) return licenceLimit();
      store.update(() => withEvent(after, groupEvent('group_role_assigned', group)));
      return new HttpResponse(null, { status: 200 });
    }),
  ),
  http.post(`${v2}/groups/:groupId/role-assignments/revoke`, (call) =>
    withOwnGroup(store, call, async (group) => {
      const body = await bodyOf(call.request, Role);
      if (!body.success) return badBody(z.prettifyError(body.error));
      const { resourceId, roleId: wanted } = body.data;
      const kept = group.grants.filter((grant) => ariOf(grant) !== resourceId || roleId(grant.role) !== wanted);
      store.update((state) => withEvent(withGrants(state, group, kept), groupEvent('group_role_revoked', group)));
      return new HttpResponse(null, { status: 204 });
    }),
  ),
];

/** One entry a resource, however many roles the group has there. */
function assignmentsOf(group: FakeGroup) {
  const byResource = Map.groupBy(group.grants, ariOf);
  return [...byResource].map(([resourceId, grants]) => {
    const roles = [...new Set(grants.map(({ role }) => roleId(role)))];
    return {
      resourceId,
      resourceOwner: grants[0]?.product ?? '',
      defaultRole: group.isDefault ? (roles[0] ?? null) : null,
      roles,
    };
  });
}

/** What an assignment grants; null for a product that the organization does not have. */
function grantOf(state: CloudState, wanted: z.output<typeof Role>): FakeGroup['grants'][number] | null {
  const at = productOf(wanted.resourceId);
  const site = state.sites.find(({ cloudId }) => cloudId === at?.cloudId);
  if (!at || !site?.products.some(({ product }) => product === at.product)) return null;
  const role = ProductRole.parse(wanted.roleId.replace('atlassian/', ''));
  // Agents are the `user` of Jira Service Management here; inside the fake they keep their own name.
  return { ...at, role: at.product === 'jira-servicedesk' && role === 'user' ? 'agent' : role };
}

const withGrants = (state: CloudState, group: FakeGroup, grants: FakeGroup['grants']): CloudState => ({
  ...state,
  groups: state.groups.map((known) => (known.id === group.id ? { ...known, grants } : known)),
});
