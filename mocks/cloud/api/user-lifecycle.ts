import { HttpResponse, http, type RequestHandler } from 'msw';
import type { FakeAccount } from '../state.ts';
import { byId, type Store, withAccount, withEvent } from '../store.ts';
import { noUser } from './errors.ts';
import { keyOwner, v2, withKey } from './organization-key.ts';

type Membership = FakeAccount['membershipStatus'];
/** What the directory then calls the account: inferred, unverified. */
const statusOf = { active: 'active', suspended: 'suspended', no_membership: 'not_invited' } as const;

/** Suspending and removing give seats back, restoring takes them again. All answer 204. */
export const userLifecycleHandlers = (store: Store): RequestHandler[] => {
  const change = (call: Parameters<typeof withKey>[1], action: string, membershipStatus: Membership) =>
    withKey(store, call, () => {
      const account = byId(store.state, String(call.params.accountId));
      if (account?.accountType !== 'atlassian') return noUser();
      const changed = withAccount(store.state, account.accountId, (current) => ({
        ...current,
        membershipStatus,
        // A deactivated account stays one, whatever its membership.
        status: current.accountStatus === 'active' ? statusOf[membershipStatus] : current.status,
        groups: membershipStatus === 'no_membership' ? [] : current.groups,
      }));
      store.update(() =>
        withEvent(changed, {
          action,
          actorId: keyOwner.accountId,
          context: [{ id: account.accountId, type: 'users', attributes: { name: account.name } }],
          container: [],
        }),
      );
      return new HttpResponse(null, { status: 204 });
    });
  const user = `${v2}/users/:accountId`;
  return [
    http.post(`${user}/suspend`, (call) => change(call, 'user_suspended', 'suspended')),
    http.post(`${user}/restore`, (call) => change(call, 'user_restored', 'active')),
    http.delete(user, (call) => change(call, 'user_removed_from_org', 'no_membership')),
  ];
};
