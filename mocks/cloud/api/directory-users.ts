import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { FakeAccount } from '../state.ts';
import { byId, type Store, withAccount, withEvent } from '../store.ts';
import { roleIdsOf } from './access.ts';
import { readBody, readQuery } from './body.ts';
import { pageOf } from './cursor.ts';
import { badBody, badCursor, noUser } from './errors.ts';
import { v2, withKey } from './organization-key.ts';
import { expanded, findUsers, toUser, USER_LISTS, UserFilters, UserSearch } from './user-search.ts';

/** Accounts of the directory: search, count, one, suspend, restore, remove. */
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
  http.get(`${v2}/users/stats`, (call) =>
    withKey(store, call, () => {
      const users = findUsers(store.state, {});
      const roles = countBy(users.flatMap((account) => roleIdsOf(store.state, account)));
      const statuses = countBy(users.map(({ accountStatus }) => accountStatus));
      return HttpResponse.json({
        roles: [...roles].map(([roleId, count]) => ({ roleId, count })),
        accountStatus: [...statuses].map(([status, count]) => ({ status, count })),
      });
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
    withUser(store, call, (account) => changed(store, account, suspension, 'user_suspended')),
  ),
  http.post(`${v2}/users/:accountId/restore`, (call) =>
    withUser(store, call, (account) => changed(store, account, restored(account), 'user_restored')),
  ),
  // Removed people lose roles and groups and are not billed; they come back by an invitation only.
  http.delete(`${v2}/users/:accountId`, (call) =>
    withUser(store, call, (account) => changed(store, account, removal, 'user_removed_from_directory')),
  ),
];

type Call = Parameters<typeof withKey>[1];

/** Answers for an account this API knows; 404 for others, customers and apps among them. */
export const withUser = (store: Store, call: Call, answer: (account: FakeAccount) => Response | Promise<Response>) =>
  withKey(store, call, () => {
    const account = byId(store.state, String(call.params.accountId ?? call.params.userId));
    return account?.accountType === 'atlassian' ? answer(account) : noUser();
  });

const suspension = { membershipStatus: 'suspended', status: 'suspended' } as const;
const removal = { membershipStatus: 'no_membership', status: 'not_invited', groups: [], platformRoles: [] } as const;
/** Restoring a membership does not bring a deactivated account back (inferred, unverified). */
const restored = ({ accountStatus }: FakeAccount) =>
  ({ membershipStatus: 'active', status: accountStatus === 'active' ? 'active' : 'deactivated' }) as const;

function changed(store: Store, account: FakeAccount, change: Partial<FakeAccount>, action: string): Response {
  store.update((state) =>
    withEvent(
      withAccount(state, account.accountId, (current) => ({ ...current, ...change })),
      {
        action,
        actorId: null,
        context: [{ id: account.accountId, type: 'users', attributes: { name: account.name } }],
        container: [{ id: state.orgId, type: 'orgs', attributes: { name: state.orgName } }],
      },
    ),
  );
  return new HttpResponse(null, { status: 204 });
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
