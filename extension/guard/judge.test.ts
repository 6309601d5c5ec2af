import { expect, it, vi } from 'vitest';
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
