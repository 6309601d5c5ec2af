import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { openDatabase } from '../../service/adapters/sql/open.ts';
import { Client } from './service-client.ts';
import { spawnService, startServiceProcess } from './service-process.ts';
import { freePort, people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await startServiceStage({ inProcess: false });
});
afterAll(() => stage.close());

const run = async (env: Record<string, string>, args: readonly string[] = []) => {
  const service = spawnService(env, args);
  const code = await service.exited;
  return { code, stderr: service.stderr(), stdout: service.stdout() };
};

describe('a service that cannot start', () => {
  it('names every fault of its configuration and ends with 78', async () => {
    const { code, stderr } = await run({ GATEHOUSE_PORT: 'x' });
    expect(code).toBe(78);
    for (const name of ['GATEHOUSE_PORT', 'GATEHOUSE_ORG_ID', 'GATEHOUSE_OIDC_ISSUER', '--help'])
      expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('names the port that is taken and ends with 69, with the data untouched', async () => {
    const holder = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
    const { code, stderr } = await run({ ...stage.env, GATEHOUSE_PORT: String(port) });
    holder.close();
    expect(code).toBe(69);
    expect(stderr.trim().split('\n')).toEqual([
      `Port ${port} on 127.0.0.1 is already in use. Stop what uses it (perhaps another Gatehouse), or set GATEHOUSE_PORT to a free port.`,
    ]);
  });

  it('names the data folder that it cannot use and ends with 78', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-')), 'file');
    writeFileSync(file, '');
    // Nobody can make a folder in these, root included.
    for (const folder of [join(file, 'data'), '/proc/gatehouse']) {
      const { code, stderr } = await run({ ...stage.env, GATEHOUSE_DATA_DIR: folder });
      expect(code).toBe(78);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(`The data folder ${folder} cannot be used`);
      expect(stderr).toContain('GATEHOUSE_DATA_DIR');
    }
  });

  it('names a data file that is no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
    writeFileSync(
      join(folder, 'gatehouse.sqlite'),
      'this is no database, and it is long enough to be read as one'.repeat(20),
    );
    const { code, stderr } = await run({ ...stage.env, GATEHOUSE_DATA_DIR: folder });
    expect(code).toBe(78);
    expect(stderr).toContain(folder);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('prints its settings when asked', async () => {
    const { code, stdout } = await run({}, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('GATEHOUSE_GROUP_MAP');
  });
});

describe('a service that runs', () => {
  it('logs JSON without addresses or tokens, drains on SIGTERM within five seconds, and keeps sessions', async () => {
    const first = await startServiceProcess(stage.env);
    const emma = await Client.signIn(stage.url, people.emma.name);
    await until(async () => (await stage.stranger().health()).status === 'ok');
    await emma.ask();
    const stream = await (await Client.signIn(stage.url, people.ravi.name)).send('/api/v1/events');
    expect(stream.status).toBe(200);
    const startedAt = Date.now();
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(5000);

    const lines = first
      .stdout()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['directory read', 'request', 'draining', 'stopped']),
    );
    expect(lines.some(({ msg }) => msg === `listening on ${stage.url}`)).toBe(true);
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'request', route: '/api/v1/requests', method: 'POST', status: 201 }),
    );
    expect(first.stdout()).not.toMatch(/@acme\.example|code=/);
    for (const secret of [
      emma.token ?? '',
      stage.env.GATEHOUSE_ORG_API_KEY ?? '',
      stage.env.GATEHOUSE_OIDC_CLIENT_SECRET ?? '',
    ])
      expect(first.stdout()).not.toContain(secret);

    const second = await startServiceProcess(stage.env);
    expect((await emma.fetch(routes.getMe, {})).name).toBe(people.emma.name);
    second.child.kill('SIGINT');
    expect(await second.exited).toBe(0);
  });

  it('works while the identity provider is away, and says so to who signs in', async () => {
    const service = await startServiceProcess({
      ...stage.env,
      GATEHOUSE_OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
    });
    const query = new URLSearchParams({
      client_id: 'panel',
      redirect_uri: `${stage.url}/signed-in`,
      state: 's',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const answer = await stage.stranger().send(`/api/v1/auth/authorize?${query}`);
    expect(answer.headers.get('location')).toBe(`${stage.url}/signed-in?error=temporarily_unavailable&state=s`);
    service.child.kill('SIGTERM');
    expect(await service.exited).toBe(0);
  });
});

describe('the database', () => {
  it('comes from nothing, and opening it again changes nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
    const schema = async () => {
      await (await openDatabase(folder)).close();
      const db = new DatabaseSync(join(folder, 'gatehouse.sqlite'));
      const rows = db.prepare("select name, sql from sqlite_master where name not like 'sqlite%' order by name").all();
      const { journal_mode: mode } = db.prepare('pragma journal_mode').get() as { journal_mode: string };
      db.close();
      return { rows, mode };
    };
    const first = await schema();
    expect(first.mode).toBe('wal');
    expect(first.rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['accounts', 'requests', 'audit', 'grant_jobs']),
    );
    expect(await schema()).toEqual(first);
    // Every table of ours starts its key with the organization.
    for (const { name, sql } of first.rows)
      if (String(sql).startsWith('create table') && !String(name).startsWith('kysely'))
        expect(String(sql), String(name)).toMatch(/org_id text not null primary key|primary key \(org_id/);
  });
});
