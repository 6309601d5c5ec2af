import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { joinGroup, leaveGroup } from '../grant.ts';
import { byId, type Store } from '../store.ts';
import { alreadyMember, badBody, licenceLimit, noUser } from './errors.ts';
import { withOwnGroup } from './groups.ts';
import { keyOwner, v2 } from './organization-key.ts';
import { bodyOf } from './query.ts';

const Member = z.strictObject({ accountId: z.string().min(1) });

/** Membership of groups. A 409 means "already a member" or "no seat left": only the code tells. */
export const groupMemberHandlers = (store: Store): RequestHandler[] => [
  http.post(`${v2}/groups/:groupId/memberships`, (call) =>
    withOwnGroup(store, call, async (group) => {
      const body = await bodyOf(call.request, Member);
      if (!body.success) return badBody(z.prettifyError(body.error));
      const account = byId(store.state, body.data.accountId);
      if (account?.accountType !== 'atlassian') return noUser();
      if (account.groups.includes(group.id)) return alreadyMember();
      const joined = joinGroup(store.state, account.accountId, group.id, keyOwner);
      if (joined === 'licence-exceeded') return licenceLimit();
      store.update(() => joined);
      return new HttpResponse(null, { status: 204 });
    }),
  ),
  http.delete(`${v2}/groups/:groupId/memberships/:accountId`, (call) =>
    withOwnGroup(store, call, (group) => {
      const account = byId(store.state, String(call.params.accountId));
      if (!account?.groups.includes(group.id)) return noUser();
      store.update((state) => leaveGroup(state, account.accountId, group.id, keyOwner));
      return new HttpResponse(null, { status: 204 });
    }),
  ),
];
