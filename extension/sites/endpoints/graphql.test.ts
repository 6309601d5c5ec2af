import { describe, expect, it } from 'vitest';
import { classifyCall } from '../endpoints.ts';
import { readGraphql } from './graphql-text.ts';

const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const send = (body: unknown) =>
  classifyCall({
    method: 'POST',
    url: new URL('https://acme.atlassian.net/gateway/api/graphql'),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
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
    ['query a { b } mutation c { newThing(emails: ["eve@x.example"]) }', ['invite', 'eve@x.example']],
  ])('is an act: %s', (query, does) => expect(doing(query)).toEqual(does));

  it('is an act when its variables name somebody by address, whatever it is called', () => {
    const query = 'mutation x($input: NewThingInput!) { newThing(input: $input) { id } }';
    expect(doing(query, { input: { users: [{ email: 'eve@x.example' }] } })).toEqual(['invite', 'eve@x.example']);
    expect(doing(query, '{"input":{"emails":["eve at x.example"]}}')).toEqual(['invite', 'eve at x.example']);
    expect(doing(query, { input: { users: [liam], assignee: { accountId: liam } } })).toBeNull();
    expect(doing(query, { input: { userId: 'me', comment: 'Ask eve@x.example' } })).toBeNull();
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
    ['query { mutation(emails: ["eve@x.example"]) }', {}],
    ['query q { adminInvite(emails: ["eve@x.example"]) } # mutation', {}],
    ['subscription { adminInvite(emails: ["eve@x.example"]) }', {}],
    ['{ find(note: "mutation adminInvite") }', {}],
  ])('is harmless: %s', (query, variables) => expect(doing(query, variables)).toBeNull());
});

describe('without a text', () => {
  const persisted = (input: unknown) => send({ id: 'persisted', variables: { input } })?.intent ?? null;
  it('is what the shape of its variables says', () => {
    expect(persisted({ users: [{ email: 'a@x.example' }], groupIds: ['g'] })).toBe('invite');
    expect(persisted({ users: [liam], groupIds: ['g'] })).toBeNull();
    expect(persisted({ users: [liam], groupIds: ['g'], resourceRole: [] })).toBe('invite');
    expect(persisted({ emails: ['a@x.example'], entityId: '1' })).toBeNull();
    expect(persisted({ emails: ['a@x.example'], entityId: '1', shareType: 'SHARE_PAGE' })).toBe(
      'share-with-new-person',
    );
  });

  it('an empty batch does nothing', () => expect(send([])).toBeNull());
});

describe('the text of an operation', () => {
  it('is read whatever it is', () => {
    expect(readGraphql('}}} mutation { a( ]')).toMatchObject({ isMutation: true, called: ['a'] });
    expect(readGraphql('mutation { a(x: "eve')).toMatchObject({
      isMutation: true,
      names: ['mutation', 'a', 'x', 'eve'],
    });
    expect(readGraphql('mutation { a(x: {y: ["1", {z: 2}]}) }').literals).toEqual([
      { mutation: { a: { x: { y: ['1', { z: '2' }] } } } },
    ]);
  });

  it('costs about as much as it is long', () => {
    const start = performance.now();
    for (const text of [
      '{'.repeat(500_000),
      '"'.repeat(500_000),
      '"""'.repeat(200_000),
      '#'.repeat(500_000),
      'a:'.repeat(300_000),
    ])
      expect(readGraphql(text).isMutation).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
