import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organization, people } from '../../mocks/cloud/seed.ts';
import {
  basic,
  cookie,
  directory,
  get,
  key,
  org1,
  org2,
  orgs,
  post,
  refusal,
  remove,
  startApi,
  walk,
} from './fake-cloud-api.ts';

const { store, server } = startApi();
beforeAll(() => server.listen());
beforeEach(() => store.reset());
afterAll(() => server.close());

const users = `${directory}/users/search`;
const groups = `${directory}/groups/search`;
const listed = () => store.state.accounts.filter(({ accountType }) => accountType === 'atlassian');

describe('who may call', () => {
  it.each([
    ['nobody', {}],
    ['a wrong key', { authorization: 'Bearer wrong' }],
    ['an API token', basic('ada.okafor@acme.example')],
    ['a session', cookie(people.ada.accountId)],
  ])('refuses %s with the gateway’s body', async (_who, headers) => {
    const response = await get(org1, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 401, message: expect.any(String) });
  });

  it('knows one organization and its directory', async () => {
    expect((await get(org1, key)).status).toBe(200);
    expect(await refusal(get(`${orgs}/v1/orgs/another`))).toEqual([404, 'ADMIN-404-2']);
    expect((await post(`${org2}/directories/another/users/search`, {})).status).toBe(404);
    expect((await post(`${org2}/directories/${organization.directoryId}/users/search`, {})).status).toBe(200);
  });
});

describe('users/search', () => {
  it('gives every Atlassian account once, and no customer or app', async () => {
    const ids = (await walk(users, { limit: 17 })).map(({ accountId }) => accountId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(
      listed()
        .map(({ accountId }) => accountId)
        .toSorted(),
    );
    expect(ids).not.toContain(people.cora.accountId);
    expect(ids).not.toContain(people.bot.accountId);
  });

  it('refuses cursors that it did not give for this search', async () => {
    const first = (await (await post(users, { limit: 2 })).json()) as { links: { next: string } };
    expect(await refusal(post(users, { cursor: 'made-up' }))).toEqual([400, 'ADMIN-400-1']);
    expect(await refusal(post(groups, { cursor: first.links.next }))).toEqual([400, 'ADMIN-400-1']);
  });

  it.each([
    ['limit 0', { limit: 0 }],
    ['limit 101', { limit: 101 }],
    ['searchTerm with emails', { searchTerm: 'a', emails: ['a@acme.example'] }],
    ['an expansion it does not have', { expand: ['roles'] }],
    ['11 account ids', { accountIds: Array.from({ length: 11 }, (_, n) => `${n}`) }],
    ['101 addresses', { emails: Array.from({ length: 101 }, (_, n) => `${n}@x.example`) }],
  ])('refuses %s', async (_what, body) => {
    expect(await refusal(post(users, body))).toEqual([400, 'ADMIN-400-24']);
  });

  it('takes the limits themselves, and 50 without one', async () => {
    const sizes = await Promise.all(
      [{ limit: 1 }, { limit: 100 }, {}].map(async (body) => {
        const page = (await (await post(users, body)).json()) as { data: unknown[] };
        return page.data.length;
      }),
    );
    expect(sizes).toEqual([1, 100, 50]);
  });

  it('tells groups and platform roles only when asked', async () => {
    const ask = async (expand: string[]) =>
      (await walk(users, { accountIds: [people.ada.accountId], expand }))[0] as Record<string, unknown>;
    expect(await ask([])).not.toHaveProperty('groups');
    expect(await ask([])).not.toHaveProperty('platformRoles');
    const ada = await ask(['groups', 'platformRoles', 'productAccess', 'counts.resources']);
    expect(ada.platformRoles).toEqual(['atlassian/org-admin']);
    expect(ada.groups).toMatchObject([{ id: 'confluence-users-acme' }, { id: 'jira-admins-acme' }]);
    expect(ada.productAccess).toHaveLength(2);
    expect(ada.counts).toEqual({ resources: 2 });
  });

  it('finds by address whatever its case, and by each documented filter', async () => {
    const names = async (body: object) => (await walk(users, body)).map(({ name }) => name);
    expect(await names({ emails: ['Emma.Berg@ACME.example'] })).toEqual(['Emma Berg']);
    expect(await names({ status: ['suspended'], searchTerm: 'sue' })).toEqual(['Sue Park']);
    expect(await names({ accountStatus: ['inactive'], searchTerm: 'dan' })).toEqual(['Dan Ferro']);
    expect(await names({ roleIds: ['atlassian/org-admin'] })).toEqual(['Ada Okafor']);
    expect(await names({ claimStatus: 'unmanaged', emailDomains: ['hostile.example'] })).toEqual([people.eve.name]);
    const [site] = organization.sites;
    const jira = await names({ resourceIds: [`ari:cloud:jira-software::site/${site.cloudId}`], limit: 100 });
    expect(jira).toContain('Pat Moreau');
    expect(jira).not.toContain('Noor Haddad');
  });
});

describe('around users', () => {
  it('counts what search finds', async () => {
    const count = async (query: string) =>
      ((await (await get(`${directory}/users/count${query}`)).json()) as { count: number }).count;
    expect(await count('')).toBe(listed().length);
    const unmanaged = listed().filter(({ claimStatus }) => claimStatus === 'unmanaged');
    expect(await count('?claimStatus=unmanaged')).toBe(unmanaged.length);
    const two = `?accountIds=${encodeURIComponent(people.emma.accountId)}&accountIds=${encodeURIComponent(people.ravi.accountId)}`;
    expect(await count(two)).toBe(2);
  });

  it('describes one person, and says 404 for a customer', async () => {
    const emma = await (await get(`${directory}/users/${encodeURIComponent(people.emma.accountId)}`)).json();
    expect(emma).toMatchObject({ data: { accountId: people.emma.accountId, claimStatus: 'managed' } });
    const cora = get(`${directory}/users/${encodeURIComponent(people.cora.accountId)}`);
    expect(await refusal(cora)).toEqual([404, 'ADMIN-404-8']);
  });

  it('gives the seat back on suspension and takes it again on restoring', async () => {
    const { seatsUsed } = await import('../../mocks/cloud/seats.ts');
    const used = () => seatsUsed(store.state, 'jira-software', organization.sites[0].cloudId);
    const liam = `${directory}/users/${encodeURIComponent(people.liam.accountId)}`;
    expect(used()).toBe(98);
    expect((await post(`${liam}/suspend`, {})).status).toBe(204);
    expect(used()).toBe(97);
    expect((await post(`${liam}/restore`, {})).status).toBe(204);
    expect(used()).toBe(98);
    expect((await remove(liam)).status).toBe(204);
    expect(used()).toBe(97);
  });
});

describe('domains', () => {
  it('tells which are verified', async () => {
    const { data } = (await (await get(`${org1}/domains`)).json()) as {
      data: { attributes: { name: string; claim: { status: string; type: string } } }[];
    };
    expect(data.map(({ attributes }) => [attributes.name, attributes.claim.status, attributes.claim.type])).toEqual([
      ['acme.example', 'verified', 'dns'],
      ['acme-labs.example', 'verified', 'http'],
      ['acme-events.example', 'unverified', 'dns'],
    ]);
    expect(await refusal(get(`${org1}/domains?cursor=made-up`))).toEqual([400, 'ADMIN-400-1']);
  });
});
