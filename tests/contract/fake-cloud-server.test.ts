import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProxyAgent, type RequestInit, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seatsUsed } from '../../mocks/cloud/seats.ts';
import { organization, people } from '../../mocks/cloud/seed.ts';
import { type FakeCloud, startFakeCloud } from '../../mocks/server/fake-cloud.ts';

const acme = 'https://acme.atlassian.net';
const [site, labs] = organization.sites;
const jira = `ari:cloud:jira-software::site/${site.cloudId}`;
const labsJira = `ari:cloud:jira-software::site/${labs.cloudId}`;
const confluence = `ari:cloud:confluence::site/${site.cloudId}`;

let dir: string;
let cloud: FakeCloud;
let agent: ProxyAgent;

const connect = () => new ProxyAgent({ uri: cloud.proxyUrl, requestTls: { ca: cloud.caPem } });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fake-cloud-'));
  cloud = await startFakeCloud({ stateFile: join(dir, 'state.json'), certDir: join(dir, 'cert') });
  agent = connect();
});
afterAll(async () => {
  await agent.close();
  await cloud.close();
  await rm(dir, { recursive: true });
});
beforeEach(async () => void (await fetch(`${cloud.controlUrl}/reset`, { method: 'POST' })));

/** A call over the proxy and TLS, under the real name. */
const call = (url: string, init: RequestInit = {}) => undiciFetch(url, { dispatcher: agent, ...init });
const as = (who: { accountId: string }) => ({ cookie: `cloud.session.token=${encodeURIComponent(who.accountId)}` });
const post = (url: string, body: unknown, headers: Record<string, string> = as(people.emma)) =>
  call(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const control = async (path: string) => (await fetch(cloud.controlUrl + path)).json();

describe('the server', () => {
  it('answers under the real names with a certificate its authority vouches for', async () => {
    const response = await call(`${acme}/_edge/tenant_info`);
    expect(await response.json()).toEqual({ cloudId: site.cloudId });
    expect(response.headers.get('atl-traceid')).toMatch(/^[0-9a-f]{32}$/);
    await expect(
      undiciFetch(`${acme}/_edge/tenant_info`, { dispatcher: new ProxyAgent(cloud.proxyUrl) }),
    ).rejects.toThrow();
  });

  it('leads to no other host', async () => {
    for (const url of ['https://example.com/', 'https://evil.atlassian.net.example.com/', 'https://a.b.atlassian.net/'])
      await expect(call(url), url).rejects.toThrow();
    expect((await fetch(cloud.proxyUrl)).status).toBe(403);
  });

  it('records what arrived, with who and what', async () => {
    await post(`${acme}/gateway/api/v1/recommendations?x=1`, { queryString: 'liam' });
    expect(await control('/requests')).toMatchObject([
      {
        method: 'POST',
        host: 'acme.atlassian.net',
        path: '/gateway/api/v1/recommendations',
        query: '?x=1',
        body: { queryString: 'liam' },
        hasSession: true,
        status: 200,
      },
    ]);
  });

  it('answers faults that were asked for, as often as asked', async () => {
    await fetch(`${cloud.controlUrl}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        method: 'GET',
        pathPattern: 'tenant_info$',
        status: 429,
        headers: { 'retry-after': '2' },
        times: 1,
      }),
    });
    const first = await call(`${acme}/_edge/tenant_info`);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2']);
    expect((await call(`${acme}/_edge/tenant_info`)).status).toBe(200);
    expect((await fetch(`${cloud.controlUrl}/faults`, { method: 'POST', body: '{}' })).status).toBe(400);
  });

  it('keeps state and certificate over a restart', async () => {
    await post(`${acme}/gateway/api/share`, share({ type: 'user', email: 'nina.new@outside.example' }));
    const before = cloud.caPem;
    await cloud.close();
    cloud = await startFakeCloud({ stateFile: join(dir, 'state.json'), certDir: join(dir, 'cert') });
    await agent.close();
    agent = connect();
    expect(cloud.caPem).toBe(before);
    expect(await control('/people/nina.new@outside.example')).toMatchObject({ invitationPending: true });
  });
});

const share = (...recipients: object[]) => ({
  content: { ari: 'ari:cloud:jira:x:issue/1', link: `${acme}/browse/ACME-1`, title: 'ACME-1', type: 'issue' },
  recipients,
  metadata: { atlOriginId: 'x', productId: 'jira' },
});
const used = () => seatsUsed(cloud.store.state, 'jira-software', site.cloudId);

describe('what pages call', () => {
  it('needs a session and the page’s own origin', async () => {
    expect(
      (await post(`${acme}/gateway/api/share`, share({ type: 'user', id: people.liam.accountId }), {})).status,
    ).toBe(401);
    expect(
      (await post(`${acme}/gateway/api/share`, share({ type: 'user', id: people.liam.accountId }), as(people.dan)))
        .status,
    ).toBe(401);
    const crossOrigin = { ...as(people.emma), origin: 'https://evil.example' };
    expect(
      (await post(`${acme}/gateway/api/share`, share({ type: 'user', id: people.liam.accountId }), crossOrigin)).status,
    ).toBe(403);
    expect((await post(`${acme}/gateway/api/share`, { recipients: [] })).status).toBe(400);
  });

  it('spends no seat on an ordinary share and one on a share with an address', async () => {
    expect(used()).toBe(98);
    expect((await post(`${acme}/gateway/api/share`, share({ type: 'user', id: people.liam.accountId }))).status).toBe(
      200,
    );
    expect(used()).toBe(98);
    expect(
      (await post(`${acme}/gateway/api/share`, share({ type: 'user', email: 'nina.new@outside.example' }))).status,
    ).toBe(200);
    expect(used()).toBe(99);
    expect(cloud.store.state.events.map(({ action }) => action)).toEqual([
      'user_invited_to_site',
      'user_added_to_group',
    ]);
  });

  it('refuses invitations beyond the seats bought', async () => {
    const invite = (email: string) =>
      post(`${acme}/gateway/api/invitations/invite`, { users: [{ email }], resources: [jira] });
    expect(await (await invite('a@x.example')).json()).toMatchObject([
      { email: 'a@x.example', results: { [jira]: 'INVITED' } },
    ]);
    await invite('b@x.example');
    const full = await invite('c@x.example');
    expect([full.status, await full.json()]).toEqual([
      400,
      { code: 'licence-exceeded', message: 'You have reached your user limit.' },
    ]);
    expect(used()).toBe(100);
  });

  it('takes access requests once, and lets people join where that is open', async () => {
    const ask = (ari: string, accessMode: string, who: { accountId: string }) =>
      post(
        `${acme}/gateway/api/invitations/v1/access-requests/bulk/request`,
        { resources: [{ ari, role: 'product/member' }], accessMode },
        as(who),
      );
    const result = async (response: Promise<{ json(): Promise<unknown> }>) =>
      ((await (await response).json()) as { result: string }[])[0]?.result;
    expect(await result(ask(jira, 'REQUEST_ACCESS', people.noor))).toBe('PENDING_REQUEST_CREATED');
    expect(await result(ask(jira, 'REQUEST_ACCESS', people.noor))).toBe('PENDING_REQUEST_EXISTS');
    expect(await result(ask(confluence, 'REQUEST_ACCESS', people.noor))).toBe('ACCESS_EXISTS');
    expect(await result(ask(jira, 'DIRECT_ACCESS', people.olga))).toBe('FORBIDDEN');
    expect(used()).toBe(98);
    // The last seat of a free plan, and the one after it.
    expect(await result(ask(labsJira, 'DIRECT_ACCESS', people.olga))).toBe('ACCESS_GRANTED');
    expect(seatsUsed(cloud.store.state, 'jira-software', labs.cloudId)).toBe(10);
    expect(await (await ask(labsJira, 'DIRECT_ACCESS', people.noor)).json()).toMatchObject({
      code: 'licence-exceeded',
    });
  });

  it('says in the user picker who would take a seat', async () => {
    const answer = (await (
      await post(`${acme}/gateway/api/v1/recommendations`, { queryString: 'noor', context: { productKey: 'jira' } })
    ).json()) as {
      recommendedUsers: object[];
    };
    expect(answer.recommendedUsers).toMatchObject([
      { id: people.noor.accountId, nonLicensedUser: true, email: people.noor.email },
    ]);
  });

  it('tells the kind of account in the profile card’s query and refuses other operations', async () => {
    const ask = async (query: string, userId: string) =>
      (await post(`${acme}/gateway/api/graphql`, { query, variables: { userId } })).json();
    const user = 'query user($userId: ID!) { user(accountId: $userId) { __typename } }';
    expect(await ask(user, people.cora.accountId)).toMatchObject({ data: { user: { __typename: 'CustomerUser' } } });
    expect(await ask(user, people.bot.accountId)).toMatchObject({ data: { user: { __typename: 'AppUser' } } });
    expect(await ask('mutation { x }', people.emma.accountId)).toMatchObject({
      errors: [{ message: 'Unknown operation' }],
    });
  });

  it('lets only organization admins with the XSRF token invite from the administration', async () => {
    const url = `https://admin.atlassian.com/gateway/api/adminhub/um/org/${organization.orgId}/users/invite`;
    const body = { emails: ['x@y.example'] };
    const cookie = (who: { accountId: string }) => `${as(who).cookie}; atlassian.account.xsrf.token=t1`;
    expect((await post(url, body, { cookie: cookie(people.emma), 'atl-token': 't1' })).status).toBe(403);
    expect((await post(url, body, { cookie: cookie(people.ada) })).status).toBe(403);
    expect((await post(url, body, { cookie: cookie(people.ada), 'atl-token': 't1' })).status).toBe(200);
  });
});
