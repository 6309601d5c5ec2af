import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { handlers } from './handlers.ts';

afterEach(() => vi.unstubAllGlobals());

it('signs in also when the policy cannot be read then, and tells open pages', async () => {
  const { fake, sent } = installFakeBrowser();
  await fake.storage.local.set({ serviceUrl: 'https://gatehouse.example.com' });
  fake.identity.launchWebAuthFlow = async ({ url }) =>
    `https://self.chromiumapp.org/?code=one-time&state=${new URL(url).searchParams.get('state')}`;
  const me = {
    subject: 'emma',
    accountId: null,
    name: 'Emma Berg',
    email: 'emma@acme.example',
    roles: ['member'],
    organization: { orgId: 'o', name: 'Acme' },
  };
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.endsWith('/auth/token'))
      return Response.json({ access_token: 'secret', token_type: 'Bearer', expires_in: 3600, me });
    throw new TypeError('Failed to fetch');
  });
  expect(await handlers.signIn({}, { frame: null } as never)).toEqual({ me });
  expect((await handlers.state({}, { frame: null } as never)).me).toEqual(me);
  expect(sent).toContainEqual(expect.objectContaining({ notice: 'session-changed' }));
});
