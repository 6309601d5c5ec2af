import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seatsUsed } from '../../mocks/cloud/seats.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';
import { byEmail } from '../../mocks/cloud/store.ts';
import { acme, basic, cookie, get, key, org1, post, refusal, startApi } from './fake-cloud-api.ts';

const { store, server } = startApi();
beforeAll(() => server.listen());
beforeEach(() => store.reset());
afterAll(() => server.close());

const admin = basic('ada.okafor@acme.example');
const rest = `${acme}/rest/api/3`;
const [site, labs] = organization.sites;
const jiraUsed = () => seatsUsed(store.state, 'jira-software', site.cloudId);
const nina = 'nina.new@outside.example';

describe('signing in to a site', () => {
  it('takes an API token or a session, and neither a wrong token nor the organization key', async () => {
    expect((await get(`${rest}/myself`, admin)).status).toBe(200);
    expect(await (await get(`${rest}/myself`, cookie(people.emma.accountId))).json()).toMatchObject({
      accountId: people.emma.accountId,
    });
    for (const headers of [{}, key, basic('ada.okafor@acme.example', 'wrong')])
      expect((await get(`${rest}/myself`, headers)).status).toBe(401);
  });

  it('tells the cloud id to everybody', async () => {
    expect(await (await get(`${acme}/_edge/tenant_info`, {})).json()).toEqual({ cloudId: site.cloudId });
    expect(await (await get(`https://${labs.host}/_edge/tenant_info`, {})).json()).toEqual({ cloudId: labs.cloudId });
    expect((await get('https://nobody.atlassian.net/_edge/tenant_info', {})).status).toBe(404);
  });
});

describe('seats', () => {
  it('counts them as the demo organization has them, for admins only', async () => {
    const roles = async (host: string) => (await get(`https://${host}/rest/api/3/applicationrole`, admin)).json();
    expect(await roles(site.host)).toMatchObject([
      { key: 'jira-software', numberOfSeats: 100, userCount: 98, remainingSeats: 2, hasUnlimitedSeats: false },
      { key: 'jira-servicedesk', numberOfSeats: 5, userCount: 3 },
    ]);
    expect(await roles(labs.host)).toMatchObject([{ key: 'jira-software', numberOfSeats: 10, userCount: 9 }]);
    const emma = await get(`${rest}/applicationrole`, cookie(people.emma.accountId));
    expect([emma.status, await emma.json()]).toMatchObject([403, { errorMessages: [expect.any(String)] }]);
  });

  it('says which plan is free', async () => {
    const plan = async (host: string) => (await get(`https://${host}/rest/api/3/instance/license`, admin)).json();
    expect(await plan(site.host)).toMatchObject({ applications: [{ id: 'jira-software', plan: 'PAID' }, {}] });
    expect(await plan(labs.host)).toEqual({ applications: [{ id: 'jira-software', plan: 'FREE' }] });
  });
});

describe('people of a site', () => {
  it('are all there in Jira, customers and apps among them, until an empty page', async () => {
    const all: { accountId: string; accountType: string }[] = [];
    for (let startAt = 0; ; startAt += 200) {
      const page = await (await get(`${rest}/users/search?startAt=${startAt}&maxResults=200`, admin)).json();
      if ((page as unknown[]).length === 0) break;
      all.push(...(page as typeof all));
    }
    expect(all).toHaveLength(store.state.accounts.length);
    const typeOf = (who: { accountId: string }) =>
      all.find(({ accountId }) => accountId === who.accountId)?.accountType;
    expect([typeOf(people.cora), typeOf(people.bot), typeOf(people.emma)]).toEqual(['customer', 'app', 'atlassian']);
  });

  it('show hostile names as they are, as data', async () => {
    const eve = await get(`${rest}/user?accountId=${encodeURIComponent(people.eve.accountId)}`, admin);
    expect(eve.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await eve.json()).toMatchObject({ displayName: '<img src=x onerror=alert(1)>' });
  });

  it('are guests of Confluence or not', async () => {
    const body = { accountIds: [people.gus.accountId, people.emma.accountId] };
    const { results } = (await (await post(`${acme}/wiki/api/v2/users-bulk`, body, admin)).json()) as {
      results: { accountId: string; isExternalCollaborator: boolean }[];
    };
    expect(results.map(({ isExternalCollaborator }) => isExternalCollaborator)).toEqual([true, false]);
    expect((await post(`${acme}/wiki/api/v2/users-bulk`, { accountIds: [] }, admin)).status).toBe(400);
  });
});

describe('calls that take a seat', () => {
  const create = (emailAddress: string, headers = admin) =>
    post(`${rest}/user`, { emailAddress, products: ['jira-software'] }, headers);

  it('are for organization admins, and take exactly one', async () => {
    expect((await create(nina, basic('emma.berg@acme.example'))).status).toBe(403);
    expect(jiraUsed()).toBe(98);
    expect((await create(nina)).status).toBe(201);
    expect(jiraUsed()).toBe(99);
  });

  it('answer 400 without a free seat, and leave nobody behind', async () => {
    await create('one@outside.example');
    await create('two@outside.example');
    expect((await create(nina)).status).toBe(400);
    expect(byEmail(store.state, nina)).toBeUndefined();
    expect(jiraUsed()).toBe(100);
  });

  it('need the products named', async () => {
    expect((await post(`${rest}/user`, { emailAddress: nina }, admin)).status).toBe(400);
  });

  it('include joining a group, once, and none that an identity provider owns', async () => {
    const join = (group: string) =>
      post(`${rest}/group/user?groupId=${group}`, { accountId: people.noor.accountId }, admin);
    expect((await join('jira-users-acme')).status).toBe(201);
    expect(jiraUsed()).toBe(99);
    expect((await join('jira-users-acme')).status).toBe(400);
    expect((await join('idp-engineering')).status).toBe(400);
    expect((await join('no-such-group')).status).toBe(404);
  });

  it('are open to any member in Confluence', async () => {
    const invite = (headers: Record<string, string>) =>
      post(`${acme}/wiki/api/v2/user/access/invite-by-email`, { emails: [nina] }, headers);
    expect((await invite({})).status).toBe(401);
    expect((await invite(cookie(people.emma.accountId))).status).toBe(200);
    expect(byEmail(store.state, nina)?.groups).toEqual(['confluence-users-acme']);
  });

  it('do not include customers', async () => {
    const customer = (query = '') =>
      post(`${acme}/rest/servicedeskapi/customer${query}`, { email: nina, displayName: 'Nina New' }, admin);
    const made = await customer();
    expect(made.status).toBe(201);
    expect(await made.json()).not.toHaveProperty('accountType');
    expect(byEmail(store.state, nina)?.accountType).toBe('customer');
    expect(jiraUsed()).toBe(98);
    expect((await customer('?strictConflictStatusCode=true')).status).toBe(409);
  });
});

describe('the audit log', () => {
  const stream = async (query = '') =>
    (await (await get(`${org1}/events-stream${query}`)).json()) as {
      data: { attributes: { action: string; processedAt?: string } }[];
      meta: { next?: string | null };
      links: { next: string };
    };
  const cursorOf = (next: string) =>
    (next.startsWith('https:') ? new URL(next).searchParams.get('cursor') : next) ?? '';

  it('can be asked again with the last cursor for what came since', async () => {
    await post(`${rest}/user`, { emailAddress: nina, products: ['jira-software'] }, admin);
    const first = await stream();
    expect(first.data.map(({ attributes }) => attributes.action)).toEqual([
      'user_invited_to_site',
      'user_added_to_group',
    ]);
    expect(first.data[0]?.attributes.processedAt).toBeDefined();
    const cursor = `?cursor=${encodeURIComponent(cursorOf(first.links.next))}`;
    expect((await stream(cursor)).data).toEqual([]);
    await post(`${rest}/user`, { emailAddress: 'late@outside.example', products: [] }, admin);
    expect((await stream(cursor)).data).toMatchObject([{ attributes: { action: 'user_invited_to_site' } }]);
  });

  it('lets 10 calls a minute through, then says when to come back', async () => {
    for (let n = 0; n < 10; n++) expect((await get(`${org1}/events`)).status).toBe(200);
    const refused = await get(`${org1}/events`);
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 429 }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('x-ratelimit-limit')).toBe('10');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-reset')).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect((await get(`${org1}/events-stream`)).status).toBe(200);
  });

  it('gives 500 entries at most and refuses foreign cursors', async () => {
    for (const query of ['?limit=0', '?limit=501']) expect((await get(`${org1}/events${query}`)).status).toBe(400);
    expect(await refusal(get(`${org1}/events?cursor=made-up`))).toEqual([400, 'ADMIN-400-1']);
  });
});
