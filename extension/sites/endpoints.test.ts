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
      also: [],
      targets: [{ email: 'nina.new@outside.example', accountId: null, text: 'Nina.New@outside.example' }],
      product: 'confluence',
      cloudId,
      siteHost: 'acme.atlassian.net',
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
      targets: [],
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
      targets: [
        { email: null, accountId: liam },
        { email: 'nina.new@outside.example', accountId: null },
      ],
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
    ['POST', `${site}/rest/api/3/project/ACME/role/10002`, { user: [liam] }, 'add-to-project'],
    [
      'PUT',
      `${site}/rest/api/latest/project/ACME/role/10002`,
      { categorisedActors: { 'atlassian-user-role-actor': [liam] } },
      'add-to-project',
    ],
    ['POST', `${site}/wiki/rest/api/group/userByGroupId?groupId=7`, { accountId: liam }, 'add-to-group'],
    ['POST', `${site}/wiki/rest/api/group/user?name=admins`, { accountId: liam }, 'add-to-group'],
    ['POST', `${site}/rest/servicedeskapi/servicedesk/1/customer`, { accountIds: [liam] }, 'create-customer'],
    ['POST', `${site}/rest/servicedeskapi/organization/5/user`, { accountIds: [liam] }, 'create-customer'],
    ['POST', 'https://id.atlassian.com/manage/rest/api-tokens', { label: 'x' }, 'create-api-token'],
  ])('%s %s', (method, url, body, intent) => {
    const found = call(method, url, body);
    expect(found?.intent).toBe(intent);
    if (body && JSON.stringify(body).includes('a@b.example'))
      expect(found?.targets).toEqual([{ email: 'a@b.example', accountId: null }]);
    if (body && JSON.stringify(body).includes(liam)) expect(found?.targets).toEqual([{ email: null, accountId: liam }]);
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

const people = (...targets: object[]) => ({ email: null, accountId: null, ...Object.assign({}, ...targets) });

describe('whoever cannot be read', () => {
  const invite = `${site}/gateway/api/invitations/invite`;
  const text = (written: string) => people({ text: written });

  it.each<[string, unknown, object[]]>([
    [
      'an address that is none',
      { users: [{ email: 'liam@acme.example' }, { email: 'eve@outside' }] },
      [people({ email: 'liam@acme.example' }), text('eve@outside')],
    ],
    [
      'an address in other letters',
      { emails: ['eve@bücher.example'] },
      [people({ email: 'eve@xn--bcher-kva.example', text: 'eve@bücher.example' })],
    ],
    [
      'an account id of a new shape',
      { accountIds: [liam, '1234567:0f8fad5b-d9cb-469f-a165-70867728950e'] },
      [
        people({ accountId: liam }),
        people({
          accountId: '1234567:0f8fad5b-d9cb-469f-a165-70867728950e',
          text: '1234567:0f8fad5b-d9cb-469f-a165-70867728950e',
        }),
      ],
    ],
    [
      'an account id of a self-hosted kind',
      { accountIds: ['ug:0f8fad5b-d9cb-469f-a165-70867728950e'] },
      [
        people({
          accountId: 'ug:0f8fad5b-d9cb-469f-a165-70867728950e',
          text: 'ug:0f8fad5b-d9cb-469f-a165-70867728950e',
        }),
      ],
    ],
    ['a name', { users: [{ displayName: 'Eve Ray' }] }, [text('Eve Ray')]],
    ['a number', { users: [7, liam] }, [text('7'), people({ accountId: liam })]],
    ['nothing at all', { users: [{}] }, [text('{}')]],
    ['nobody', { users: [null] }, [text('null')]],
    [
      'a list in one text',
      { emails: 'Liam <liam@acme.example>; eve@' },
      [people({ email: 'liam@acme.example' }), text('eve@')],
    ],
    [
      'an unreadable address beside a known id',
      { users: [{ id: liam, email: 'eve@out side' }] },
      [text('eve@out side'), people({ accountId: liam })],
    ],
    [
      'an address under another name',
      { to: [{ addressee: 'eve@outside.example' }] },
      [people({ email: 'eve@outside.example' })],
    ],
    [
      'a list under a name of its own',
      { externalEmails: ['liam@acme.example', 'Eve <eve@outside.example>'] },
      [people({ email: 'liam@acme.example' }), people({ email: 'eve@outside.example' })],
    ],
    ['ids under a name of its own', { user_account_ids: [liam] }, [people({ accountId: liam })]],
    [
      'a list outside any field for people',
      { to: 'eve@outside.example, eve@' },
      [people({ email: 'eve@outside.example' }), text('eve@')],
    ],
    [
      'a person said to be a group',
      { users: [{ type: 'group', email: 'eve@outside.example' }] },
      [people({ email: 'eve@outside.example' })],
    ],
    [
      'members of a team',
      { users: [{ type: 'team', members: [{ email: 'eve@outside.example' }] }] },
      [people({ email: 'eve@outside.example' })],
    ],
    [
      'one entry that names two',
      { users: [{ email: 'liam@acme.example', id: liam }] },
      [people({ email: 'liam@acme.example' }), people({ accountId: liam })],
    ],
    [
      'an entry with another sign for @',
      { emails: ['liam@acme.example eve＠outside.example'] },
      [people({ email: 'liam@acme.example' }), text('eve＠outside.example')],
    ],
    [
      'brackets of a form',
      'emails[]=liam%40acme.example&users[1][email]=eve%40outside.example',
      [people({ email: 'liam@acme.example' }), people({ email: 'eve@outside.example' })],
    ],
    [
      'JSON in a field of a form',
      `payload=${encodeURIComponent('{"users":[{"email":"eve@outside.example"}]}')}`,
      [people({ email: 'eve@outside.example' })],
    ],
    [
      'who sends is not aimed at',
      { emails: ['eve@outside.example'], invitedBy: 'emma@acme.example' },
      [people({ email: 'eve@outside.example' })],
    ],
    ['no people', { resources: [] }, [people({ more: null })]],
    ['no body', undefined, [people({ more: null })]],
    ['no JSON', '{ "users": [', [people({ more: null })]],
    ['no form', 'eve@outside.example', [people({ more: null })]],
    [
      'a form with one name twice',
      'emails=liam%40acme.example&emails=eve%40outside.example',
      [people({ email: 'liam@acme.example' }), people({ email: 'eve@outside.example' })],
    ],
  ])('is somebody all the same: %s', (_, body, targets) =>
    expect(call('POST', invite, body)?.targets).toEqual(targets));

  it('is counted far down and reported below that', () => {
    const nest = (depth: number): unknown => (depth === 0 ? { email: 'eve@outside.example' } : { a: nest(depth - 1) });
    expect(call('POST', invite, nest(9))?.targets).toEqual([people({ email: 'eve@outside.example' })]);
    expect(call('POST', invite, nest(40))?.targets).toEqual([people({ more: null })]);
    expect(call('POST', invite, { emails: ['liam@acme.example'], x: nest(40) })?.targets).toEqual([
      people({ email: 'liam@acme.example' }),
      people({ more: null }),
    ]);
  });

  it.each([
    ['a share that is no JSON', '/gateway/api/share', '{ not json'],
    ['a share without recipients', '/gateway/api/share', { note: 'x' }],
    [
      'a recipient of a kind nobody knows',
      '/gateway/api/share',
      {
        recipients: [
          { type: 'user', id: liam },
          { type: 'contact', id: 'x' },
        ],
      },
    ],
    ['a recipient by text', '/gateway/api/share', { recipients: ['eve@outside.example'] }],
    ['an address as an id', '/gateway/api/share', { recipients: [{ type: 'user', id: 'eve@outside.example' }] }],
    [
      'people beside the recipients',
      '/gateway/api/share',
      { recipients: [{ type: 'user', id: liam }], emails: ['eve@outside.example'] },
    ],
    [
      'nobody among the recipients and somebody beside',
      '/gateway/api/share',
      { recipients: [], emails: ['eve@outside.example'] },
    ],
    [
      'an address beside an id',
      '/gateway/api/share',
      { recipients: [{ type: 'user', id: liam, value: 'eve@outside.example' }] },
    ],
    [
      'an encoded address as an id',
      '/gateway/api/share',
      { recipients: [{ type: 'user', id: 'eve%40outside.example' }] },
    ],
    [
      'an address of a group',
      '/gateway/api/share',
      { recipients: [{ type: 'group', id: 'g', email: 'eve@outside.example' }] },
    ],
    [
      'variables as text',
      '/gateway/api/graphql',
      { id: 'x', variables: '{"input":{"users":[{"email":"a@b.example"}],"groupIds":["g"]}}' },
    ],
    [
      'variables in a list',
      '/gateway/api/graphql',
      { id: 'x', variables: { input: [{ users: ['a'], groupIds: ['g'] }] } },
    ],
    ['GraphQL that is no JSON', '/gateway/api/graphql', '[{"query":'],
    ['GraphQL that is no operation', '/gateway/api/graphql', ['mutation']],
  ])('makes a call an act: %s', (_, path, body) => expect(call('POST', site + path, body)).not.toBeNull());

  it('a share with somebody known is harmless, whatever its link and title hold', () => {
    const share = (more: object) =>
      call('POST', `${site}/gateway/api/share`, { recipients: [{ type: 'user', id: liam }], ...more });
    expect(share({ link: `${site}/wiki/x?u=a@b.example`, entityTitle: 'Mail @ Acme' })).toBeNull();
    expect(share({ externals: ['eve outside'] })).not.toBeNull();
    const content = {
      ari: 'ari:x',
      link: `${site}/x`,
      title: 'eve@outside.example',
      type: 'page',
      workspaceAri: 'ari:y',
    };
    const metadata = { atlOriginId: 'x', productId: 'confluence', shareeAction: 'view' };
    expect(share({ content, metadata, comment: { format: 'plain_text', value: 'Hello Eve, see you' } })).toBeNull();
    expect(
      share({ entityTitle: 'eve@outside.example', metadata: { toAtlassianAccountHolders: { atlOriginId: 'x' } } }),
    ).toBeNull();
    expect(share({ recipients: [{ type: 'group', id: 'g', name: 'everybody' }], message: 'Hello Eve' })).toBeNull();
    const invited = share({ content, recipients: [{ type: 'user', email: 'nina.new@outside.example' }] });
    expect(invited?.targets).toEqual([people({ email: 'nina.new@outside.example' })]);
  });

  it('an access request that names others unreadably is about them', () => {
    const url = `${site}/gateway/api/invitations/v1/access-requests/bulk/request`;
    expect(call('POST', url, { onBehalfOf: ['eve outside'] })?.targets).toEqual([text('eve outside')]);
  });

  it('reads the person whose role an address is about', () => {
    expect(call('POST', admin(`/admin/v1/orgs/${org}/users/${liam}/roles/assign`), { role: 'x' })?.targets).toEqual([
      people({ accountId: liam }),
    ]);
  });

  it('reads whom the query of an address names', () => {
    expect(call('POST', `${invite}?email=eve%40outside.example&x=1`, { users: [] })?.targets).toEqual([
      people({ email: 'eve@outside.example' }),
    ]);
    const share = { recipients: [{ type: 'user', id: liam }] };
    expect(call('POST', `${site}/gateway/api/share?to=eve%40outside.example`, share)).not.toBeNull();
  });

  it('a batch says nothing of one operation by another, nor a result of what is given', () => {
    const invitation = {
      query: 'mutation a { adminInvite(users: ["liam@acme.example"]) @include(if: true) { seats(first: 3) { id } } }',
    };
    expect(
      call('POST', `${site}/gateway/api/graphql`, [invitation, { query: '{ me(id: 1) { id } }' }])?.targets,
    ).toEqual([people({ email: 'liam@acme.example' })]);
  });

  it('an upload by GraphQL is what its operation does', () => {
    const upload = (query: string) =>
      JSON.stringify({ operations: JSON.stringify({ query, variables: {} }), map: '{}' });
    expect(call('POST', `${site}/gateway/api/graphql`, upload('mutation a { uploadFile }'))).toBeNull();
    expect(call('POST', `${site}/gateway/api/graphql`, upload('mutation a($i: AdminInviteInput!) { y }'))?.intent).toBe(
      'invite',
    );
  });

  it('costs about as much as a body is long', () => {
    const many = { emails: ['eve@outside.example'], x: Array.from({ length: 200_000 }, () => 'a') };
    expect(call('POST', invite, many)?.targets).toEqual([
      people({ email: 'eve@outside.example' }),
      people({ more: null }),
    ]);
    const lists = { x: Array.from({ length: 8_000 }, (_, n) => ({ [`f${n}`]: 'eve@outside.example' })) };
    expect(call('POST', invite, lists)?.targets).toHaveLength(8_000);
    const form = `emails=eve%40outside.example&${'a=&'.repeat(50_000)}`;
    expect(call('POST', invite, form)?.targets).toEqual([people({ email: 'eve@outside.example' })]);
    expect(call('POST', invite, { emails: [`a${'\u0301\u0323'.repeat(50_000)}@acme.example`] })?.targets).toHaveLength(
      1,
    );
  });

  it('a batch does everything that is in it', () => {
    const batch = [
      { query: 'mutation a($i: RequestPageAccessInput!) { y }' },
      { query: 'mutation b($i: AdminAssignRoleInput!) { y }' },
    ];
    const found = call('POST', `${site}/gateway/api/graphql`, batch);
    expect([found?.intent, ...(found?.also ?? [])].sort()).toEqual(['grant-role', 'request-access']);
  });

  it.each<[string, unknown, string[]]>([
    ['one field', { accessMode: 'DIRECT_ACCESS' }, ['join']],
    ['one field of a form', 'accessMode=DIRECT_ACCESS', ['join']],
    ['no field', { resources: [] }, ['request-access', 'join']],
    ['nothing', undefined, ['request-access', 'join']],
    ['the field twice', '{"accessMode":"DIRECT_ACCESS","a":1,"a":2}', ['request-access', 'join']],
    ['a list', [{ accessMode: 'DIRECT_ACCESS' }], ['request-access', 'join']],
    ['a field further down', { requests: [{ accessMode: 'DIRECT_ACCESS' }] }, ['request-access', 'join']],
    [
      'one more further down',
      { accessMode: 'REQUEST_ACCESS', x: { accessMode: 'DIRECT_ACCESS' } },
      ['request-access', 'join'],
    ],
    ['another word', { accessMode: 'direct_access' }, ['request-access', 'join']],
    ['a word that says both', { accessMode: 'DIRECT_REQUEST_ACCESS' }, ['request-access', 'join']],
    ['another field', { accessMode: 'REQUEST_ACCESS', mode: 'DIRECT_ACCESS' }, ['request-access', 'join']],
    ['a switch', { accessMode: 'REQUEST_ACCESS', directAccess: true }, ['request-access', 'join']],
    ['a switch that is off', { accessMode: 'REQUEST_ACCESS', directAccess: false }, ['request-access']],
    ['any other field', { accessMode: 'REQUEST_ACCESS', setting: 'DIRECT_ACCESS' }, ['request-access', 'join']],
    [
      'what is documented',
      { accessMode: 'REQUEST_ACCESS', note: 'Directly, please', source: 'direct_link', redirectUri: '/x' },
      ['request-access'],
    ],
  ])('an access request joins or asks by %s', (_, body, intents) => {
    const found = call('POST', `${site}/gateway/api/invitations/v1/access-requests/bulk/request`, body);
    expect([found?.intent, ...(found?.also ?? [])]).toEqual(intents);
  });

  it('an access request is one in every version of its address', () => {
    for (const version of ['', 'v1/', 'v2/', 'V3/'])
      expect(
        call('POST', `${site}/gateway/api/invitations/${version}access-requests/bulk/request`, { resources: [] }),
      ).toMatchObject({ endpoint: 'access-request' });
  });

  it('what nobody can read may be anything that its address can do, for anybody', () => {
    const unread = (path: string) => call('POST', `${site}/gateway/api/${path}`, '{"a":1,"a":2}');
    expect(unread('invitations/v1/access-requests/bulk/request')?.targets).toEqual([people({ more: null })]);
    expect(unread('graphql')).toMatchObject({
      intent: 'invite',
      also: [
        'share-with-new-person',
        'grant-role',
        'add-to-project',
        'start-app',
        'request-access',
        'change-plan',
        'create-invite-link',
        'create-customer',
        'migrate-customer',
        'create-api-token',
        'make-public',
      ],
    });
  });

  it('an access request for somebody else is about them', () => {
    const body = { resource: 'x', users: [{ email: 'eve@outside.example' }] };
    expect(call('POST', `${site}/gateway/api/invitations/v1/access-requests/bulk/request`, body)?.targets).toEqual([
      people({ email: 'eve@outside.example' }),
    ]);
  });
});

describe('one person who can be read', () => {
  const role = `${site}/rest/api/3/project/OPS/role/10002`;
  const invite = `${site}/gateway/api/invitations/v2/invite`;
  const hex = '5b10ac8d82e05b22cc7d4ef5';
  const unknown = { email: null, accountId: null, more: null };

  it.each([
    ['POST', { user: [liam], group: ['contractors'] }],
    ['POST', { user: [liam], groupId: ['952d12c3-5b5b-4d04-bb32-44d383afc4b2'] }],
    ['POST', { user: [liam], teams: ['t'] }],
    [
      'PUT',
      { categorisedActors: { 'atlassian-user-role-actor': [liam], 'atlassian-group-role-actor': ['contractors'] } },
    ],
  ])('says nothing of the groups beside: %s %j', (method, body) => {
    expect(call(method, role, body)?.targets).toContainEqual(unknown);
    expect(call(method, role, body)?.targets).toContainEqual(expect.objectContaining({ accountId: liam }));
  });

  it('is read in the documented body of a role', () => {
    const body = { categorisedActors: { 'atlassian-user-role-actor': [hex] } };
    expect(call('PUT', role, body)?.targets).toEqual([{ email: null, accountId: hex }]);
  });

  it.each<[string, object]>([
    ['POST', { groupId: 'g' }],
    ['POST', { teams: ['t'] }],
  ])('says nothing of the groups in the query of a role: %s %j', (method, fields) => {
    const query = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    expect(call(method, `${role}?${query}`, { user: [liam] })?.targets).toContainEqual(unknown);
  });

  it.each<[object, string[]]>([
    [{ user: [liam], actorUser: { accountId: hex } }, [liam, hex]],
    [{ user: [liam], actorUser: hex }, [liam, hex]],
    [{ actors: [{ id: 10241, type: 'atlassian-user-role-actor', actorUser: { accountId: hex } }] }, [hex]],
  ])('is whoever a record of a role says: %j', (body, ids) => {
    expect(call('PUT', role, body)?.targets.map(({ accountId }) => accountId)).toEqual(ids);
  });

  const besides = [
    ...[
      'handles',
      'logins',
      'slackIds',
      'nodes',
      'who',
      'newHires',
      'toAdd',
      'squads',
      'ids',
      'names',
      'x',
      'list',
    ].map((name) => ({ [name]: ['eve'] })),
    { addresses: ['eve outside'] },
    { csv: 'eve;outside' },
    { uploadId: 'x' },
    { segment: 7 },
    { allUsers: true },
    { includeAll: true },
    { domains: ['outside.example'] },
    { id: hex },
    { input: { resources: [], crew: { first: 'eve' } } },
    { payload: '{"emails":["liam@acme.example"],"handles":["eve"]}' },
    { input: 'eve outside' },
    { data: 'eve' },
  ];
  const giving: readonly (readonly [method: string, url: string, person: object])[] = [
    ['POST', invite, { emails: ['liam@acme.example'] }],
    ['POST', admin(`/adminhub/um/org/${org}/users/invite`), { emails: ['liam@acme.example'] }],
    ['POST', admin(`/adminhub/um/org/${org}/groups/g1/members`), { accountIds: [liam] }],
    ['POST', role, { user: [liam] }],
    ['POST', `${site}/rest/servicedeskapi/organization/5/user`, { accountIds: [liam] }],
  ];
  it.each(besides)('says nothing of what nobody knows beside: %j', (more) => {
    for (const [method, url, person] of giving)
      expect(call(method, url, { ...person, ...more })?.targets).toContainEqual(unknown);
    const users = '["liam@acme.example"]';
    const query = `mutation a($i: AdminInviteInput!) { adminInvite(users: ${users}, input: $i) { ok } }`;
    expect(call('POST', `${site}/gateway/api/graphql`, { query, variables: { i: more } })?.targets).toContainEqual(
      unknown,
    );
    const persisted = { operationName: 'InviteUsers', variables: { emails: ['liam@acme.example'], ...more } };
    expect(call('POST', `${site}/gateway/api/graphql`, persisted)?.targets).toContainEqual(unknown);
  });

  /** What the record of a person holds, wherever such a record stands. */
  const entries: readonly ((person: object) => object)[] = [
    (person) => ({ users: [person] }),
    (person) => ({ users: { a: person } }),
    (person) => ({ users: [JSON.stringify(person)] }),
    (person) => ({ invitees: JSON.stringify([person]) }),
    (person) => ({ data: [{ invitations: [{ user: person, role: 'x' }] }] }),
  ];
  it.each([
    ...besides,
    { delegate: hex },
    { delegate: { id: hex } },
    { proxies: ['eve', 'jo'] },
    { alsoInvite: 'Eve Ray' },
    { aliases: ['eve at outside dot example'] },
    { others: 'all' },
    { everybody: true },
    { contact: { email: 'kim@acme.example', proxies: ['eve'] } },
    { picture: ['eve'] },
  ])('says nothing of what nobody knows in the same record: %j', (more) => {
    for (const entry of entries) {
      const [person, ...rest] = call('POST', invite, entry({ email: 'liam@acme.example', ...more }))?.targets ?? [];
      expect(person).toEqual(people({ email: 'liam@acme.example' }));
      expect(rest).not.toEqual([]);
    }
    const byAddress = { users: { 'liam@acme.example': { role: 'x', ...more } } };
    expect(call('POST', invite, byAddress)?.targets.length).toBeGreaterThan(1);
    const recipient = { type: 'external_user', value: 'liam@acme.example', ...more };
    const share = `${site}/gateway/api/share`;
    for (const recipients of [[recipient], recipient])
      expect(call('POST', share, { recipients })?.targets.length).toBeGreaterThan(1);
  });

  it('is alone in a record that describes them', () => {
    const person = {
      email: 'liam@acme.example',
      id: liam,
      displayName: 'Liam Chen',
      name: 'Liam',
      avatarUrl: 'https://x.example/a.png',
      picture: 'https://x.example/a.png',
      initials: 'LC',
      jobTitle: 'Engineer',
      company: 'Acme',
      phoneNumber: '+49 30 1234',
      accountType: 'atlassian',
      status: 'active',
      total: 1,
      timeZone: 'Europe/Berlin',
      lastActive: '2026-11-26T08:00:00.000Z',
      userInviteId: hex,
      emailHash: hex,
      notify: 'true',
      isExternal: true,
      roles: ['product/member'],
      groups: [],
    };
    for (const entry of entries) expect(call('POST', invite, entry(person))?.targets).toHaveLength(2);
    expect(call('POST', invite, { users: { [hex]: { id: hex, role: 'x' } } })?.targets).toHaveLength(1);
    expect(call('POST', invite, { users: { [hex]: 'admin' } })?.targets).toHaveLength(1);
    expect(call('POST', invite, { users: { first: 'liam@acme.example', second: 'eve', type: 'x' } })?.targets).toEqual([
      people({ email: 'liam@acme.example' }),
      people({ text: 'eve' }),
    ]);
  });

  it('says nothing of people beside somebody else whom a share names in a field of its own', () => {
    const recipients = [{ type: 'user', id: liam }];
    const crew = { email: 'eve@outside.example', proxies: ['jo'] };
    for (const more of [{ crew }, { content: { crew } }])
      expect(call('POST', `${site}/gateway/api/share`, { recipients, ...more })?.targets).toContainEqual(unknown);
  });

  it.each([
    { notifyNow: 'true', sendImmediately: 'yes', skipOnboarding: 'true' },
    { is_silent: 'no', showTours: '3' },
    { userType: 'customer', accountType: 'atlassian', memberType: 'x', emailType: 'work', inviteType: 'direct' },
    { inviteId: hex, invitationId: 7, inviteUrl: 'https://x.example/i/7', inviteCode: 'abc' },
    { 'g-recaptcha-response': 'x'.repeat(400), captchaResponse: 'x', recaptchaAnswer: 'x' },
  ])('is alone beside what is no person by its name: %j', (more) => {
    const body = { emails: ['liam@acme.example'], ...more };
    const form = new URLSearchParams(
      Object.entries({ ...body, emails: 'liam@acme.example' }).map(([a, b]) => [a, `${b}`]),
    );
    for (const sent of [body, `${form}`, { users: [{ email: 'liam@acme.example', ...more }] }])
      expect(call('POST', invite, sent)?.targets).toEqual([people({ email: 'liam@acme.example' })]);
  });

  it.each([
    { userTypes: ['contractor'] },
    { userType: ['eve'] },
    { userType: hex },
    { userType: 'eve ray' },
    { userType: '["eve"]' },
    { inviteIds: ['7'] },
    { inviteId: ['7'] },
    { inviteId: '7,8' },
    { inviteName: 'Eve' },
    { captchaAnswers: ['eve'] },
    { captchaCrew: { a: 'eve' } },
    { sendTo: 'eve ray' },
    { notifyEverybody: true },
  ])('says nothing of what may be somebody by a name like that: %j', (more) => {
    expect(call('POST', invite, { emails: ['liam@acme.example'], ...more })?.targets).toContainEqual(unknown);
  });

  it.each([
    { currentUserEmail: 'emma@acme.example' },
    { currentUserAccountId: liam, loggedInUserEmailAddress: 'emma@acme.example', currentUserAri: hex },
    { senderName: 'Emma', inviterUserId: hex, currentUserName: 'emma' },
    { initiator: liam, initiatorEmail: 'emma@acme.example', initiatedBy: hex, performedBy: { id: liam } },
    { grantedBy: liam, sharedBy: 'emma@acme.example', sentBy: liam, addedByUserId: hex },
    { analytics: { userId: liam, anonymousUserId: 'abc', accountId: hex } },
    {
      tracking: { userId: 7 },
      telemetryData: { attributes: { userId: liam } },
      analyticsContext: `{"userId":"${liam}"}`,
    },
    { analyticsUserId: liam, trackingAnonymousUserId: 'abc', telemetryAccountId: hex },
  ])('is alone beside who acts: %j', (more) => {
    const expected = [people({ email: 'liam@acme.example' })];
    expect(call('POST', invite, { emails: ['liam@acme.example'], ...more })?.targets).toEqual(expected);
    expect(call('POST', invite, { users: [{ email: 'liam@acme.example' }], ...more })?.targets).toEqual(expected);
    // Who acts is not whom it aims at where nobody else is named.
    expect(call('POST', invite, more)?.targets).toEqual([unknown]);
  });

  it.each([
    { viewer: 'eve@outside.example' },
    { viewerAccountId: liam },
    { requester: liam },
    { actor: { id: liam } },
    { currentUsers: [liam] },
    { currentUserEmail: ['eve@outside.example'] },
    { initiator: ['eve'] },
    { usedBy: liam },
    { supportUserEmail: 'eve@outside.example' },
    { requestedByUserEmail: 'eve@outside.example' },
    { analytics: { userId: 'eve@outside.example' } },
    { analytics: { userId: 'eve＠outside.example' } },
    { analytics: { users: [liam] } },
    { analytics: { userIds: liam } },
    { analytics: { userId: [liam] } },
    { analytics: { member: liam } },
    { analytics: { id: liam } },
    { analytics: { user: { id: liam } } },
    { analytics: [{ userId: liam }] },
    { analytics: `[{"userId":"${liam}"}]` },
    { analyticsUser: liam },
    { analyticsUserIds: [hex] },
    { analyticsAccess: { userId: liam } },
    { client: { userId: liam } },
  ])('is not alone beside who may be given something: %j', (more) => {
    expect(call('POST', invite, { emails: ['liam@acme.example'], ...more })?.targets).toHaveLength(2);
  });

  it('is none where only who approves is named', () => {
    const query = 'mutation { inviteFromFile(fileId: "x", approver: "liam@acme.example") { ok } }';
    expect(call('POST', `${site}/gateway/api/graphql`, { query })?.targets).toEqual([unknown]);
  });

  /** As Atlassian documents them, as its clients send them, and what pages may send along. */
  it.each<[string, string, object]>([
    ['POST', invite, { users: [{ email: 'liam@acme.example', id: liam }], resources: ['ari:x'], continueUrl: '/x' }],
    ['POST', invite, { emails: ['liam@acme.example'], suppressInviteEmail: true, source: 'share', productKey: 'x' }],
    ['POST', invite, { emails: ['liam@acme.example'], captchaResponseToken: 'x', atlToken: 'y', locale: 'de' }],
    ['POST', invite, { emails: ['liam@acme.example'], analytics: { screenName: 'x' }, isAdminHub: true, id: '7' }],
    ['POST', invite, { emails: ['liam@acme.example'], groupId: '952d12c3-5b5b-4d04-bb32-44d383afc4b2', x: [], y: {} }],
    [
      'POST',
      admin(`/admin/v2/orgs/${org}/users/invite`),
      {
        emails: ['liam@acme.example'],
        permissionRules: [{ resource: 'ari:x', role: 'atlassian/user' }],
        additionalGroups: ['g'],
        sendNotification: false,
        notificationText: 'Hello, see you',
      },
    ],
    ['POST', admin(`/admin/v2/orgs/${org}/directories/-/groups/g/memberships`), { accountId: liam }],
    ['POST', admin(`/admin/v1/orgs/${org}/users/${liam}/roles/assign`), { role: 'x', resource: 'ari:x' }],
    [
      'POST',
      `${site}/rest/api/3/user`,
      { emailAddress: 'liam@acme.example', displayName: 'Liam', products: ['jira-software'], self: '/x', key: 'liam' },
    ],
    ['POST', `${site}/rest/servicedeskapi/customer`, { email: 'liam@acme.example', displayName: 'Liam Chen' }],
    ['PUT', role, { id: 10002, categorisedActors: { 'atlassian-user-role-actor': [liam] } }],
  ])('is alone in a body without anything unknown: %s %s %j', (method, url, body) => {
    const targets = call(method, url, body)?.targets ?? [];
    expect(targets.length).toBeGreaterThan(0);
    expect(targets).not.toContainEqual(unknown);
  });

  it.each([
    { for: ['eve outside'] },
    { requestees: ['eve'] },
    { groups: ['g'] },
  ])('who asks is not the only one where something else may name others: %j', (more) => {
    const url = `${site}/gateway/api/invitations/v1/access-requests/bulk/request`;
    const asking = { resources: [{ ari: 'ari:x', role: 'product/member', continueUrl: '/x' }], note: 'x', source: 'y' };
    for (const accessMode of ['DIRECT_ACCESS', 'REQUEST_ACCESS']) {
      expect(call('POST', url, { ...asking, accessMode })?.targets).toEqual([]);
      expect(call('POST', url, { ...asking, accessMode, ...more })?.targets).toEqual([unknown]);
    }
    const query = 'mutation a($i: RequestPageAccessInput!) { requestPageAccess(input: $i) { ok } }';
    const page = (i: object) => call('POST', `${site}/gateway/api/graphql`, { query, variables: { i } })?.targets;
    expect(page({ pageId: '1', accessType: 'VIEW' })).toEqual([]);
    if (!('groups' in more)) expect(page({ pageId: '1', ...more })).toEqual([unknown]);
  });

  it('groups that people are put into are nobody', () => {
    expect(call('POST', invite, { emails: ['liam@acme.example'], groupIds: ['7'] })?.targets).toHaveLength(1);
    expect(
      call('POST', invite, { emails: ['liam@acme.example'], invitees: [{ type: 'group', id: '7' }] })?.targets,
    ).toContainEqual(unknown);
  });

  it.each<[object, string[]]>([
    [{ resourceRole: [{ resource: 'ari:cloud:jira::site/x', role: 'product/admin' }] }, ['grant-role']],
    [{ permissionRules: [{ resource: 'x', role: 'product/member' }], role: 'USER', roles: [{ id: 'member' }] }, []],
    [{ roles: [{ key: 'admin' }] }, ['grant-role']],
    [{ roleIds: [7] }, ['grant-role']],
    [{ role: 'product/loom/member, product/loom/admin' }, ['grant-role']],
    [{ groupIds: ['org-admins'], teams: ['t'] }, ['add-to-group']],
    [{ additionalGroups: ['g'], role: 'admin' }, ['grant-role', 'add-to-group']],
    [{ groupIds: [], role: '', roles: null, teams: ['t'] }, []],
  ])('does not hide what an invitation gives besides: %j', (more, also) => {
    const users = [{ email: 'liam@acme.example' }];
    expect(call('POST', invite, { users, ...more })).toMatchObject({ intent: 'invite', also });
    const query = 'mutation a($i: AdminInviteInput!) { adminInvite(input: $i) { ok } }';
    expect(call('POST', `${site}/gateway/api/graphql`, { query, variables: { i: { users, ...more } } })).toMatchObject({
      intent: 'invite',
      also,
    });
  });

  it('does not hide what the query of an invitation gives besides', () => {
    const emails = ['liam@acme.example'];
    expect(call('POST', `${invite}?role=admin&groupId=7`, { emails })?.also).toEqual(['grant-role', 'add-to-group']);
  });

  it.each([
    'usersToAdd',
    'accountIdList',
    'accountIdsToAdd',
    'emailsToInvite',
    'inviteeDetails',
    'memberRefs',
    'identities',
    'subjects',
    'principalAris',
    'usersV2',
    'chosenUsersOfPage',
  ])('does not hide an id in %s', (name) => {
    expect(call('POST', invite, { [name]: [hex] })?.targets).toEqual([{ email: null, accountId: hex }]);
    expect(call('POST', invite, { [name]: [hex], emails: ['liam@acme.example'] })?.targets).toHaveLength(2);
  });

  it('does not hide a record of people by their ids, nor an entry that nobody can read', () => {
    const emails = ['liam@acme.example'];
    expect(call('POST', invite, { usersById: { [hex]: {} }, emails })?.targets).toHaveLength(2);
    expect(call('POST', invite, { usersV2: [{ id: 'eve at outside' }], emails })?.targets).toHaveLength(2);
    expect(call('POST', invite, { userGroupId: hex, emails })?.targets).toHaveLength(1);
  });

  it.each([
    '9f8fad5b-d9cb-469f-a165-70867728950e',
    'ug:9f8fad5b',
    'eve%20outside',
  ])('does not replace whom the path names: %s', (who) => {
    const url = admin(`/admin/v2/orgs/${org}/users/${who}/role-assignments/assign`);
    expect(call('POST', url, { role: 'x', note2: 'liam@acme.example' })?.targets).toHaveLength(2);
  });

  it('does not make a body readable that is not', () => {
    expect(call('POST', `${invite}?email=liam%40acme.example`, '{ not json')?.targets).toContainEqual(unknown);
  });

  it.each([
    { external: ['eve at outside.example'] },
    { inviteTo: 'eve%40outside.example' },
    { more: { recipientsV2: [{ type: 'external_user', name: 'x' }] } },
    { x: 'eve outside' },
    { x: 7 },
    { metadata: { extra: [{ type: 'external_user', value: 'eve outside' }] } },
    { metadata: { invite: ['eve outside'] } },
    { metadata: { toAtlassianAccountHolders: { eve: 'x' } } },
    { metadata: 'eve outside' },
    { content: { extra: 'eve＠outside.example' } },
    { content: { title: ['eve outside'] } },
    { entityTitle: { cc: ['eve outside'] } },
    { message: ['eve'] },
    { comment: { value: 'x', recipients: ['eve'] } },
    { recipients: [{ type: 'user', id: liam, address: 'eve outside' }] },
    { recipients: [{ type: 'user', id: liam, name: 'eve＠outside.example' }] },
  ])('makes no share harmless that has other fields: %j', (more) => {
    const body = { content: { title: 'x' }, recipients: [{ type: 'user', id: liam }], ...more };
    const targets = call('POST', `${site}/gateway/api/share`, body)?.targets;
    expect(targets?.length).toBeGreaterThan(1);
  });
});

describe('a body as it is written', () => {
  const invite = `${site}/gateway/api/invitations/invite`;
  it('in parts is no form', () => {
    const boundary = '----=_Part_7';
    const body = `${boundary}\r\nContent-Disposition: form-data; name="users"\r\n\r\n5b10&emails=liam@acme.example`;
    expect(call('POST', invite, body)?.targets).toEqual([{ email: null, accountId: null, more: null }]);
    expect(
      call('POST', invite, `a=Content-Disposition: form-data; name="x"&emails=liam@acme.example`)?.targets,
    ).toEqual([{ email: null, accountId: null, more: null }]);
  });

  it('the fields of a form are the same people as text and as the guard reads them', () => {
    const hex = '5b10ac8d82e05b22cc7d4ef5';
    const text = `emails=liam%40acme.example&users%5B0%5D%5Bvalue%5D=${hex}`;
    const read = { emails: 'liam@acme.example', 'users[0][value]': hex };
    expect(call('POST', invite, text)?.targets).toHaveLength(2);
    expect(call('POST', invite, read)?.targets).toEqual(call('POST', invite, text)?.targets);
  });

  it('an access request without its usual mode may be either', () => {
    const url = `${site}/gateway/api/invitations/v1/access-requests/bulk/request`;
    for (const body of [{ resources: [] }, { resources: [], mode: 'DIRECT_ACCESS' }])
      expect(call('POST', url, body)).toMatchObject({ intent: 'request-access', also: ['join'] });
  });
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
