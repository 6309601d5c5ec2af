import { describe, expect, it } from 'vitest';
import { endpointSources } from './endpoints/sources.ts';
import { classifyCall, endpoints } from './endpoints.ts';

const site = 'https://acme.atlassian.net';
const cloudId = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const org = '2f1c7a52-6a0e-4c6f-9a55-0d5c8f3e1a01';
const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const call = (method: string, url: string, body?: unknown) =>
  classifyCall({
    method,
    url: new URL(url),
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
const admin = (path: string) => `https://admin.atlassian.com/gateway/api${path}`;

describe('calls that give access', () => {
  it('an invitation: whom, to what, where', () => {
    const body = {
      users: [{ email: 'Nina.New@outside.example' }],
      resources: [`ari:cloud:confluence::site/${cloudId}`],
    };
    expect(call('POST', `${site}/gateway/api/invitations/invite`, body)).toEqual({
      endpoint: 'invitation',
      intent: 'invite',
      targets: { emails: ['nina.new@outside.example'], accountIds: [] },
      product: 'confluence',
      cloudId,
    });
  });

  it('joining and asking are one address, told apart by the body', () => {
    const url = `${site}/gateway/api/invitations/v1/access-requests/bulk/request`;
    const resources = [{ ari: `ari:cloud:jira-software::site/${cloudId}`, role: 'product/member' }];
    expect(call('POST', url, { resources, accessMode: 'DIRECT_ACCESS' })).toMatchObject({
      intent: 'join',
      product: 'jira-software',
      cloudId,
    });
    expect(call('POST', url, { resources, accessMode: 'REQUEST_ACCESS' })).toMatchObject({ intent: 'request-access' });
    expect(call('POST', url, { resources })).toMatchObject({
      intent: 'request-access',
      targets: { emails: [], accountIds: [] },
    });
  });

  it('a share with an address, or with an outside user', () => {
    const url = `${site}/gateway/api/share`;
    const content = { ari: `ari:cloud:jira:${cloudId}:issue/10001` };
    expect(
      call('POST', url, {
        content,
        recipients: [
          { type: 'user', id: liam },
          { type: 'user', email: 'nina.new@outside.example' },
        ],
      }),
    ).toMatchObject({
      intent: 'share-with-new-person',
      targets: { emails: ['nina.new@outside.example'] },
      product: 'jira-software',
      cloudId,
    });
    expect(call('POST', url, { recipients: [{ type: 'external_user', id: 'x' }] })?.intent).toBe(
      'share-with-new-person',
    );
  });

  it.each([
    ['POST', admin(`/adminhub/um/org/${org}/users/invite`), { emails: ['a@b.example'] }, 'invite'],
    ['POST', admin(`/adminhub/um/org/${org}/groups/g1/members`), { accountIds: [liam] }, 'add-to-group'],
    [
      'POST',
      admin(`/adminhub/um/site/${cloudId}/product/jira-software/access-config/use`),
      { groups: ['g'] },
      'grant-role',
    ],
    ['POST', admin(`/admin/v2/orgs/${org}/directories/-/users/${liam}/restore`), undefined, 'grant-role'],
    ['POST', admin(`/admin/v1/orgs/${org}/users/${liam}/roles/assign`), { role: 'x' }, 'grant-role'],
    ['POST', `${site}/gateway/api/xflow/${cloudId}/activate`, {}, 'start-app'],
    ['POST', 'https://www.atlassian.com/gateway/api/bxp/signup/activate-product', {}, 'start-app'],
    [
      'POST',
      `${site}/rest/servicedesk/1/pages/people/customers/pagination/SUP/invite`,
      { emails: ['a@b.example'] },
      'create-customer',
    ],
    [
      'POST',
      `${site}/rest/servicedeskapi/customer?strictConflictStatusCode=true`,
      { email: 'a@b.example' },
      'create-customer',
    ],
    ['POST', `${site}/wiki/api/v2/user/access/invite-by-email`, { emails: ['a@b.example'] }, 'invite'],
    ['POST', `${site}/rest/api/3/user`, { emailAddress: 'a@b.example', products: ['jira-software'] }, 'invite'],
    ['POST', `${site}/rest/api/3/group/user?groupId=g`, { accountId: liam }, 'add-to-group'],
    ['POST', 'https://id.atlassian.com/manage/rest/api-tokens', { label: 'x' }, 'create-api-token'],
  ])('%s %s', (method, url, body, intent) => {
    const found = call(method, url, body);
    expect(found?.intent).toBe(intent);
    if (body && JSON.stringify(body).includes('a@b.example')) expect(found?.targets.emails).toEqual(['a@b.example']);
    if (body && JSON.stringify(body).includes(liam)) expect(found?.targets.accountIds).toEqual([liam]);
  });

  it.each([
    [
      {
        query: 'mutation x($input: AdminInviteInput!) { y }',
        variables: { input: { users: [{ email: 'a@b.example' }] } },
      },
      'invite',
    ],
    [[{ query: 'query a { b }' }, { query: 'mutation x($i: AdminAssignRoleInput!) { y }' }], 'grant-role'],
    [{ query: 'mutation x($input: RequestPageAccessInput!) { y }' }, 'request-access'],
    [
      { operationName: 'x', variables: { input: { emails: ['a@b.example'], entityId: '1', shareType: 'SHARE_PAGE' } } },
      'share-with-new-person',
    ],
    [{ id: 'persisted', variables: { input: { users: [{ email: 'a@b.example' }], groupIds: ['g'] } } }, 'invite'],
  ])('GraphQL %j', (body, intent) =>
    expect(call('POST', `${site}/gateway/api/graphql?operationName=x`, body)?.intent).toBe(intent));
});

describe('harmless traffic', () => {
  it.each([
    [
      'POST',
      `${site}/gateway/api/share`,
      {
        recipients: [
          { type: 'user', id: liam },
          { type: 'group', id: 'g' },
        ],
      },
    ],
    ['POST', `${site}/gateway/api/share`, '{ not json'],
    ['GET', `${site}/gateway/api/share/configuration?cloudId=${cloudId}`, undefined],
    ['GET', `${site}/gateway/api/invitations/capabilities?resource=x`, undefined],
    ['GET', `${site}/gateway/api/invitations/v1/access-requests/capabilities?resource=x`, undefined],
    ['GET', `${site}/gateway/api/invitations/invite`, undefined],
    [
      'POST',
      `${site}/gateway/api/graphql`,
      { query: 'query u($userId: ID!) { user(accountId: $userId) { email } }', variables: { userId: liam } },
    ],
    ['POST', `${site}/gateway/api/graphql`, { query: 'query x($input: AdminInviteInput) { y }' }],
    [
      'POST',
      `${site}/gateway/api/graphql`,
      { query: 'mutation c($input: AddCommentInput!) { y }', variables: { input: { emails: [], entityId: '1' } } },
    ],
    ['POST', `${site}/gateway/api/permissions/permitted`, { permissionId: 'invite-users' }],
    ['POST', `${site}/gateway/api/v1/recommendations`, { query: 'a@b.example' }],
    ['POST', `${site}/rest/api/3/issue`, { fields: { assignee: { accountId: liam } } }],
    ['POST', `${site}/rest/api/3/user/properties`, {}],
    ['GET', `${site}/rest/api/3/user?accountId=${liam}`, undefined],
    ['POST', admin(`/admin/v2/orgs/${org}/directories/-/users/search`), { emails: ['a@b.example'] }],
    ['POST', admin(`/admin/v2/orgs/${org}/directories/-/users/${liam}/suspend`), undefined],
    ['POST', admin(`/adminhub/um/site/${cloudId}/users/revoke-access`), { users: [liam] }],
    ['POST', 'https://www.atlassian.com/gateway/api/bxp/signup/site/recommended-name', {}],
    ['POST', 'https://evil.example/gateway/api/invitations/invite', { users: [{ email: 'a@b.example' }] }],
    ['POST', 'https://notatlassian.net/gateway/api/invitations/invite', {}],
    ['DELETE', admin(`/adminhub/um/org/${org}/groups/g1/members`), undefined],
  ])('%s %s %j', (method, url, body) => expect(call(method, url, body)).toBeNull());
});

describe('the table', () => {
  it('has one name an entry, and paths that network rules can run', () => {
    expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length);
    for (const { path } of endpoints) {
      expect(() => new RegExp(path)).not.toThrow();
      expect(path, 'no look-arounds or back references').not.toMatch(/\(\?[=!<]|\\[1-9]/);
    }
  });

  it('says "unverified" wherever nobody saw it lately', () => {
    const inferred = Object.values(endpointSources).filter(({ evidence }) => evidence === 'I');
    expect(inferred.length).toBeGreaterThan(0);
    for (const { source } of inferred) expect(source).toMatch(/unverified/i);
  });
});
