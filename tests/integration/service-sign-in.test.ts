import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { EXTENSION_ID } from '../../extension/manifest.ts';
import { Client, codeFor } from './service-client.ts';
import { organization, people, type ServiceStage, startServiceStage } from './service-stage.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await startServiceStage({ env: { GATEHOUSE_BOOTSTRAP_ADMIN: 'Liam.Chen@acme.example' } });
});
afterAll(() => stage.close());

const authorize = (over: Record<string, string> = {}) =>
  stage.stranger().send(
    `/api/v1/auth/authorize?${new URLSearchParams({
      client_id: 'panel',
      redirect_uri: `${stage.url}/signed-in`,
      state: 's',
      code_challenge: createHash('sha256').update('x'.repeat(43)).digest('base64url'),
      code_challenge_method: 'S256',
      ...over,
    })}`,
  );
const exchange = (over: object) =>
  stage.stranger().post('/api/v1/auth/token', {
    grant_type: 'authorization_code',
    client_id: 'panel',
    redirect_uri: `${stage.url}/signed-in`,
    code: 'x',
    code_verifier: 'x'.repeat(43),
    ...over,
  });

describe('signing in', () => {
  it('ends in a session that knows the person, their account and their roles', async () => {
    const me = await (await stage.as('ravi')).fetch(routes.getMe, {});
    expect(me).toMatchObject({
      name: people.ravi.name,
      email: people.ravi.email,
      accountId: people.ravi.accountId,
      roles: ['reviewer', 'member'],
      organization: { orgId: organization.orgId, name: 'Acme' },
    });
    expect((await (await stage.as('emma')).fetch(routes.getMe, {})).roles).toEqual(['member']);
    expect((await (await stage.as('olga')).fetch(routes.getMe, {})).roles).toEqual(['auditor', 'member']);
  });

  it('gives the state back and a code that works once', async () => {
    const { code, verifier, address } = await codeFor(stage.url, people.emma.name);
    expect(address.searchParams.get('state')).toBe('state-of-the-client');
    expect((await exchange({ code, code_verifier: verifier })).status).toBe(200);
    const again = await exchange({ code, code_verifier: verifier });
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({ code: 'sign-in-failed' });
  });

  it('refuses a code without its verifier, for another client or another address', async () => {
    for (const wrong of [
      { code_verifier: randomBytes(32).toString('base64url') },
      { client_id: 'extension' },
      { redirect_uri: `https://${EXTENSION_ID}.chromiumapp.org/` },
    ]) {
      const { code, verifier } = await codeFor(stage.url, people.emma.name);
      const answer = await exchange({ code, code_verifier: verifier, ...wrong });
      expect(answer.status, JSON.stringify(wrong)).toBe(400);
    }
  });

  it('sends the browser to addresses of ours only', async () => {
    expect((await authorize()).status).toBe(302);
    const extension = { client_id: 'extension', redirect_uri: `https://${EXTENSION_ID}.chromiumapp.org/` };
    expect((await authorize(extension)).status).toBe(302);
    for (const wrong of [
      { redirect_uri: 'https://evil.example/' },
      { redirect_uri: `${stage.url}/signed-in/../x` },
      { ...extension, client_id: 'panel' },
      { client_id: 'other' },
      { code_challenge_method: 'plain' },
      { code_challenge: 'short' },
    ]) {
      const answer = await authorize(wrong);
      expect(answer.status, JSON.stringify(wrong)).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('shows a browser a page that says what to do, and no program of anybody’s', async () => {
    const answer = await stage.stranger().send('/api/v1/auth/callback?state=%3Cscript%3E', {
      headers: { accept: 'text/html,application/xhtml+xml' },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const page = await answer.text();
    expect(page).toContain('Start again');
    expect(page).not.toContain('<script');
  });

  it('asks again who it is when the client wants that', async () => {
    const location = async (over: Record<string, string>) =>
      new URL((await authorize(over)).headers.get('location') ?? '').searchParams.get('prompt');
    expect(await location({})).toBeNull();
    expect(await location({ prompt: 'login' })).toBe('login');
  });

  it('sends somebody back whom the provider refused, and does not know a return it never started', async () => {
    const location = new URL((await authorize()).headers.get('location') ?? '');
    const state = location.searchParams.get('state') ?? '';
    const refused = await stage.stranger().send(`/api/v1/auth/callback?error=access_denied&state=${state}`);
    const back = new URL(refused.headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe(`${stage.url}/signed-in`);
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 's' });

    const replay = await stage.stranger().send(`/api/v1/auth/callback?error=access_denied&state=${state}`);
    expect(replay.status).toBe(400);
    expect(await replay.json()).toMatchObject({ code: 'sign-in-failed' });
  });

  it('ends with signing out, and the session survives a restart until then', async () => {
    const client = await Client.signIn(stage.url, people.olga.name);
    await stage.restart();
    expect((await client.fetch(routes.getMe, {})).name).toBe(people.olga.name);
    await client.fetch(routes.signOut, {});
    const after = await client.send('/api/v1/me');
    expect(after.status).toBe(401);
    expect(after.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('makes the named person an admin until somebody of the admin group has been here', async () => {
    const liam = await Client.signIn(stage.url, people.liam.name);
    expect((await liam.fetch(routes.getMe, {})).roles).toEqual(['admin', 'member']);
    const { entries } = await liam.fetch(routes.listAudit, { query: { type: 'admin.bootstrapped' } });
    expect(entries[0]?.event).toMatchObject({ actor: { name: people.liam.name } });

    expect((await (await stage.as('ada')).fetch(routes.getMe, {})).roles).toContain('admin');
    const later = await Client.signIn(stage.url, people.liam.name);
    expect((await later.fetch(routes.getMe, {})).roles).toEqual(['member']);
  });
});
