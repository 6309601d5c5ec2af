import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cloudHandlers } from '../../mocks/cloud/cloud-handlers.ts';
import { people } from '../../mocks/cloud/seed.ts';
import { openStore } from '../../mocks/cloud/store.ts';

const main = fileURLToPath(new URL('../../mocks/server/main.ts', import.meta.url));
const Ready = z.object({ httpsPort: z.number(), controlUrl: z.string(), caFile: z.string(), issuer: z.string() });

describe('the fake as a process', () => {
  it('says where it is, answers, and ends on SIGTERM', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'fake-process-'));
    const ports = ['https', 'proxy', 'control', 'idp'].map((name) => `--${name}-port=0`);
    const child = spawn(process.execPath, [main, ...ports, `--cert-dir=${dir}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const [line] = await Promise.race([
      new Promise<[string]>((resolve) => createInterface(child.stdout).once('line', (text) => resolve([text]))),
      ended.then((code) => Promise.reject(new Error(`ended with ${code}`))),
    ]);
    const ready = Ready.parse(JSON.parse(line));
    expect(await readFile(ready.caFile, 'utf8')).toContain('BEGIN CERTIFICATE');
    const summary = await (await fetch(`${ready.controlUrl}/state/summary`)).json();
    expect(summary).toMatchObject({
      seats: expect.arrayContaining([expect.objectContaining({ used: 98, seats: 100 })]),
    });
    const discovery = await (await fetch(`${ready.issuer}/.well-known/openid-configuration`)).json();
    expect(discovery).toMatchObject({ issuer: ready.issuer, code_challenge_methods_supported: ['S256'] });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await rm(dir, { recursive: true });
  });

  it('refuses arguments it does not understand', async () => {
    const child = spawn(process.execPath, [main, '--https-port=many'], { stdio: 'ignore' });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
  });
});

describe('the handlers inside a process, without a server', () => {
  const store = openStore();
  const server = setupServer(...cloudHandlers(store));
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterAll(() => server.close());

  it('answer ordinary fetch calls and change the state', async () => {
    const answer = await fetch('https://acme.atlassian.net/gateway/api/invitations/invite', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `cloud.session.token=${people.emma.accountId}` },
      body: JSON.stringify({
        users: [{ email: 'nina.new@outside.example' }],
        resources: [`ari:cloud:jira-software::site/${store.state.sites[0]?.cloudId}`],
      }),
    });
    expect(answer.status).toBe(200);
    expect(store.state.accounts.some(({ email }) => email === 'nina.new@outside.example')).toBe(true);
  });
});
