import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Intent, isAboutActor } from '../../../core/policy/index.ts';
import { honestOperations } from '../../../tests/arrivals/honest.ts';
import { classifyCall } from '../endpoints.ts';
import { readGraphql } from './graphql-text.ts';

const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const send = (body: unknown) =>
  classifyCall({
    method: 'POST',
    url: new URL('https://acme.atlassian.net/gateway/api/graphql'),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const all = (body: unknown, address = '') => {
  const call = classifyCall({
    method: 'POST',
    url: new URL(`https://acme.atlassian.net/gateway/api/graphql${address}`),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return call === null ? [] : [call.intent, ...call.also].sort();
};
const anything = [
  'add-to-project',
  'change-plan',
  'create-api-token',
  'create-customer',
  'create-invite-link',
  'grant-role',
  'invite',
  'make-public',
  'migrate-customer',
  'request-access',
  'share-with-new-person',
  'start-app',
];
const doing = (query: string, variables: unknown = {}) => {
  const call = send({ query, variables });
  return (
    call && [call.intent, ...call.targets.map(({ email, accountId, text, more }) => email ?? accountId ?? text ?? more)]
  );
};

describe('a mutation', () => {
  it.each<[string, unknown[]]>([
    ['mutation { adminInvite(input: {emails: ["eve@x.example"]}) { id } }', ['invite', 'eve@x.example']],
    ['mutation { a: adminInvite(input: {users: [{email: "eve@x.example"}]}) { id } }', ['invite', 'eve@x.example']],
    [
      'mutation { ...F } fragment F on Mutation { admin_inviteUsers(emails: "eve@x.example") }',
      ['invite', 'eve@x.example'],
    ],
    [
      '# harmless\nmutation x($i: [AdminInviteInputV2!]! = [{users: [{email: "eve@x.example"}]}]) { y(i: $i) }',
      ['invite', 'eve@x.example'],
    ],
    ['mutation { y { ... on AdminInvitePayload { id } } }', ['invite', null]],
    [`mutation { adminAssignRole(user: "${liam}", role: ADMIN) }`, ['grant-role', liam]],
    ['mutation($i: TownsquareProjectGrantAccessInput!) { y(i: $i) }', ['add-to-project', null]],
    ['mutation { newThing(to: ["Eve <eve@x.example>", "kim"]) }', ['invite', 'eve@x.example', 'kim']],
    ['mutation { newThing(emails: ["""eve@x.example"""]) }', ['invite', 'eve@x.example']],
    ...[
      'eve\\u0040x.example',
      'eve\\u{40}x.example',
      'eve\\u{0000000040}x.example',
      '\\u{65}ve@x\\u{2e}example',
      '\teve\\u0040x.example',
    ].map((spelt): [string, unknown[]] => [`mutation { newThing(emails: ["${spelt}"]) }`, ['invite', 'eve@x.example']]),
    ['mutation { newThing(emails: ["eve\\u0040x.example"]) }', ['invite', 'eve@x.example']],
    ['mutation { newThing(email: "eve＠x.example") }', ['invite', 'eve＠x.example']],
    [
      'mutation { one(emails: ["eve@x.example"]) two(emails: ["kim@x.example"]) }',
      ['invite', 'eve@x.example', 'kim@x.example'],
    ],
    [
      'mutation { sendReport(emails: "liam@x.example") newThing(emails: ["eve@x.example"]) }',
      ['invite', 'liam@x.example', 'eve@x.example'],
    ],
    ['mutation { shareReport(emails: "liam@x.example") }', ['invite', 'liam@x.example']],
    [
      'mutation { s(emails: ["eve@x.example"], entityId: "1", shareType: SHARE_PAGE) }',
      ['share-with-new-person', 'eve@x.example'],
    ],
    [
      'mutation { deleteDraft(id: "1") { ok } jira { addPeople(emails: ["eve@x.example"]) { ok } } }',
      ['invite', 'eve@x.example'],
    ],
    ['mutation { deleteDraft(id: "1") { ok } jira { shareWith(names: ["Eve Ray"]) { ok } } }', ['invite', null]],
    [
      'mutation { addPeople(emails: ["eve@x.example"]) { ok } issue { comments(first: 3) { id } } }',
      ['invite', 'eve@x.example'],
    ],
    ['mutation query { inviteByEmail(emails: []) { ok } }', ['invite', null]],
    ['mutation { inviteUsers(names: ["Eve Ray"]) { ok } }', ['invite', 'Eve Ray']],
    ['mutation { jira(cloudId: "1") { grantAccess(id: "7") { ok } } }', ['invite', null]],
    ['mutation { ...F } fragment F on JiraMutation { shareBoard(id: "7") { ok } }', ['invite', null]],
    ['mutation { newThing(roles: { eve_x: 1 }, to: "eve@x.example") }', ['invite', 'eve@x.example']],
    ['query a { b } mutation c { newThing(emails: ["eve@x.example"]) }', ['invite', 'eve@x.example']],
  ])('is an act: %s', (query, does) => expect(doing(query)).toEqual(does));

  it('is an act when its variables name somebody by address, whatever it is called', () => {
    const query = 'mutation x($input: NewThingInput!) { newThing(input: $input) { id } }';
    expect(doing(query, { input: { users: [{ email: 'eve@x.example' }] } })).toEqual(['invite', 'eve@x.example']);
    expect(doing(query, '{"input":{"emails":["eve at x.example"]}}')).toEqual(['invite', 'eve at x.example']);
    expect(doing(query, { input: { users: [liam], assignee: { accountId: liam } } })).toBeNull();
    expect(doing(query, { input: { userId: 'me', comment: 'Ask eve@x.example' } })).toBeNull();
  });

  it('is an act whatever a variable is called that holds somebody', () => {
    const query = 'mutation($e: [String]) { addPeople(emails: $e) { ok } }';
    expect(doing(query, { e: ['eve@x.example'] })).toEqual(['invite', 'eve@x.example']);
    expect(doing(query, { e: ['liam@x.example', 'eve outside'] })).toEqual(['invite', 'liam@x.example', 'eve outside']);
    const invite = 'mutation($e: [String]) { inviteByEmail(emails: $e) { ok } }';
    expect(doing(invite, { e: ['eve outside.example'] })).toEqual(['invite', 'eve outside.example']);
    expect(doing('mutation($e: E) { y(input: { users: [{ id: $e }, $e] }) }', { e: 'eve@x.example' })).toEqual([
      'invite',
      'eve@x.example',
      'eve@x.example',
    ]);
  });

  it('that is described does what else is in it, too', () => {
    const both = 'mutation { requestPageAccess(id: "1") { ok } addPeople(emails: ["eve@x.example"]) { ok } }';
    expect(all({ query: both })).toEqual(['invite', 'request-access']);
    const shaped = 'mutation X($r: RequestPageAccessInput!, $s: Foo) { a(r: $r) { ok } b(s: $s) { ok } }';
    expect(all({ query: shaped, variables: { r: {}, s: { emails: ['eve@x.example'], shareType: 'x' } } })).toEqual([
      'request-access',
      'share-with-new-person',
    ]);
    expect(all({ query: 'mutation { requestPageAccess(id: "1") { ok } deleteDraft(id: "1") { ok } }' })).toEqual([
      'request-access',
    ]);
    expect(all({ query: 'mutation { requestPageAccess(id: "1") { ok } inviteAll { ok } }' })).toEqual([
      'invite',
      'request-access',
    ]);
  });

  it.each([
    'mutation RequestPageAccess($e: [String]) { inviteUsersToSite(emails: $e) { ok } }',
    'mutation M($e: [String]) { requestPageAccess: inviteUsersToSite(emails: $e) { ok } }',
    'mutation M($e: [String]) { inviteUsersToSite(emails: $e) { ...RequestPageAccess } } fragment RequestPageAccess on X { ok }',
    'mutation M($r: RequestPageAccessInput, $e: [String]) { a(r: $r) { ok } inviteUsersToSite(emails: $e) { ok } }',
  ])('is not described by what else is called like one that is: %s', (query) => {
    expect(all({ query, variables: { e: ['eve@x.example'] } })).toEqual(['invite', 'request-access']);
    expect(all({ query: query.replace('inviteUsersToSite', 'grantSiteAdmin'), variables: { e: [liam] } })).toContain(
      'invite',
    );
  });

  it('is described by the type of what it is given', () => {
    const query = 'mutation M($i: [AdminAssignRoleInput!]!) { admin { assign(input: $i) { ok } } }';
    expect(all({ query, variables: { i: [{ emails: ['eve@x.example'] }] } })).toEqual(['grant-role']);
  });

  it.each<[string, unknown]>([
    ['mutation m($ message: [String]) { doThing(emails: $ message) { ok } }', { message: ['eve@x.example'] }],
    ['mutation m($,message: [String]) { doThing(emails: $,message) { ok } }', { message: ['eve@x.example'] }],
    ['mutation m($ #\n message: [String]) { doThing(emails: $ #\n message) { ok } }', { message: ['eve@x.example'] }],
    ['mutation m($message: [String] = ["eve@x.example"]) { doThing(emails: $message) { ok } }', {}],
    ['mutation m($m: [I] = [{ to: ["eve@x.example"] }]) { doThing(input: $m) { ok } }', {}],
    ['fragment F on Mutation { doThing(emails: $m) } mutation m($m: [String] = ["eve@x.example"]) { ...F }', {}],
    ['mutation m($emails: [String] = ["eve@x.example"]) { doThing { ok } }', {}],
    ...['content', 'text', 'filter'].map((name): [string, unknown] => [
      `mutation m($c: I) { doThing(${name}: $c) { ok } }`,
      { c: { emails: ['eve@x.example'] } },
    ]),
  ])('is an act on whom its variables hold: %s', (query, variables) =>
    expect(doing(query, variables)).toEqual(['invite', 'eve@x.example']));

  it('that is given something does not have what it would be given by default', () => {
    const query = 'mutation m($e: [String] = ["eve@x.example"]) { doThing(emails: $e) { ok } }';
    expect(doing(query, { e: ['kim@x.example'] })).toEqual(['invite', 'kim@x.example']);
  });

  it.each([
    'mutation { adminInvite(emails: ["liam@acme.example"]) { ok } } "',
    'mutation { adminInvite(emails: ["liam@acme.example"]) { ok } } """',
    'query q { a(x: "open) { b } }',
  ])('whose text ends within quotation marks may be anything, for anybody: %s', (query) => {
    expect(all({ query })).toEqual(anything);
    expect(send([{ query }, { query: 'mutation { adminInvite(emails: "liam@acme.example") }' }])?.targets).toEqual([
      { email: null, accountId: null, more: null },
    ]);
  });

  it('whose variables nobody can read may be anything', () => {
    const query = 'mutation m($i: I!) { y(i: $i) { ok } }';
    expect(all({ query, variables: '{"i":{"emails":["eve@x.example"],"a":1,"a":2}}' })).toEqual(anything);
    expect(all({ id: 'x', variables: '{ not json' })).toEqual(anything);
    expect(all({ query, variables: '' })).toEqual([]);
    expect(all({ query: 'query q { a }', variables: '{ not json' })).toEqual([]);
  });

  it('in an address is one too', () => {
    const invite = `?query=${encodeURIComponent('mutation($e: [String]) { adminInvite(emails: $e) { ok } }')}`;
    expect(all({ query: 'query { me { id } }' }, invite)).toEqual(['invite']);
    expect(all({ variables: {} }, invite)).toEqual(['invite']);
    expect(all('', invite)).toEqual(['invite']);
    expect(all([], invite)).toEqual(['invite']);
    const add = `?query=${encodeURIComponent('mutation($e: [String]) { addPeople(emails: $e) { ok } }')}`;
    expect(all({ variables: { e: ['eve@x.example'] } }, add)).toEqual(['invite']);
    expect(all({}, `${add}&variables=${encodeURIComponent('{"e":["eve@x.example"]}')}`)).toEqual(['invite']);
    expect(all('', '?query=%7Bme%7Bid%7D%7D')).toEqual([]);
  });

  it('says which app it is about in its own text, too', () => {
    expect(send({ query: 'mutation { adminInvite(productKey: "loom") }' })?.product).toBe('loom');
  });

  it.each<[string, unknown]>([
    [
      'mutation r($i: SendReportInput!) { sendReport(input: $i) { ok } }',
      { i: { emails: ['a@x.example'], entityId: '1' } },
    ],
    ['mutation { exportBoard(email: "a@x.example") }', {}],
    ['mutation u($i: UpdateContentRestrictionInput!) { u(i: $i) }', { i: { users: [liam], groupIds: ['g'] } }],
    ['mutation { y(title: "about AdminInviteInput") { id } } # AdminInviteInput', {}],
    ['mutation u($i: AdminCreateInvitePolicyInput!, $emails: [String!]) { u(i: $i) }', {}],
    [`mutation { assign(accountId: "${liam}") { ${'a { '.repeat(30)}b${' }'.repeat(30)} } }`, {}],
    ['mutation { deleteMember(email: "a@x.example") }', {}],
    ['mutation { adminRevokeAccess(email: "a@x.example") }', { input: { email: 'a@x.example' } }],
    ['mutation { dismissInviteBanner(id: "1") { ok } }', {}],
    ['mutation { updateIssue(id: "1") { issue { members(first: 3) { id } permissions { edit } } } }', {}],
    [
      'mutation { updateIssue(id: "1") { ...F } } fragment F on Issue { permissions { edit } members(first: 1) { id } }',
      {},
    ],
    ['mutation { updateIssue(id: "1") @include(if: $shared) { ok } }', {}],
    ['mutation($c: String) { setField(contact: $c) { ok } }', { c: 'eve@x.example' }],
    ['mutation($jql: String) { saveFilter(jql: $jql) { ok } }', { jql: 'reporter = "liam@acme.example"' }],
    ['mutation($i: I) { addSticky(input: $i) { ok } }', { i: { label: 'ping @liam' } }],
    ['mutation($v: String) { setStyle(value: $v) { ok } }', { v: '@media print{}' }],
    ['mutation($v: String) { setRemote(value: $v) { ok } }', { v: 'git@bitbucket.org:acme/repo.git' }],
    ['mutation($v: String) { setDependency(value: $v) { ok } }', { v: '@atlaskit/button@1.2.3' }],
    ['mutation($i: I) { updatePage(input: $i) { ok } }', { i: { content: { title: 'eve@x.example' } } }],
    ['mutation($c: String) { addComment(body: $c) { ok } }', { c: 'eve@x.example' }],
    [
      'mutation($adf: A) { updatePage(adf: $adf) { ok } }',
      {
        adf: Array.from({ length: 20 }).reduce((inner) => ({ type: 'x', content: [inner] }), { text: 'eve@x.example' }),
      },
    ],
    ['query { mutation(emails: ["eve@x.example"]) }', {}],
    ['query q { adminInvite(emails: ["eve@x.example"]) } # mutation', {}],
    ['subscription { adminInvite(emails: ["eve@x.example"]) }', {}],
    ['{ find(note: "mutation adminInvite") }', {}],
  ])('is harmless: %s', (query, variables) => expect(doing(query, variables)).toBeNull());
});

describe('beside a query that gives nothing', () => {
  const query = 'query Me { me { id } }';
  const variables = { users: [{ email: 'eve@x.example' }] };

  it.each<[string, object]>([
    ['the text of a mutation', { mutation: 'mutation { inviteUsers(emails: "eve@x.example") { ok } }' }],
    ['the same with variables', { document: 'mutation($users: [U]) { inviteUsers(users: $users) { ok } }', variables }],
    ['another operation by its id', { id: 'abc', operationName: 'InviteUsers', variables }],
    ['a request in a list', { requests: [{ operationName: 'InviteUsers', variables }] }],
  ])('is an act: %s', (_, beside) => expect(send({ query, ...beside })?.targets[0]?.email).toBe('eve@x.example'));

  it('is anything: operations that nobody can read', () => {
    expect(all({ query, operations: '{ not json' })).toEqual(anything);
    expect(all({ query, operations: [7] })).toEqual(anything);
  });

  it.each<[string, object]>([
    ['what a page sends along', { requestId: 'mutation', tags: [{ id: 'x' }], context: { users: ['eve@x.example'] } }],
    ['another query', { requests: [{ query: '{ b }' }] }],
    ['an empty one', { operations: '', requests: [] }],
    ['its own id', { id: 'abc', operationName: 'Me', variables }],
  ])('is harmless: %s', (_, beside) => expect(send({ query, ...beside })).toBeNull());
});

describe('a name in a document', () => {
  const names = [
    'inviteOrganizationUsers',
    'kitsuneCreateCustomer',
    'supportRequestParticipants',
    'organizationInvitationForPeople',
    'addOrganizationAdministratorMembers',
  ];
  const people = (query: string, variables: unknown = {}) =>
    send({ operationName: 'x', query, variables })?.targets.map(
      ({ email, accountId, text, more }) => email ?? accountId ?? text ?? more,
    );

  it.each(names)('is nobody, whatever is called so: %s', (name) => {
    const input = { email: 'liam@acme.example' };
    for (const query of [
      `mutation ${name}($input: X!) { ${name}(input: $input) { ok } }`,
      `mutation ${name}($input: X!) { a: ${name}(input: $input) { ${name} { ok } } }`,
      `mutation InviteUsers($input: X!) { ${name}(input: $input) { ok } }`,
      `mutation M($input: X!) { inviteUsers(${name}: $input) { ok } }`,
      `mutation M($input: X!) { inviteUsers(users: { ${name}: [$input] }) { ok } }`,
      `mutation M($input: X!) { ...${name} } fragment ${name} on Mutation { inviteUsers(input: $input) { ok } }`,
    ])
      expect(people(query, { input }), query).toEqual(['liam@acme.example']);
    expect(people(`mutation ${name} { ${name}(input: { email: "liam@acme.example" }) { ok } }`)).toEqual([
      'liam@acme.example',
    ]);
  });

  it('is nobody, however it is put together', () => {
    const word = fc.constantFrom(
      'organization',
      'Request',
      'Support',
      'Invite',
      'Grant',
      'Users',
      'Customers',
      'People',
    );
    const name = fc.array(word, { minLength: 3, maxLength: 6 }).map((words) => `invite${words.join('')}`);
    fc.assert(
      fc.property(name, name, name, (operation, field, argument) => {
        const query = `mutation ${operation}($input: X!) { ${field}(${argument}: $input) { ok } }`;
        expect(people(query, { input: { email: 'liam@acme.example' } })).toEqual(['liam@acme.example']);
      }),
    );
  });

  it('does not hide whom a variable names by a key', () => {
    const query = 'mutation M($users: X!) { inviteUsers(users: $users) { ok } }';
    const key = 'ab10a2844c20165700ede215';
    expect(people(query, { users: { [key]: { role: 'x' } } })).toEqual([key]);
    expect(people(query, { users: { organizationAdministrators: ['liam@acme.example'] } })).toEqual([
      'liam@acme.example',
    ]);
  });
});

describe('a list of texts that look like addresses', () => {
  const lists = (name: string): unknown[] => [
    { operations: [{ operation: 'ADD', [name]: ['logo@pad.example'] }] },
    { [name]: { add: ['logo@pad.example'], remove: { values: ['a@pad.example'] } } },
    { [name]: [['logo@pad.example']] },
    { [name]: { 'logo@pad.example': true } },
  ];
  const stops = (operation: string, input: unknown) =>
    send({ query: `mutation M($i: I!) { ${operation}(input: $i) { ok } }`, variables: { i: input } })?.intent ?? null;

  it.each([
    'labels',
    'tags',
    'files',
    'fileNames',
    'attachments',
    'options',
    'cells',
    'rows',
    'columns',
    'packages',
    'dependencies',
    'refs',
    'branches',
    'imageUrls',
    'fixVersions',
    'components',
    'issue_labels',
  ])('is of nobody where it is one of things: %s', (name) => {
    for (const input of lists(name)) expect(stops('updateThing', input), JSON.stringify(input)).toBeNull();
    expect(
      send({ operationName: 'UpdateThing', extensions: {}, variables: { [name]: ['logo@2x.png', 'git@x.example'] } }),
    ).toBeNull();
    expect(doing(`mutation { updateThing(input: { ${name}: ["logo@2x.png"] }) { ok } }`)).toBeNull();
  });

  it.each([
    'labels',
    'rows',
    'packages',
  ])('is of somebody where it invites, or holds people by their names: %s', (name) => {
    for (const input of lists(name)) expect(stops('inviteThing', input)).toBe('invite');
    expect(stops('updateThing', { [name]: [{ emails: ['eve@x.example'] }] })).toBe('invite');
    expect(stops('updateThing', { [name]: [{ whoever: ['eve@x.example'] }] })).toBe('invite');
  });

  it.each([
    'x',
    'whoever',
    'items',
    'nodes',
    'names',
    'ids',
    'userTags',
    'memberRows',
    'seats',
    'roles',
    'operations',
    'owners',
  ])('is of somebody under any other name: %s', (name) => {
    for (const input of lists(name)) expect(stops('updateThing', input), JSON.stringify(input)).toBe('invite');
  });
});

describe('one person who can be read', () => {
  const known = '{ adminInvite(users: ["liam@acme.example"]) { ok } }';
  const targets = (body: unknown) =>
    send(body)?.targets.map(({ email, accountId, more }) => email ?? accountId ?? more);
  const inviteUsers = { operationName: 'InviteUsers', extensions: {}, variables: { listId: 'x' } };

  it.each<[string, unknown]>([
    ['by another field', { query: 'mutation { adminInvite(input: { ids: ["eve"] }) { ok } }' }],
    ['by its name alone', inviteUsers],
    ['by the type of what it is given', { query: 'mutation($i: AdminAssignRoleInput!) { y(i: $i) { ok } }' }],
    ['that nobody can read', { query: 'mutation { y(a: "open) { ok } }' }],
  ])('says nothing of what another operation of a batch gives: %s', (_, operation) => {
    for (const batch of [
      [{ query: `mutation ${known}` }, operation],
      [operation, { query: `mutation ${known}` }],
    ])
      expect(targets(batch)).toContain(null);
  });

  it.each([
    'b: adminInvite(input: { ids: ["eve"] }) { ok }',
    'inviteFromFile(fileId: "x") { ok }',
    'inviteAll { ok }',
    'jira { shareBoard(id: "7") { ok } }',
    'invite { fromFile(fileId: "x") { ok } }',
    'y(i: $none) @skip(if: false) { ...AdminAssignRole }',
  ])('says nothing of what another field gives: %s', (field) => {
    const query = `mutation($none: AdminAssignRoleInput) { a: adminInvite(users: ["liam@acme.example"]) { ok } ${field} }`;
    const fragment = 'fragment AdminAssignRole on X { ok }';
    expect(targets({ query: `${query} ${fragment}` })?.length).toBeGreaterThan(1);
  });

  it.each<[string, unknown]>([
    ['a query', { query: `{ user(accountId: "${liam}") { id } }` }],
    ['a query without a text', { operationName: 'aggUserQuery', extensions: {}, variables: { userId: liam } }],
    ['what gives nobody anything', { query: `mutation { assign(accountId: "${liam}") { ok } }` }],
  ])('is nobody whom something gives access to where only %s names them', (_, operation) => {
    expect(targets([inviteUsers, operation])).toEqual([null]);
    expect(targets([{ query: `mutation ${known}` }, operation])).toEqual(['liam@acme.example']);
  });

  it.each<[string, string]>([
    ['a variable that is given twice', 'a: inviteUsers(emails: $e) { ok } b: inviteUsers(emails: $e) { ok }'],
    ['a variable that nothing is seen to take', 'inviteUsers(input: $y) { ok }'],
  ])('is once in %s', (_, fields) => {
    const variables = { e: ['liam@acme.example'] };
    expect(targets({ query: `mutation($e: [String]) { ${fields} }`, variables })).toEqual(['liam@acme.example']);
  });

  it('is found below a field that only leads to others, and in a fragment', () => {
    const invite = { query: 'mutation { invite { users(emails: ["liam@acme.example"]) { ok } } }' };
    expect(targets(invite)).toEqual(['liam@acme.example']);
    const fragment = `mutation { ...InviteUsers } fragment InviteUsers on Mutation ${known}`;
    expect(targets({ query: fragment })).toEqual(['liam@acme.example']);
  });
});

describe('without a text', () => {
  const persisted = (input: unknown) => send({ id: 'persisted', variables: { input } })?.intent ?? null;
  it('is what the shape of its variables says', () => {
    expect(persisted({ users: [{ email: 'a@x.example' }], groupIds: ['g'] })).toBe('invite');
    expect(persisted({ users: [liam], groupIds: ['g'] })).toBeNull();
    expect(persisted({ users: [liam], groupIds: ['g'], resourceRole: [] })).toBe('invite');
    expect(persisted({ emails: ['a@x.example'], entityId: '1' })).toBe('invite');
    expect(persisted({ emails: ['a@x.example'], entityId: '1', shareType: 'SHARE_PAGE' })).toBe(
      'share-with-new-person',
    );
  });

  it('is what its name says', () => {
    const named = (operationName: string, address = '') =>
      all(
        { id: 'abc', ...(address === '' && { operationName }), variables: { input: { emails: ['a@x.example'] } } },
        address,
      );
    expect(named('AdminInviteUsersMutation')).toEqual(['invite']);
    expect(named('', '?operationName=AdminInviteUsersMutation')).toEqual(['invite']);
    expect(named('adminAssignRole')).toEqual(['grant-role']);
    expect(named('RequestPageAccess')).toEqual(['invite', 'request-access']);
    expect(all({ id: 'abc', operationName: 'RequestPageAccess', variables: { id: '7' } })).toEqual(['request-access']);
    expect(named('ShareBoardMutation')).toEqual(['invite']);
    expect(named('ShareBoardQuery')).toEqual([]);
    expect(named('ShareBoard')).toEqual(['invite']);
    expect(named('SendReport')).toEqual([]);
    expect(all({ id: 'x', operationName: 'MembersQuery', variables: '{ not json' })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['its address', { operationName: 'getMe' }, '?q=InviteUsers'],
    ['its address, among others', { operationName: 'getMe' }, '?q=getMe,InviteUsers'],
    ['itself', { operationName: 'InviteUsers' }, '?operationName=getMe'],
    ['its path', { operationName: 'getMe' }, '/InviteUsers'],
    ['what it is', { operationName: 'listUsersMutation' }, ''],
    ['what its address says it is', { operationName: 'getMe' }, '?operationName=SaveMutation'],
  ])('does not only read where %s says otherwise', (_, called, address) => {
    const operation = { ...called, extensions: {}, variables: { emails: ['eve@outside.example'] } };
    expect(all(operation, address)).toEqual(['invite']);
    expect(all([operation], address)).toEqual(['invite']);
  });

  it('is named by its path, which may say how it is kept', () => {
    expect(all({ extensions: {}, variables: { users: [liam] } }, '/InviteUsers')).toEqual(['invite']);
    expect(all({ extensions: {}, variables: { users: [liam] } }, '/v2//InviteUsers/')).toEqual(['invite']);
    const reading = { operationName: 'MembersQuery', extensions: {}, variables: { emails: ['a@x.example'] } };
    for (const address of ['/pq/0f8fad5b', '/pq', '?q=MembersQuery', '?operationName=MembersQuery'])
      expect(all(reading, address)).toEqual([]);
  });

  it('is an act however deep its shape stands', () => {
    const deep = Array.from({ length: 40 }).reduce((inner) => ({ data: [inner] }), {
      emails: ['a@x.example'],
      share_type: 'x',
    } as unknown);
    expect(persisted(deep)).toBe('share-with-new-person');
  });

  it('an empty batch does nothing', () => expect(send([])).toBeNull());
});

describe('what an operation is called', () => {
  const doing = (name: string): string | null =>
    send({ query: `mutation M($i: I!) { ${name}(input: $i) { id } }`, variables: { i: { x: 1 } } })?.intent ?? null;
  const persistedQuery = { sha256Hash: 'z', version: 1 };
  const persisted = (operation: object): string | null =>
    send({ extensions: { persistedQuery }, ...operation })?.intent ?? null;

  it.each([...honestOperations])('gives nothing by its name: %s', (name) => {
    expect(doing(name)).toBeNull();
    expect(persisted({ operationName: name, variables: {} })).toBeNull();
  });

  it.each([
    'provisionSeat',
    'assignLicense',
    'allocateLicence',
    'createUser',
    'enrolUsers',
    'onboardTeammates',
    'updateProjectRole',
    'shareFilter',
    'inviteFromModal',
    'inviteToJoinCall',
    'openAccess',
    'updateAccessConfig',
    'addActorsToPermissionScheme',
    'addAgents',
    'inviteUsersToEvent',
    'shareEvent',
    'assignRoleToUserOfIssue',
    'assignSeatToUser',
    'giveUser',
    'addUser',
    'grantConsentAndAccess',
    'grantLastAccessRole',
    'updateRole',
    'updateTeamMembers',
    'sendInvite',
    'inviteAndRecordEvent',
    'grantaccess',
    'inviteusers',
    'InviteUsers',
  ])('gives by its name: %s', (name) => {
    expect(doing(name)).toBe('invite');
    expect(persisted({ operationName: name, variables: {} })).toBe('invite');
  });

  it.each<[string, string[]]>([
    ['activateProduct', ['start-app']],
    ['startTrial', ['start-app']],
    ['commerce_purchase', ['start-app']],
    ['upgradeEdition', ['change-plan']],
    ['enablePublicLink', ['make-public']],
    ['makePublic', ['make-public']],
    ['createApiToken', ['create-api-token']],
    ['setAnonymousAccess', ['make-public']],
    ['getOrCreateInviteLink', ['create-invite-link']],
    ['makeCommentPublic', ['make-public']],
    ['createPublicLink', ['make-public']],
    ['startPremiumPlan', ['change-plan']],
    ['upgradePlan', ['change-plan']],
    ['upgradeApp', ['change-plan', 'start-app']],
    ['createInviteLink', ['create-invite-link']],
    ['createSignupLink', ['create-invite-link']],
    ['enableSelfSignup', ['create-invite-link']],
    ['addApprovedDomain', ['create-invite-link']],
    ['createCustomer', ['create-customer']],
    ['inviteCustomers', ['create-customer']],
    ['addCustomersToProject', ['create-customer']],
    ['addCustomersToSite', ['create-customer', 'invite']],
    ['migrateCustomer', ['migrate-customer']],
    ['convertCustomerToUser', ['migrate-customer']],
    ['purchaseProduct', ['start-app']],
    ['buyProduct', ['start-app']],
    ['orderProduct', ['start-app']],
    ['addProduct', ['start-app']],
    ['createSite', ['start-app']],
    ['provisionSite', ['start-app']],
    ['beginTrial', ['start-app']],
    ['extendTrial', ['start-app']],
    ['changePlan', ['change-plan']],
    ['changeEdition', ['change-plan']],
    ['switchEdition', ['change-plan']],
    ['tryPremium', ['change-plan', 'start-app']],
    ['createApiKey', ['create-api-token']],
    ['issueApiToken', ['create-api-token']],
    ['mintApiToken', ['create-api-token']],
    ['grantPublicAccess', ['invite', 'make-public']],
    ['inviteFromPublicPage', ['invite', 'make-public']],
  ])('says what gives access: %s does %j', (name, intents) => {
    const query = `mutation M($i: I!) { ${name}(input: $i) { id } }`;
    expect(all({ query, variables: { i: { x: 1 } } })).toEqual(intents);
    expect(all({ extensions: { persistedQuery }, operationName: name, variables: {} })).toEqual(intents);
    // Whoever is given what others do for themselves is given more.
    const given = all({ query, variables: { i: { emails: ['eve@outside.example'] } } });
    expect(given).toEqual(expect.arrayContaining(intents));
    expect(given.some((intent) => !isAboutActor(Intent.parse(intent)))).toBe(true);
  });

  it('is no person by the number of what is made', () => {
    expect(send({ query: 'mutation { createCustomer(input: { id: "1" }) { id } }' })?.targets).toEqual([
      { email: null, accountId: null, more: null },
    ]);
  });

  it.each([
    'addUserToGroup',
    'addMembersToGroup',
    'moveUserToGroup',
    'putPeopleInSite',
    'addPeopleToSpace',
    'makeAdmin',
    'addAdmins',
    'promoteToOrgAdmin',
    'addOwner',
    'setSiteOwner',
    'restoreUser',
    'reactivateUsers',
    'reinviteUser',
    'restoreAccess',
  ])('gives somebody something: %s', (name) => {
    for (const user of ['5b10ac8d82e05b22cc7d4ef5', 'eve outside', 'eve@outside.example']) {
      expect(all({ query: `mutation { ${name}(user: "${user}") { ok } }` })).toContain('invite');
      expect(all({ extensions: { persistedQuery }, operationName: name, variables: { user } })).toContain('invite');
    }
  });

  it('counts for nothing where an address is given to it', () => {
    const emails = ['eve@outside.example'];
    expect(persisted({ operationName: 'CreateThing', variables: { emails } })).toBe('invite');
    expect(persisted({ variables: { emails } })).toBe('invite');
    expect(persisted({ documentId: 'abc', variables: { emails } })).toBe('invite');
    expect(persisted({ operationName: 'userByEmailQuery', variables: { emails } })).toBeNull();
    expect(persisted({ operationName: 'searchUsers', variables: { emails } })).toBeNull();
    for (const field of ['emailsToInvite', 'identifiers', 'identifier', 'usersToAdd'])
      expect(
        send({ query: 'mutation M($i: I!) { createThing(input: $i) { id } }', variables: { i: { [field]: emails } } })
          ?.intent,
      ).toBe('invite');
    expect(
      send({
        query: 'mutation M($i: I!) { createThing(input: $i) { id } }',
        variables: { i: { comment: { content: [{ label: 'eve@x.example' }] }, link: 'mailto:eve@x.example' } },
      }),
    ).toBeNull();
  });
});

describe('the text of an operation', () => {
  it('is read whatever it is', () => {
    expect(readGraphql('}}} mutation { a( ]')).toMatchObject({ isMutation: true, called: ['a'], steps: ['a', 'a'] });
    expect(readGraphql('mutation { a(x: "eve')).toMatchObject({
      isMutation: true,
      names: ['mutation', 'a', 'x', 'eve'],
    });
    expect(readGraphql('mutation { a(x: {y: ["1", {z: 2}]}) }').literals).toEqual([
      { mutation: { a: { x: { y: ['1', { z: '2' }] } } } },
    ]);
  });

  it('costs no more for a variable that is given a thousand times', () => {
    const calls = Array.from({ length: 3000 }, (_, n) => `a${n}: addPeople(emails: $e) { ok }`).join(' ');
    const e = Array.from({ length: 3000 }, (_, n) => `p${n}@x.example`);
    const busyMs = processorTime();
    expect(send({ query: `mutation($e: [String]) { ${calls} }`, variables: { e } })?.targets).toHaveLength(3000);
    expect(busyMs()).toBeLessThan(10_000);
  });

  it('costs no more for a long text that is given to many', () => {
    const calls = Array.from({ length: 400 }, (_, n) => `invite${n}Users(emails: $e) { ok }`).join(' ');
    const busyMs = processorTime();
    const act = send({ query: `mutation($e: String) { ${calls} }`, variables: { e: 'eve ray, '.repeat(3000) } });
    expect(act?.targets).toContainEqual({ email: null, accountId: null, more: null });
    expect(busyMs()).toBeLessThan(20_000);
  });

  it('stands for no more people than anybody reads, whatever is given a variable', () => {
    const calls = Array.from({ length: 3000 }, (_, n) => `add${n}People(emails: $e) { ok }`).join(' ');
    const e = Array.from({ length: 200 }, (_, n) => `p${n}@x.example`);
    expect(send({ query: `mutation($e: [String]) { ${calls} }`, variables: { e } })?.targets).toEqual([
      { email: null, accountId: null, more: null },
    ]);
  });

  it.each<[string, string, unknown]>([
    ['operations of an address', 'query=mutation{a}&', { variables: {} }],
    ['names in an address', 'operationName=InviteUsers&', { id: 'x', variables: {} }],
  ])('costs no more for many %s beside a batch, which may be anything', (_, inAddress, operation) => {
    const busyMs = processorTime();
    expect(
      all(
        Array.from({ length: 8000 }, () => operation),
        `?${inAddress.repeat(400)}`,
      ),
    ).toEqual(anything);
    expect(busyMs()).toBeLessThan(5000);
  });

  it('costs about as much as it is long, whatever its fields are called', () => {
    const busyMs = processorTime();
    const long = 'a'.repeat(100_000);
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 'x']));
    const query = 'mutation M($i: I!) { inviteUsers(emails: $e) { ok } }';
    for (const i of [{ [long]: fields }, { [long]: Object.values(fields) }])
      expect(send({ query, variables: { i, e: ['liam@x.example'] } })?.intent).toBe('invite');
    expect(busyMs()).toBeLessThan(15_000);
  });

  it('is one of a few beside those of its address', () => {
    const add = `?query=${encodeURIComponent('mutation($e: [String]) { addPeople(emails: $e) { ok } }')}`;
    const batch = [{ variables: { e: ['eve@x.example'] } }, { variables: { e: ['kim@x.example'] } }];
    expect(all(batch, add)).toEqual(['invite']);
  });

  it('has one type for a variable, however much is written there', () => {
    expect(readGraphql('mutation m($i: [A B C], $j: D!) { f(i: $i, j: $j) }').typesOf).toEqual(
      new Map([['f', ['A', 'D']]]),
    );
  });

  it('costs about as much as it is long', () => {
    const busyMs = processorTime();
    for (const text of [
      '{'.repeat(500_000),
      '"'.repeat(500_000),
      '"\\"'.repeat(150_000),
      `"""${'\\"""'.repeat(100_000)}`,
      '"""'.repeat(200_000),
      '#'.repeat(500_000),
      'a:'.repeat(300_000),
    ])
      expect(readGraphql(text).isMutation).toBe(false);
    expect(busyMs()).toBeLessThan(20_000);
  });
});

/** Milliseconds that this process is busy from now on: the clock's would count what else the machine does. */
function processorTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
