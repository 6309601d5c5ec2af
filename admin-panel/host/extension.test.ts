// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { extensionHost } from './extension.ts';

const session = { serviceUrl: 'https://gatehouse.example', accessToken: 'token' };
const answering = (answers: Record<string, unknown>) => {
  const sendMessage = vi.fn(async ({ kind }: { kind: string }) => answers[kind]);
  vi.stubGlobal('chrome', { runtime: { sendMessage } });
  return sendMessage;
};
const refused = (error: string) => ({ ok: false, error, message: `because ${error}` });

describe('the panel as a page of the extension', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('calls the service with the background’s session', async () => {
    answering({ session: { ok: true, value: session } });
    const fetched = vi.fn(async (_url: URL, _init: RequestInit) => new Response('{}'));
    vi.stubGlobal('fetch', fetched);
    await extensionHost().send('/api/v1/me', { headers: { accept: 'application/json' } });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(String(url)).toBe('https://gatehouse.example/api/v1/me');
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer token');
  });

  it.each([
    ['no session', { ok: true, value: null }],
    ['a refusal', refused('not-signed-in')],
  ])('%s is "signed out", and calls come back as 401', async (_name, answer) => {
    answering({ session: answer });
    expect(await extensionHost().restoreSession()).toEqual({ state: 'signed-out' });
    const response = await extensionHost().send('/api/v1/me', {});
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'not-signed-in' });
  });

  it('shows the background’s words when it cannot answer, and rejects a sign-in with them', async () => {
    answering({ session: refused('not-configured'), signIn: refused('unreachable') });
    expect(await extensionHost().restoreSession()).toEqual({ state: 'failed', message: 'because not-configured' });
    await expect(extensionHost().signIn?.()).rejects.toThrow('because unreachable');
  });
});
