import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { FakeAccount } from '../state.ts';
import { type Store, withEvent } from '../store.ts';
import { anySite, asViewer, gatewayError, withBody } from './gateway.ts';

const invitations = `${anySite}/gateway/api/invitations`;
const Permission = z.object({ permissionId: z.string(), resourceId: z.string() }).loose();
const Setting = z.object({ resource: z.string() }).loose();

/** What members may do; anything else needs an organization admin. Which permission asks what is inferred. */
const forMembers = new Set(['invite-users', 'write', 'view']);
const isPermitted = (viewer: FakeAccount, permissionId: string) =>
  forMembers.has(permissionId) || viewer.platformRoles.includes('atlassian/org-admin');

/** Settings of self-service access, and what the person on the page may do. Shapes of 2020-21: unverified today. */
export const accessSettingHandlers = (store: Store): RequestHandler[] => [
  http.get(`${invitations}/capabilities`, ({ request }) =>
    asViewer(store, request, () =>
      HttpResponse.json({ directInvite: { mode: 'ANYONE' }, invitePendingApproval: { mode: 'ANYONE' } }),
    ),
  ),
  ...['domain-enabled-signup-promotion', 'open-invite'].flatMap((name) => [
    http.get(`${invitations}/v1/settings/${name}`, ({ request }) =>
      asViewer(store, request, () => HttpResponse.json({ enabled: false })),
    ),
    http.post(`${invitations}/v1/settings/${name}`, ({ request }) =>
      withBody(store, request, Setting, (viewer, body) => {
        if (!isPermitted(viewer, 'manage')) return gatewayError(403, 'Not an administrator');
        store.update((state) =>
          withEvent(state, {
            action: `setting_changed_${name}`,
            actorId: viewer.accountId,
            context: [{ id: body.resource, type: 'resources', attributes: {} }],
            container: [],
          }),
        );
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ]),
  ...[anySite, 'https://www.atlassian.com', 'https://admin.atlassian.com'].flatMap((origin) => [
    http.post(`${origin}/gateway/api/permissions/permitted`, ({ request }) =>
      withBody(store, request, Permission, (viewer, { permissionId }) =>
        HttpResponse.json({ permitted: isPermitted(viewer, permissionId) }),
      ),
    ),
    http.post(`${origin}/gateway/api/permissions/bulk/permitted`, ({ request }) =>
      withBody(store, request, z.array(Permission).min(1), (viewer, asked) =>
        HttpResponse.json(asked.map((one) => ({ ...one, permitted: isPermitted(viewer, one.permissionId) }))),
      ),
    ),
  ]),
];
