import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { inviteByEmail } from '../grant.ts';
import { people } from '../people.ts';
import { fullProducts } from '../seats.ts';
import { type Store, withAccount } from '../store.ts';
import { badBody, orgError } from './errors.ts';
import { withKey } from './organization-key.ts';

const Invite = z.strictObject({
  emails: z.array(z.email()).min(1).max(25),
  permissionRules: z.array(z.object({ resource: z.string(), role: z.string() })).default([]),
  additionalGroups: z.array(z.string()).default([]),
  sendNotification: z.boolean().default(false),
  notificationText: z.string().optional(),
});

/** Invites addresses and puts them in groups: 200, or 206 when at least one assignment failed; 409 when seats are full. */
export const inviteHandlers = (store: Store): RequestHandler[] => [
  http.post('https://api.atlassian.com/admin/v2/orgs/:orgId/users/invite', (call) =>
    withKey(store, call, async () => {
      const body = Invite.safeParse(await call.request.json().catch(() => undefined));
      if (!body.success) return badBody(z.prettifyError(body.error));
      const before = store.state;
      let failed = false;
      const data = [];
      for (const email of body.data.emails) {
        const invited = inviteByEmail(store.state, email, people.ada);
        store.update(() => invited.state);
        const id = invited.account.accountId;
        const groupAssignmentResult = [];
        for (const group of body.data.additionalGroups) {
          const known = store.state.groups.find((candidate) => candidate.id === group);
          const account = store.state.accounts.find(({ accountId }) => accountId === id);
          if (!known || known.externalSynced || !account) {
            failed = true;
            groupAssignmentResult.push({
              group,
              status: 'ERROR',
              statusReason: known ? 'GROUP_NOT_MODIFIABLE' : 'GROUP_NOT_FOUND',
            });
            continue;
          }
          if (fullProducts(store.state, account, group).length > 0) {
            store.update(() => before);
            return orgError(409, 'ADMIN-UAM-409-3', 'Product License Limit Exceeded');
          }
          store.update((state) =>
            withAccount(state, id, (current) => ({ ...current, groups: [...new Set([...current.groups, group])] })),
          );
          groupAssignmentResult.push({ group, status: 'INVITED', statusReason: null });
        }
        data.push({ id, email, results: [{ roleAssignmentResult: [], groupAssignmentResult }] });
      }
      return HttpResponse.json({ data }, { status: failed ? 206 : 200 });
    }),
  ),
];
