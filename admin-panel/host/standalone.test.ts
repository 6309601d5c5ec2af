// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepPending, keepToken, readToken } from './session-storage.ts';
import { standaloneHost } from './standalone.ts';

/** happy-dom lets a test say where the page is. */
const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
const arriveAt = (address: string) => happyDOM.setURL(`http://127.0.0.1:8787${address}`);
const session = {
  access_token: 'token',
  token_type: 'Bearer',
  expires_in: 60,
  me: {
    subject: 's',
    accountId: null,
    name: 'Ravi',
    email: 'r@acme.example',
    roles: ['reviewer'],
    organization: { orgId: 'o', name: 'Acme' },
  },
};

describe('signing in at the service', () => {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => Response.json(session));
  beforeEach(() => {
    sessionStorage.clear();
    fetched.mockClear();
    vi.stubGlobal('fetch', fetched);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('exchanges the code with the verifier, keeps the session and cleans the address', async () => {
    keepPending({ state: 'mine', verifier: 'v'.repeat(43), returnTo: '#/people' });
    arriveAt('/signed-in?code=one-time&state=mine');
    expect(await standaloneHost().restoreSession()).toEqual({ state: 'signed-in' });
    const [path, init] = fetched.mock.calls[0] ?? [];
    expect(path).toBe('/api/v1/auth/token');
    expect(JSON.parse(String(init?.body))).toMatchObject({
      client_id: 'panel',
      code: 'one-time',
      code_verifier: 'v'.repeat(43),
      redirect_uri: 'http://127.0.0.1:8787/signed-in',
    });
    expect(readToken()).toBe('token');
    expect(location.href).toBe('http://127.0.0.1:8787/#/people');
  });

  it.each([
    ['another state', '/signed-in?code=one-time&state=theirs'],
    ['no sign-in under way', '/signed-in?code=one-time&state=mine'],
  ])('never exchanges a code that came with %s', async (name, address) => {
    if (name === 'another state') keepPending({ state: 'mine', verifier: 'v'.repeat(43), returnTo: '' });
    arriveAt(address);
    expect(await standaloneHost().restoreSession()).toMatchObject({ state: 'failed' });
    expect(fetched).not.toHaveBeenCalled();
    expect(readToken()).toBeNull();
  });

  it('sends the token while it lasts and no longer', async () => {
    arriveAt('/');
    keepToken('token', 60);
    await standaloneHost().send('/api/v1/me', {});
    keepToken('token', -1);
    await standaloneHost().send('/api/v1/me', {});
    const sent = fetched.mock.calls.map(([, init]) => new Headers(init.headers).get('authorization'));
    expect(sent).toEqual(['Bearer token', null]);
    expect(await standaloneHost().restoreSession()).toEqual({ state: 'signed-out' });
  });
});
