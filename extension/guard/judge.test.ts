import { describe, expect, it, vi } from 'vitest';
import * as endpoints from '../sites/endpoints.ts';
import { judge } from './judge.ts';

vi.mock('../sites/endpoints.ts', async (original) => {
  const real = await original<typeof endpoints>();
  return { ...real, classifyCall: vi.fn(real.classifyCall) };
});

const site = 'https://acme.atlassian.net';
const held = (path: string, body: string | null, { plain = path, unreadable = false } = {}) =>
  judge({ method: 'POST', url: `${site}${path}`, plain: `${site}${plain}`, body, unreadable });
const json = JSON.stringify;
const nobody = [{ email: null, accountId: null, more: null }];

it('an address in an odd spelling is what its plain spelling is, people included', () => {
  const body = json({ users: [{ email: 'a@b.example' }] });
  const plain = '/gateway/api/Invitations/invite';
  expect(held('/gateway/api//Invitations/%69nvite', body, { plain })).toMatchObject({
    intent: 'invite',
    targets: [{ email: 'a@b.example', accountId: null }],
  });
});

it.each([
  ['/gateway/api/share', 'share-with-new-person'],
  ['/gateway/api/graphql', 'invite'],
  ['/cgraphql', 'share-with-new-person'],
])('%s: a body that cannot be read is an act on unknown people', (path, intent) => {
  const act = { intent, targets: nobody };
  expect(held(path, null, { unreadable: true })).toMatchObject(act);
  for (const body of [null, '', '{ not json', '"x"', '[1]', json({ operations: '{}' })])
    expect(held(path, body), String(body)).toMatchObject(act);
});

it('a body that was read and names nobody new is harmless', () => {
  expect(held('/gateway/api/share', json({ recipients: [{ type: 'group', id: 'g' }] }))).toBeNull();
  expect(held('/gateway/api/graphql', json({ query: 'mutation { comment }' }))).toBeNull();
  expect(held('/gateway/api/graphql', json([{ id: 'x', variables: {} }]))).toBeNull();
  expect(held('/gateway/api/graphql', '[]')).toBeNull();
});

it.each([
  ['/gateway/api/share', 'share-with-new-person'],
  ['/gateway/api/invitations/invite', 'invite'],
])('%s: a text that reading itself fails at is an act on unknown people, and said', (path, intent) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.mocked(endpoints.classifyCall).mockImplementationOnce(() => {
    throw new Error('broken');
  });
  expect(held(path, json({ recipients: [] }))).toMatchObject({ intent, targets: nobody });
  expect(said).toHaveBeenCalledOnce();
});

it('an address that fails by itself is nobody’s to judge', () => {
  vi.mocked(endpoints.classifyCall).mockImplementationOnce(() => {
    throw new Error('broken');
  });
  expect(() => held('/gateway/api/share', null)).toThrow('broken');
});

describe('with a file beside what was read', () => {
  const withFile = (path: string, body: unknown, hasFile = true) => {
    const url = `${site}${path}`;
    return judge({ method: 'POST', url, plain: url, body: json(body), unreadable: false, hasFile });
  };
  const liam = { email: 'liam@acme.example', accountId: null };
  const upload = (operation: object) => ({ operations: json(operation), map: '{"0":["variables.file"]}' });

  it.each<[string, string, object]>([
    ['an invitation', '/gateway/api/invitations/invite', { emails: ['liam@acme.example'] }],
    [
      'an upload that invites',
      '/gateway/api/graphql',
      upload({
        query: 'mutation M($file: Upload) { inviteUsers(emails: ["liam@acme.example"], file: $file) { ok } }',
        variables: { file: null },
      }),
    ],
    [
      'a share with a new person',
      '/gateway/api/share',
      { recipients: [{ type: 'user', id: '', email: 'liam@acme.example' }] },
    ],
  ])('%s is for whom it names and for others', (_, path, body) => {
    expect(withFile(path, body)?.targets).toEqual([liam, ...nobody]);
    expect(withFile(path, body, false)?.targets).toEqual([liam]);
  });

  it('a share with nobody new, or a request for access, may be for others', () => {
    const share = { recipients: [{ type: 'group', id: 'g' }] };
    expect(withFile('/gateway/api/share', share, false)).toBeNull();
    expect(withFile('/gateway/api/share', share)?.targets).toEqual(nobody);
    const ask = '/gateway/api/invitations/v1/access-requests/bulk/request';
    expect(withFile(ask, { accessMode: 'REQUEST' }, false)?.targets).toEqual([]);
    expect(withFile(ask, { accessMode: 'REQUEST' })?.targets).toEqual(nobody);
  });

  it('nobody knows its app', () => {
    const path = '/gateway/api/invitations/invite';
    expect(withFile(path, { emails: ['liam@acme.example'] })?.product).toBeNull();
    expect(withFile(path, { emails: ['liam@acme.example'], productKey: 'loom' })?.product).toBe('loom');
  });

  it('an upload that gives nobody anything is harmless', () => {
    for (const name of ['uploadAttachment', 'importIssues', 'updateUserAvatar'])
      expect(
        withFile(
          '/gateway/api/graphql',
          upload({
            query: `mutation M($file: Upload!) { ${name}(issueId: "1", file: $file) { ok } }`,
            variables: { file: null },
          }),
        ),
      ).toBeNull();
  });

  it.each(['importUsers', 'uploadMembersFromCsv', 'bulkAddPeople'])('is who gets something by %s', (name) => {
    const query = `mutation M($file: Upload!) { ${name}(file: $file) { ok } }`;
    const variables = { file: null };
    expect(withFile('/gateway/api/graphql', upload({ query, variables }))).toMatchObject({
      intent: 'invite',
      targets: expect.arrayContaining(nobody),
    });
    expect(withFile('/gateway/api/graphql', upload({ operationName: name, extensions: {}, variables }))).toMatchObject({
      intent: 'invite',
      targets: expect.arrayContaining(nobody),
    });
  });
});
