import { getResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { seatsUsed } from '../../mocks/cloud/seats.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';
import { openStore, type Store } from '../../mocks/cloud/store.ts';
import { uiHandlers } from '../../mocks/cloud/ui/handlers.ts';

const [site, labs] = organization.sites;
const acme = 'https://acme.atlassian.net';
const admin = 'https://admin.atlassian.com';
const hub = `${admin}/gateway/api/adminhub/um/org/${organization.orgId}`;

let store: Store;
beforeEach(() => {
  store = openStore();
});

type Who = { accountId: string } | null;

/** A call as a page makes it; on admin pages with the XSRF token unless `token` says otherwise. */
async function call(method: string, url: string, who: Who, body?: unknown, headers: Record<string, string> = {}) {
  const cookie = who && `cloud.session.token=${encodeURIComponent(who.accountId)}; atlassian.account.xsrf.token=t1`;
  const request = new Request(url, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }), 'atl-token': 't1', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await getResponse(uiHandlers(store), request);
  if (!response) throw new Error(`nothing answers ${method} ${url}`);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>) };
}
const actions = () => store.state.events.map(({ action }) => action);

describe('calls that change access', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['POST', `${acme}/gateway/api/invitations/invite`, { users: [{ email: 'a@b.example' }], resources: ['x'] }],
    ['POST', `${acme}/gateway/api/invitations/v1/access-requests/bulk/request`, {}],
    ['POST', `${acme}/gateway/api/invitations/v1/settings/open-invite`, {}],
    ['POST', `${acme}/gateway/api/share`, {}],
    ['POST', `${acme}/gateway/api/xflow/${site.cloudId}/activate`, {}],
    ['POST', 'https://www.atlassian.com/gateway/api/bxp/signup/product/activate', {}],
    ['POST', `${acme}/rest/servicedesk/1/pages/people/customers/pagination/HELP/invite`, { emails: ['a@b.example'] }],
    ['POST', `${hub}/users/invite`, { emails: ['a@b.example'] }],
    ['POST', `${hub}/groups/jira-users-acme/members`, { accountIds: [people.noor.accountId] }],
    ['POST', 'https://id.atlassian.com/manage/rest/api-tokens', { label: 'x' }],
  ];
  it.each(
    cases,
  )('%s %s needs a session, the own origin and leaves nothing behind without', async (method, url, body) => {
    const before = store.state;
    expect((await call(method, url, null, body)).status).toBe(401);
    expect((await call(method, url, people.dan, body)).status).toBe(401);
    expect((await call(method, url, people.ada, body, { origin: 'https://evil.example' })).status).toBe(403);
    expect(store.state).toBe(before);
  });

  it('invites, says who has access already, and writes both down', async () => {
    const jira = `ari:cloud:jira::site/${site.cloudId}`;
    // Pat has Jira through a group other than the default one.
    const users = [{ email: 'nina.new@outside.example' }, { email: people.pat.email }];
    const answer = await call('POST', `${acme}/gateway/api/invitations/invite`, people.emma, {
      users,
      resources: [jira],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: [{ results: { [jira]: 'INVITED' } }, { id: people.pat.accountId, results: { [jira]: 'USER_EXISTS' } }],
    });
    expect(actions()).toEqual(['user_invited_to_site', 'user_added_to_group']);
  });

  it('starts products', async () => {
    const url = `${acme}/gateway/api/xflow/${site.cloudId}/activate`;
    expect((await call('POST', url, people.emma, { productKey: 'jira-product-discovery' })).status).toBe(202);
    expect(store.state.activations).toMatchObject([
      { accountId: people.emma.accountId, product: 'jira-product-discovery' },
    ]);
  });

  it('adds customers who take no seat, each once', async () => {
    const url = `${acme}/rest/servicedesk/1/pages/people/customers/pagination/HELP/invite`;
    const before = store.state.accounts.length;
    await call('POST', url, people.emma, { emails: ['new@client.example', people.cora.email] });
    expect(store.state.accounts.slice(before)).toMatchObject([
      { email: 'new@client.example', accountType: 'customer', groups: [] },
    ]);
  });

  it('makes an API token only with the page’s token', async () => {
    const url = 'https://id.atlassian.com/manage/rest/api-tokens';
    expect((await call('POST', url, people.emma, { label: 'ci' })).status).toBe(403);
    expect((await call('POST', url, people.emma, { label: 'ci' }, { 'x-csrf-token': 't' })).status).toBe(200);
    expect(actions()).toEqual(['user_token_created']);
  });
});

describe('calls that only tell', () => {
  it('permits members to invite and administrators everything', async () => {
    const ask = async (who: Who, permissionId: string) =>
      (await call('POST', `${acme}/gateway/api/permissions/permitted`, who, { permissionId, resourceId: 'x' })).body;
    expect(await ask(people.emma, 'invite-users')).toEqual({ permitted: true });
    expect(await ask(people.emma, 'add-products')).toEqual({ permitted: false });
    expect(await ask(people.ada, 'add-products')).toEqual({ permitted: true });
  });

  it('offers joining on the open site and asking on the other', async () => {
    const ask = async (who: Who, cloudId: string) => {
      const ari = `ari:cloud:jira-software::site/${cloudId}`;
      const url = `https://id.atlassian.com/gateway/api/invitations/v1/access-requests/capabilities?resource=${ari}`;
      const { body } = await call('GET', url, who);
      const { userAccessLevel, results } = body as { userAccessLevel: string; results: Record<string, string> };
      return [userAccessLevel, results[ari]];
    };
    expect(await ask(people.noor, site.cloudId)).toEqual(['INTERNAL', 'REQUEST_ACCESS']);
    expect(await ask(people.noor, labs.cloudId)).toEqual(['INTERNAL', 'DIRECT_ACCESS']);
    expect(await ask(people.pat, labs.cloudId)).toEqual(['EXTERNAL', 'REQUEST_ACCESS']);
    expect(await ask(people.emma, site.cloudId)).toEqual(['INTERNAL', 'ACCESS_EXISTS']);
  });

  it('recommends products one does not have', async () => {
    const url = `${acme}/gateway/api/invitations/v1/product-recommendations?orgId=${organization.orgId}`;
    const { body } = await call('GET', url, people.noor);
    const { capability } = body as { capability: Record<string, { displayName: string; resourceId: string }[]> };
    expect(capability.REQUEST_ACCESS?.map(({ displayName }) => displayName)).toEqual(['acme']);
    expect(capability.DIRECT_ACCESS?.map(({ displayName }) => displayName)).toEqual(['acme-labs', 'acme-labs']);
  });

  it('lists sites to join and products one has', async () => {
    const sites = await call('POST', 'https://www.atlassian.com/gateway/api/joinable-sites', people.noor, {
      products: [],
    });
    expect(sites.body).toMatchObject({ sites: [{ displayName: 'acme' }, { displayName: 'acme-labs' }] });
    const own = await call('GET', `${acme}/gateway/api/ais/available-products`, people.noor);
    expect(own.body).toMatchObject({ sites: [{ availableProducts: [{ productType: 'confluence' }] }, {}] });
  });

  it('says who is looking', async () => {
    expect((await call('GET', `${acme}/gateway/api/me`, people.emma)).body).toMatchObject({
      account_id: people.emma.accountId,
      account_type: 'atlassian',
    });
  });
});

describe('the administration', () => {
  it('lists people and groups, makes groups, adds members, deactivates', async () => {
    const page = await call('GET', `${hub}/users?start-index=1&count=2`, people.ada);
    expect(page.body?.users).toHaveLength(2);
    const made = await call('POST', `${hub}/groups`, people.ada, { name: 'writers' });
    const id = String(made.body?.id);
    await call('POST', `${hub}/groups/${id}/members`, people.ada, { accountIds: [people.noor.accountId] });
    expect((await call('GET', `${hub}/groups/${id}/members`, people.ada)).body).toMatchObject({ total: 1 });
    const synced = await call('POST', `${hub}/groups/idp-engineering/members`, people.ada, {
      accountIds: [people.noor.accountId],
    });
    expect(synced.status).toBe(403);
    const leave = `${hub}/users/${encodeURIComponent(people.liam.accountId)}/deactivate`;
    expect((await call('POST', leave, people.ada)).status).toBe(204);
    expect(actions()).toEqual(['group_created', 'user_added_to_group', 'user_deactivated']);
  });

  it('invites nobody when one of them finds no seat', async () => {
    const before = store.state;
    const emails = ['a@x.example', 'b@x.example', 'c@x.example'];
    expect((await call('POST', `${hub}/users/invite`, people.ada, { emails })).status).toBe(409);
    expect(store.state).toBe(before);
  });

  it('gives a group a product while there are seats, and takes products from people', async () => {
    const base = `${admin}/gateway/api/adminhub/um/site/${site.cloudId}`;
    const used = () => seatsUsed(store.state, 'jira-software', site.cloudId);
    const give = `${base}/product/jira-software/access-config/use`;
    expect((await call('POST', give, people.ada, { groups: ['confluence-users-acme'] })).status).toBe(409);
    expect((await call('POST', give, people.emma, { groups: ['confluence-guests-acme'] })).status).toBe(403);
    expect(used()).toBe(98);
    const taken = { users: [people.liam.accountId], productIds: ['jira-software'] };
    expect((await call('POST', `${base}/users/revoke-access`, people.ada, taken)).status).toBe(204);
    expect(used()).toBe(97);
  });

  it('is for organization admins with the XSRF token, and for this organization', async () => {
    const groups = { name: 'x' };
    expect((await call('POST', `${hub}/groups`, people.emma, groups)).status).toBe(403);
    expect((await call('POST', `${hub}/groups`, people.ada, groups, { 'atl-token': 'other' })).status).toBe(403);
    expect((await call('GET', `${hub.replace(/[^/]+$/, 'other')}/groups`, people.ada)).status).toBe(404);
  });

  it('has the Organizations API behind its session', async () => {
    const url = `${admin}/gateway/api/admin/v2/orgs/${organization.orgId}/directories/-/users/search`;
    const body = { emails: [people.emma.email] };
    expect((await call('POST', url, people.emma, body)).status).toBe(403);
    expect((await call('POST', url, people.ada, body)).body).toMatchObject({
      data: [{ accountId: people.emma.accountId }],
    });
    expect((await call('GET', `${admin}/gateway/api/admin/v9/nothing`, people.ada)).status).toBe(404);
  });
});
