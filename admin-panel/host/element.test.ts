import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryDrafts } from './drafts.ts';
import { elementHost, type TokenProvider } from './element.ts';
import { memoryHistory } from './memory-history.ts';

const hostOf = (token: TokenProvider) =>
  elementHost({
    service: new URL('https://gatehouse.example.com'),
    token,
    locale: 'en',
    history: memoryHistory(),
    drafts: memoryDrafts(),
  });

/** A service that takes one session; answers with the sessions it was shown. */
function serviceTaking(session: string): string[] {
  const shown: string[] = [];
  vi.stubGlobal('fetch', async (address: URL, init: RequestInit) => {
    expect(address.href).toBe('https://gatehouse.example.com/api/v1/me');
    const bearer = new Headers(init.headers).get('authorization') ?? 'nobody';
    shown.push(bearer);
    return new Response(null, { status: bearer === `Bearer ${session}` ? 200 : 401 });
  });
  return shown;
}

const ask = (host: ReturnType<typeof hostOf>) =>
  host.send('/api/v1/me', { method: 'GET' }).then(({ status }) => status);

describe('the panel in a page of somebody else’s', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('goes on with a new session when the service refuses the one before', async () => {
    const shown = serviceTaking('new');
    let session = 'old';
    const token = vi.fn(async (refused: string | null) => {
      if (refused === session) session = 'new';
      return session;
    });
    const host = hostOf(token);
    expect(await ask(host)).toBe(200);
    expect(await ask(host)).toBe(200);
    expect(shown).toEqual(['Bearer old', 'Bearer new', 'Bearer new']);
  });

  it('asks once, and leaves it to the person when there is no other', async () => {
    const shown = serviceTaking('new');
    const token = vi.fn(async (_: string | null) => 'old');
    const host = hostOf(token);
    expect(await ask(host)).toBe(401);
    expect(shown).toEqual(['Bearer old']);
    await host.signIn?.();
    expect(token.mock.calls).toEqual([[null], ['old'], ['old']]);
  });

  it('calls without a session when nobody is signed in, and says so to whoever wants to be', async () => {
    const shown = serviceTaking('new');
    const host = hostOf(async () => null);
    expect(await host.restoreSession()).toEqual({ state: 'signed-out' });
    expect(await ask(host)).toBe(401);
    expect(shown).toEqual(['nobody']);
    await expect(host.signIn?.()).rejects.toThrow('Sign in to the page');
  });

  it('says that the page could not say who is signed in, and reports why', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const cause = new Error('of the page');
    const host = hostOf(() => Promise.reject(cause));
    expect((await host.restoreSession()).state).toBe('failed');
    expect(reported).toHaveBeenCalledWith(cause);
  });
});
