import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { CloudState, FakeAccount } from '../state.ts';
import { byId, type Store, withAccount, withEvent } from '../store.ts';
import { readBody, readQuery } from './body.ts';
import { pageOf } from './cursor.ts';
import { badBody, badCursor, noUser } from './errors.ts';
import { keyOwner, v2, withKey } from './organization-key.ts';
import { expanded, findUsers, toUser, USER_LISTS, UserFilters, UserSearch } from './user-search.ts';

/** Who is in the directory. Portal-only customers and apps are not in this API. */
export const directoryUserHandlers = (store: Store): RequestHandler[] => [
  http.post(`${v2}/users/search`, (call) =>
    withKey(store, call, async () => {
      const body = await readBody(call.request, UserSearch);
      if (!body.success) return badBody(z.prettifyError(body.error));
      const { cursor, limit, expand, ...filters } = body.data;
      const page = pageOf(findUsers(store.state, filters), `users ${JSON.stringify(filters)}`, cursor, limit);
      if (page === null) return badCursor();
      const data = page.items.map((account) => ({
        ...toUser(account),
        ...expanded(store.state, account, expand),
        links: {},
      }));
      return HttpResponse.json({ data, links: page.links });
    }),
  ),
  http.get(`${v2}/users/count`, (call) =>
    withKey(store, call, () => {
      const filters = UserFilters.safeParse(readQuery(call.request, USER_LISTS));
      if (!filters.success) return badBody(z.prettifyError(filters.error));
      return HttpResponse.json({ count: findUsers(store.state, filters.data).length });
    }),
  ),
  http.get(`${v2}/users/:accountId`, (call) =>
    withUser(store, call, (account) =>
      HttpResponse.json({
        data: { ...toUser(account), ...expanded(store.state, account, ['platformRoles', 'counts.resources']) },
      }),
    ),
  ),
  http.post(`${v2}/users/:accountId/suspend`, (call) =>
    withUser(store, call, (account) => changed(store, account, 'user_suspended', { membershipStatus: 'suspended' })),
  ),
  http.post(`${v2}/users/:accountId/restore`, (call) =>
    withUser(store, call, (account) => changed(store, account, 'user_restored', { membershipStatus: 'active' })),
  ),
  http.delete(`${v2}/users/:accountId`, (call) =>
    withUser(store, call, (account) =>
      changed(store, account, 'user_removed_from_org', { membershipStatus: 'no_membership', groups: [] }),
    ),
  ),
];

/** Runs `answer` for the account the path names, when the directory knows it. */
export const withUser = (
  store: Store,
  call: Parameters<typeof withKey>[1],
  answer: (account: FakeAccount) => Response | Promise<Response>,
): Promise<Response> =>
  withKey(store, call, () => {
    const account = byId(store.state, String(call.params.accountId));
    return account?.accountType === 'atlassian' ? answer(account) : noUser();
  });

const statusOf = { active: 'active', suspended: 'suspended', no_membership: 'not_invited' } as const;

function changed(
  store: Store,
  account: FakeAccount,
  action: string,
  change: Pick<FakeAccount, 'membershipStatus'> & Partial<FakeAccount>,
): Response {
  const apply = (state: CloudState) =>
    withAccount(state, account.accountId, (current) => ({
      ...current,
      ...change,
      // A deactivated account stays one, whatever its membership.
      status: current.accountStatus === 'active' ? statusOf[change.membershipStatus] : current.status,
    }));
  store.update((state) =>
    withEvent(apply(state), {
      action,
      actorId: keyOwner.accountId,
      context: [{ id: account.accountId, type: 'users', attributes: { name: account.name } }],
      container: [],
    }),
  );
  return new HttpResponse(null, { status: 204 });
}
