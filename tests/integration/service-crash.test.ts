import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { Client } from './service-client.ts';
import { killHard, type ServiceProcess, startServiceProcess } from './service-process.ts';
import { people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
let service: ServiceProcess;
const ready = () =>
  until(async () => (await stage.stranger().health()).checks.find(({ name }) => name === 'directory')?.ok === true);

beforeAll(async () => {
  stage = await startServiceStage({ inProcess: false });
  service = await startServiceProcess(stage.env);
  await ready();
});
afterEach(() => stage.cloud.faults.clear());
afterAll(async () => {
  await killHard(service);
  await stage.close();
});

const restart = async () => {
  await killHard(service);
  service = await startServiceProcess(stage.env);
};

describe('kill -9', () => {
  it('between asking and the answer leaves the request there once, whatever the moment', async () => {
    const emma = await Client.signIn(stage.url, people.emma.name);
    const ravi = await Client.signIn(stage.url, people.ravi.name);
    for (const delay of [0, 1, 2, 4, 8]) {
      const key = randomUUID();
      const target = { email: `crash-${delay}@outside.example`, accountId: null };
      const wish = { intent: 'invite' as const, targets: [target] as never };
      const lost = emma.ask(wish, key).catch((error: unknown) => error);
      await new Promise((done) => setTimeout(done, delay));
      await restart();
      await lost;
      const { request } = await emma.ask(wish, key);
      const { requests } = await ravi.fetch(routes.listRequests, { query: { state: 'all', limit: 200 } });
      expect(requests.filter((found) => found.targets[0]?.email === target.email)).toHaveLength(1);
      expect(requests[0]?.id).toBe(request.id);
    }
    expect(await ravi.fetch(routes.verifyAudit, {})).toMatchObject({ ok: true });
  });

  it('in the middle of a grant ends in the access given once', async () => {
    const emma = await Client.signIn(stage.url, people.emma.name);
    const ravi = await Client.signIn(stage.url, people.ravi.name);
    const email = 'mid.grant@outside.example';
    const { request } = await emma.ask({ intent: 'invite', targets: [{ email, accountId: null }] as never });
    const params = { id: request.id };
    const invited = () =>
      stage.cloud.log.list().filter(({ path, method }) => method === 'POST' && path.endsWith('/users/invite'));
    const before = invited().length;
    const decided = ravi.approve(request.id).catch((error: unknown) => error);
    // The moment the invitation reaches Atlassian, before the service can have noted the answer.
    await until(async () => invited().length > before);
    await killHard(service);
    await decided;
    expect(stage.cloud.store.state.accounts.filter((account) => account.email === email)).toHaveLength(1);

    const startedAt = Date.now();
    service = await startServiceProcess(stage.env);
    await until(async () => (await ravi.fetch(routes.getRequest, { params })).request.state === 'granted');
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(invited()).toHaveLength(before + 1);
    expect(stage.cloud.store.state.accounts.filter((account) => account.email === email)).toHaveLength(1);
    const { history } = await ravi.fetch(routes.getRequest, { params });
    expect(history.filter(({ event }) => event.type === 'grant.finished')).toHaveLength(1);
    expect(await ravi.fetch(routes.verifyAudit, {})).toMatchObject({ ok: true });
  });

  it('while a grant waits for Atlassian keeps the time it has to wait for', async () => {
    const emma = await Client.signIn(stage.url, people.emma.name);
    const ravi = await Client.signIn(stage.url, people.ravi.name);
    stage.cloud.faults.add({
      method: 'POST',
      pathPattern: 'memberships',
      status: 429,
      headers: { 'retry-after': '3' },
      times: 1,
    });
    const { request } = await emma.ask({
      intent: 'add-to-project',
      targets: [{ email: null, accountId: people.noor.accountId }] as never,
    });
    const params = { id: request.id };
    await ravi.approve(request.id);
    const current = async () => (await ravi.fetch(routes.getRequest, { params })).request;
    await until(async () => (await current()).grant.nextAttemptAt !== null);
    const { grant } = await current();
    await restart();
    expect((await current()).grant).toEqual(grant);
    await until(async () => (await current()).state === 'granted');
    expect(Date.parse((await current()).updatedAt)).toBeGreaterThanOrEqual(Date.parse(grant.nextAttemptAt ?? ''));
  });
});
