import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { avatarUrl } from '../avatars.ts';
import type { CloudState, FakeAccount } from '../state.ts';
import { byId, type Store, withAccount, withEvent } from '../store.ts';
import { pageOf } from './cursor.ts';
import { badBody, badCursor, noUser } from './errors.ts';
import { v2, withKey } from './organization-key.ts';

const Search = z
  .strictObject({
    cursor: z.string().optional(),
    limit: z.number().int().min(1).max(100).default(50),
    accountIds: z.array(z.string()).max(10).optional(),
    directoryIds: z.array(z.string()).max(10).optional(),
    resourceIds: z.array(z.string()).max(20).optional(),
    groupIds: z.array(z.string()).max(10).optional(),
    mfaEnabled: z.boolean().optional(),
    claimStatus: z.enum(['managed', 'unmanaged']).optional(),
    status: z.array(z.enum(['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'])).optional(),
    accountStatus: z.array(z.enum(['active', 'inactive', 'closed'])).optional(),
    membershipStatus: z.array(z.enum(['active', 'suspended', 'no_membership'])).optional(),
    roleIds: z.array(z.string()).optional(),
    emailDomains: z.array(z.string()).max(10).optional(),
    searchTerm: z.string().optional(),
    emails: z.array(z.string()).max(100).optional(),
    expand: z.array(z.enum(['platformRoles', 'counts.resources', 'productAccess', 'groups'])).default([]),
    sortBy: z.array(z.object({ field: z.string(), direction: z.string() })).optional(),
  })
  .refine(
    (body) => body.searchTerm === undefined || body.emails === undefined,
    'searchTerm and emails exclude each other',
  );
type Search = z.output<typeof Search>;

/** Accounts of the directory. Portal-only customers and apps are not in this API. */
export const directoryUserHandlers = (store: Store): RequestHandler[] => [
  http.post(`${v2}/users/search`, (call) =>
    withKey(store, call, async () => {
      const body = Search.safeParse(await call.request.json().catch(() => undefined));
      if (!body.success) return badBody(z.prettifyError(body.error));
      const { cursor, limit, expand, ...filters } = body.data;
      const found = listed(store.state).filter((account) => fits(account, filters));
      const page = pageOf(found, `users ${JSON.stringify(filters)}`, cursor, limit);
      return page
        ? HttpResponse.json({
            data: page.items.map((account) => toUser(store.state, account, expand)),
            links: page.links,
          })
        : badCursor();
    }),
  ),
  http.get(`${v2}/users/count`, (call) =>
    withKey(store, call, () => HttpResponse.json({ count: listed(store.state).length })),
  ),
  http.get(`${v2}/users/:accountId`, (call) =>
    withKey(store, call, () => {
      const account = byId(store.state, String(call.params.accountId));
      return account?.accountType === 'atlassian'
        ? HttpResponse.json({ data: toUser(store.state, account, ['platformRoles', 'groups']) })
        : noUser();
    }),
  ),
  ...(['suspend', 'restore'] as const).map((what) =>
    http.post(`${v2}/users/:accountId/${what}`, (call) =>
      withKey(store, call, () => {
        const account = byId(store.state, String(call.params.accountId));
        if (account?.accountType !== 'atlassian') return noUser();
        const membershipStatus = what === 'suspend' ? 'suspended' : 'active';
        store.update((state) =>
          withEvent(
            withAccount(state, account.accountId, (current) => ({
              ...current,
              membershipStatus,
              status: membershipStatus,
            })),
            {
              action: `user_${what}ed`,
              actorId: null,
              context: [{ id: account.accountId, type: 'users', attributes: {} }],
              container: [],
            },
          ),
        );
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ),
];

const listed = (state: CloudState) => state.accounts.filter(({ accountType }) => accountType === 'atlassian');

function fits(account: FakeAccount, filters: Omit<Search, 'cursor' | 'limit' | 'expand'>): boolean {
  const email = account.email?.toLowerCase() ?? '';
  const term = filters.searchTerm?.toLowerCase();
  const among = <T>(values: readonly T[] | undefined, value: T) => values === undefined || values.includes(value);
  return (
    among(filters.accountIds, account.accountId) &&
    (filters.groupIds === undefined || filters.groupIds.some((id) => account.groups.includes(id))) &&
    (filters.claimStatus === undefined || filters.claimStatus === account.claimStatus) &&
    among(filters.status, account.status) &&
    among(filters.accountStatus, account.accountStatus) &&
    among(filters.membershipStatus, account.membershipStatus) &&
    (filters.emailDomains === undefined || filters.emailDomains.some((domain) => email.endsWith(`@${domain}`))) &&
    (filters.emails === undefined || filters.emails.some((wanted) => wanted.toLowerCase() === email)) &&
    (term === undefined || account.name.toLowerCase().includes(term) || email.includes(term))
  );
}

const toUser = (state: CloudState, account: FakeAccount, expand: Search['expand']) => ({
  accountId: account.accountId,
  accountType: 'atlassian',
  status: account.status,
  accountStatus: account.accountStatus,
  membershipStatus: account.membershipStatus,
  addedToOrg: account.addedToOrg,
  name: account.name,
  nickname: account.nickname,
  email: account.email,
  emailVerified: account.emailVerified,
  claimStatus: account.claimStatus,
  picture: avatarUrl(account),
  managementSource: account.managementSource,
  jobTitle: account.jobTitle,
  ...(expand.includes('platformRoles') && { platformRoles: account.platformRoles }),
  ...(expand.includes('groups') && {
    groups: state.groups
      .filter(({ id }) => account.groups.includes(id))
      .map(({ id, name, description }) => ({ id, name, description })),
  }),
  links: {},
});
