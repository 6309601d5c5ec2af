import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { FakeGroup } from '../state.ts';
import { type Store, withEvent } from '../store.ts';
import { pageOf } from './cursor.ts';
import { badBody, badCursor, badQuery, noGroup, notAllowed, orgError } from './errors.ts';
import { findGroups, GroupFilters, GroupSearch, toGroup } from './group-search.ts';
import { keyOwner, v2, withKey } from './organization-key.ts';
import { bodyOf, queryOf } from './query.ts';

const NewGroup = z.strictObject({ name: z.string().trim().min(1).max(255), description: z.string().default('') });

/** Groups: search, count, stats, one, create, delete. Groups synced from an identity provider are read-only. */
export const groupHandlers = (store: Store): RequestHandler[] => [
  http.post(`${v2}/groups/search`, (call) =>
    withKey(store, call, async () => {
      const body = await bodyOf(call.request, GroupSearch);
      if (!body.success) return badBody(z.prettifyError(body.error));
      const { cursor, limit, expand, ...filters } = body.data;
      const page = pageOf(findGroups(store.state, filters), `groups ${JSON.stringify(filters)}`, cursor, limit);
      if (page === null) return badCursor();
      const data = page.items.map((group) => ({ ...toGroup(store.state, group, expand), links: {} }));
      return HttpResponse.json({ data, links: page.links });
    }),
  ),
  http.get(`${v2}/groups/count`, (call) =>
    withKey(store, call, () => {
      const filters = GroupFilters.safeParse(queryOf(call.request));
      if (!filters.success) return badQuery(z.prettifyError(filters.error));
      return HttpResponse.json({ count: findGroups(store.state, filters.data).length });
    }),
  ),
  http.get(`${v2}/groups/stats`, (call) =>
    withKey(store, call, () => {
      const all = store.state.groups.length;
      const synced = store.state.groups.filter(({ externalSynced }) => externalSynced).length;
      return HttpResponse.json({
        types: [{ type: 'GROUP', count: all }],
        totals: { all, synced, managed: all - synced },
      });
    }),
  ),
  // The answer has no body, so the new id must be searched for.
  http.post(`${v2}/groups`, (call) =>
    withKey(store, call, async () => {
      const body = await bodyOf(call.request, NewGroup);
      if (!body.success) return badBody(z.prettifyError(body.error));
      const { name, description } = body.data;
      if (store.state.groups.some((group) => group.name === name))
        return orgError(409, 'ADMIN-409-1', 'Group already exists');
      store.update((state) => {
        const id = `00000000-9999-4000-8000-${String(state.nextId).padStart(12, '0')}`;
        const group = { id, name, description, externalSynced: false, isDefault: false, grants: [] };
        return withEvent({ ...state, groups: [...state.groups, group] }, groupEvent('group_created', group));
      });
      return new HttpResponse(null, { status: 201 });
    }),
  ),
  http.get(`${v2}/groups/:groupId`, (call) =>
    withGroup(store, call, (group) =>
      HttpResponse.json({ data: toGroup(store.state, group, ['counts.users', 'counts.resources']) }),
    ),
  ),
  http.delete(`${v2}/groups/:groupId`, (call) =>
    withOwnGroup(store, call, (group) => {
      store.update((state) =>
        withEvent(
          {
            ...state,
            groups: state.groups.filter(({ id }) => id !== group.id),
            accounts: state.accounts.map((account) => ({
              ...account,
              groups: account.groups.filter((id) => id !== group.id),
            })),
          },
          groupEvent('group_deleted', group),
        ),
      );
      return new HttpResponse(null, { status: 204 });
    }),
  ),
];

type Call = Parameters<typeof withKey>[1];
type Answer = (group: FakeGroup) => Response | Promise<Response>;

export const withGroup = (store: Store, call: Call, answer: Answer) =>
  withKey(store, call, () => {
    const group = store.state.groups.find(({ id }) => id === call.params.groupId);
    return group ? answer(group) : noGroup();
  });

/** As `withGroup`, refusing groups that an identity provider owns. The status of that refusal is inferred, unverified. */
export const withOwnGroup = (store: Store, call: Call, answer: Answer) =>
  withGroup(store, call, (group) =>
    group.externalSynced
      ? notAllowed('The group is synced from an identity provider and cannot be changed here.')
      : answer(group),
  );

export const groupEvent = (action: string, group: Pick<FakeGroup, 'id' | 'name'>) => ({
  action,
  actorId: keyOwner.accountId,
  context: [{ id: group.id, type: 'groups', attributes: { name: group.name } }],
  container: [],
});
