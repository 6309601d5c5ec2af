import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityProvider, startIdentityProvider } from '../../mocks/identity-provider/provider.ts';

const redirect = 'http://127.0.0.1:9/callback';
let provider: IdentityProvider;
let client: oidc.Configuration;

beforeAll(async () => {
  provider = await startIdentityProvider({
    clients: [{ client_id: 'gatehouse', client_secret: 'secret-of-the-test', redirect_uris: [redirect] }],
  });
  client = await oidc.discovery(new URL(provider.issuer), 'gatehouse', 'secret-of-the-test', undefined, {
    execute: [oidc.allowInsecureRequests],
  });
});
afterAll(() => provider.close());

/**
 * Follows redirects by hand, keeping cookies in `jar`, as a browser would; stops at the client's address. With `choose`
 * null the login page must not appear.
 */
async function browse(start: URL, choose: string | null, jar = new Map<string, string>()): Promise<URL> {
  const go = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  let url = start;
  for (let hop = 0; hop < 10; hop++) {
    if (url.href.startsWith(redirect)) return url;
    let response = await go(url);
    if (response.status === 200) {
      const page = await response.text();
      if (choose === null) throw new Error('asked to sign in');
      expect(page).toContain('Sign in as Emma Berg — employee');
      expect(page).not.toMatch(/https?:|<script|type="password"/);
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
      response = await go(url, { method: 'POST', body: new URLSearchParams({ account: choose }) });
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
  }
  throw new Error('too many redirects');
}

describe('the identity provider', () => {
  it('signs in with a code and PKCE and says name, e-mail and groups', async () => {
    const verifier = oidc.randomPKCECodeVerifier();
    const nonce = oidc.randomNonce();
    const start = oidc.buildAuthorizationUrl(client, {
      redirect_uri: redirect,
      scope: 'openid email profile groups',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: 's1',
      nonce,
    });
    const back = await browse(start, 'idp|ravi.shah');
    const tokens = await oidc.authorizationCodeGrant(client, back, {
      pkceCodeVerifier: verifier,
      expectedState: 's1',
      expectedNonce: nonce,
    });
    expect(tokens.claims()).toMatchObject({
      sub: 'idp|ravi.shah',
      name: 'Ravi Shah',
      email: 'ravi.shah@acme.example',
      email_verified: true,
      groups: ['everyone', 'gatehouse-reviewers'],
    });
  });

  it('refuses to start without PKCE', async () => {
    const start = oidc.buildAuthorizationUrl(client, { redirect_uri: redirect, scope: 'openid', state: 's2' });
    const back = await browse(start, 'idp|ravi.shah');
    expect(back.searchParams.get('error')).toBe('invalid_request');
  });

  it('refuses an address that is not registered, and people it does not know', async () => {
    const elsewhere = oidc.buildAuthorizationUrl(client, {
      redirect_uri: 'http://evil.example/',
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    expect((await fetch(elsewhere, { redirect: 'manual' })).status).toBe(400);
    const verifier = oidc.randomPKCECodeVerifier();
    const start = oidc.buildAuthorizationUrl(client, {
      redirect_uri: redirect,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    await expect(browse(start, 'idp|nobody')).rejects.toThrow('400');
  });

  it('keeps people signed in, asks again when the client wants that', async () => {
    const jar = new Map<string, string>();
    const to = async (more: Record<string, string> = {}) =>
      oidc.buildAuthorizationUrl(client, {
        redirect_uri: redirect,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()),
        code_challenge_method: 'S256',
        ...more,
      });
    await browse(await to(), 'idp|emma.berg', jar);
    expect((await browse(await to(), null, jar)).searchParams.has('code')).toBe(true);
    await expect(browse(await to({ prompt: 'login' }), null, jar)).rejects.toThrow('asked to sign in');
    expect((await browse(await to({ prompt: 'login' }), 'idp|emma.berg', jar)).searchParams.has('code')).toBe(true);
  });

  it('keeps keys and sign-ins over a restart when it has a folder', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'provider-'));
    const clients = [{ client_id: 'c', client_secret: 'secret-of-the-test', redirect_uris: [redirect] }];
    const first = await startIdentityProvider({ clients, dir });
    const port = Number(new URL(first.issuer).port);
    const keys = async () => (await fetch(`${first.issuer}/jwks`)).json();
    const before = await keys();
    const jar = new Map<string, string>();
    const start = new URL(
      `${first.issuer}/auth?${new URLSearchParams({
        client_id: 'c',
        response_type: 'code',
        redirect_uri: redirect,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()),
        code_challenge_method: 'S256',
      })}`,
    );
    await browse(start, 'idp|emma.berg', jar);
    await first.close();
    const second = await startIdentityProvider({ clients, dir, port });
    try {
      expect(await keys()).toEqual(before);
      expect((await browse(start, null, jar)).searchParams.has('code')).toBe(true);
    } finally {
      await second.close();
      await rm(dir, { recursive: true });
    }
  });
});
