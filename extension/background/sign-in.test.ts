import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { currentSession } from './session.ts';
import { keepServiceUrl } from './settings.ts';
import { codeFrom, signIn } from './sign-in.ts';

const service = 'https://gatehouse.example.com';
const me = {
  subject: 'emma',
  accountId: null,
  name: 'Emma Berg',
  email: 'emma.berg@acme.example',
  roles: ['member'],
  organization: { orgId: 'org', name: 'Acme' },
};

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(async () => {
  browser = installFakeBrowser();
  await keepServiceUrl(service);
});

describe('signing in', () => {
  it('proves with PKCE that the one who asked is the one who exchanges', async () => {
    let asked = new URL(service);
    browser.fake.identity.launchWebAuthFlow = async ({ url }) => {
      asked = new URL(url);
      return `https://self.chromiumapp.org/?code=one-time&state=${asked.searchParams.get('state')}`;
    };
    const fetched = vi
      .spyOn(globalThis, 'fetch')
      .mockResolvedValue(Response.json({ access_token: 'secret', token_type: 'Bearer', expires_in: 3600, me }));

    expect(await signIn()).toEqual(me);

    expect(asked.origin + asked.pathname).toBe(`${service}/api/v1/auth/authorize`);
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    const body = JSON.parse(String(fetched.mock.calls[0]?.[1]?.body)) as { code: string; code_verifier: string };
    expect(body.code).toBe('one-time');
    expect(body.code_verifier).toMatch(/^[\w-]{43}$/);
    expect(createHash('sha256').update(body.code_verifier).digest('base64url')).toBe(
      asked.searchParams.get('code_challenge'),
    );
    expect((await currentSession(service, Date.now()))?.accessToken).toBe('secret');
    expect(await currentSession(service, Date.now() + 3_601_000)).toBeNull();
    expect(await currentSession('https://other.example.com', Date.now())).toBeNull();
    // Content scripts of Firefox read extension storage.
    const { local, session } = browser.fake.storage;
    expect(JSON.stringify([...local.items, ...session.items])).not.toContain('secret');
  });

  it('says what to do when the window was closed, the answer is somebody else’s, or the service refused', () => {
    const back = (query: string) => `https://self.chromiumapp.org/?${query}`;
    expect(() => codeFrom(null, 's')).toThrow(/not finished/);
    expect(() => codeFrom(back('code=x&state=other'), 's')).toThrow(/does not belong/);
    expect(() =>
      codeFrom(back('error=access_denied&error_description=You+are+not+in+the+directory.&state=s'), 's'),
    ).toThrow('You are not in the directory.');
    expect(codeFrom(back('code=x&state=s'), 's')).toBe('x');
  });
});
