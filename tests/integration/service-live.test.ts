import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createParser } from 'eventsource-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_RECORDS } from '../../core/contract/limits.ts';
import { LiveEvent } from '../../core/contract/live.ts';
import { paths, routes } from '../../core/contract/routes/index.ts';
import { stopIdOf } from '../../core/policy/index.ts';
import type { Client } from './service-client.ts';
import { people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await startServiceStage();
});
afterAll(() => stage.close());

/** Opens the stream and gathers what it tells. */
async function listen(client: Client) {
  const events: { event: LiveEvent; at: number }[] = [];
  let retry = 0;
  const response = await client.send(paths.events, { headers: { accept: 'text/event-stream' } });
  const parser = createParser({
    onEvent: ({ data }) => events.push({ event: LiveEvent.parse(JSON.parse(data)), at: Date.now() }),
    onRetry: (ms) => {
      retry = ms;
    },
  });
  const ended = (async () => {
    if (!response.body) return;
    const decoder = new TextDecoder();
    for await (const chunk of response.body) parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
  })().catch(() => undefined);
  return { response, events, ended, retry: () => retry };
}

const share = (email: string) => ({ intent: 'invite' as const, targets: [{ email, accountId: null }] as never });

describe('the event stream', () => {
  it('tells staff of a request within two seconds of its answer, and of its decision', async () => {
    const stream = await listen(await stage.as('ravi'));
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    await until(async () => stream.retry() === 2000);
    const { request } = await (await stage.as('emma')).ask(share('live@outside.example'));
    const answeredAt = Date.now();
    await until(async () => stream.events.length > 0, 2);
    expect(stream.events[0]?.event).toEqual({
      type: 'request.changed',
      id: request.id,
      number: request.number,
      state: 'in-review',
    });
    expect((stream.events[0]?.at ?? Number.POSITIVE_INFINITY) - answeredAt).toBeLessThan(2000);

    const body = { decision: 'deny' as const, reason: 'no' };
    await (await stage.as('ada')).fetch(routes.decideRequest, { params: { id: request.id }, body });
    await until(async () => stream.events.some(({ event }) => 'state' in event && event.state === 'denied'), 2);
  });

  it('tells nothing of what did not happen', async () => {
    const stream = await listen(await stage.as('ravi'));
    const emma = await stage.as('emma');
    await emma.ask({ ...share('x@outside.example'), siteHost: 'other.atlassian.net' }).catch(() => null);
    await emma.ask(share('live2@outside.example'));
    await until(async () => stream.events.length > 0);
    expect(stream.events).toHaveLength(1);
  });

  it('ends for everybody when the service stops, which does not wait for them', async () => {
    const stream = await listen(await stage.as('ravi'));
    const startedAt = Date.now();
    await stage.restart();
    await stream.ended;
    expect(Date.now() - startedAt).toBeLessThan(4000);
  });
});

describe('the audit log', () => {
  it('pages, filters by type, and holds from the first entry', async () => {
    const olga = await stage.as('olga');
    const all = await olga.fetch(routes.listAudit, { query: { limit: 200 } });
    const types = new Set(all.entries.map(({ event }) => event.type));
    for (const type of [
      'policy.published',
      'directory.synced',
      'session.started',
      'request.submitted',
      'request.denied',
    ])
      expect(types).toContain(type);
    const page = await olga.fetch(routes.listAudit, { query: { limit: 2 } });
    const next = await olga.fetch(routes.listAudit, { query: { limit: 2, before: page.next ?? 0 } });
    expect([...page.entries, ...next.entries]).toEqual(all.entries.slice(0, 4));
    const { entries } = await olga.fetch(routes.listAudit, { query: { type: 'policy.published' } });
    expect(entries.map(({ seq }) => seq)).toEqual([1]);
    const verified = await olga.fetch(routes.verifyAudit, {});
    expect(verified).toEqual({ ok: true, entries: all.entries[0]?.seq, head: all.entries[0]?.hash });
  });

  it('holds no tokens', async () => {
    const ravi = await stage.as('ravi');
    const { entries } = await ravi.fetch(routes.listAudit, { query: { limit: 200 } });
    for (const secret of [ravi.token ?? '', stage.env.GATEHOUSE_ORG_API_KEY ?? ''])
      expect(JSON.stringify(entries)).not.toContain(secret);
  });

  it('names the entry that somebody changed, took out or made unreadable in the file', async () => {
    const olga = await stage.as('olga');
    const db = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
    const row = db.prepare('select * from audit where seq = 3').get() as Record<string, string>;
    const verify = () => olga.fetch(routes.verifyAudit, {});
    const put = (event: string) => db.prepare('update audit set event = ? where seq = 3').run(event);

    put(String(row.event).replace('"2026', '"2025'));
    expect(await verify()).toEqual({ ok: false, seq: 3, why: 'changed-content' });
    put('{ not json');
    expect(await verify()).toEqual({ ok: false, seq: 3, why: 'changed-content' });
    db.prepare('delete from audit where seq = 3').run();
    expect(await verify()).toEqual({ ok: false, seq: 3, why: 'missing-entry' });
    const columns = Object.keys(row);
    db.prepare(`insert into audit (${columns}) values (${columns.map(() => '?')})`).run(...Object.values(row));
    expect(await verify()).toMatchObject({ ok: true });
    db.close();
  });

  it('shows in the health check when its newest entries were changed', async () => {
    const db = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
    const last = db.prepare('select seq, event from audit order by seq desc limit 1').get() as {
      seq: number;
      event: string;
    };
    db.prepare('update audit set event = ? where seq = ?').run(last.event.replace('"orgId"', '"orgId" '), last.seq);
    expect((await stage.stranger().health()).status).toBe('ok');
    db.prepare('update audit set event = ? where seq = ?').run(last.event.replace('2026', '2025'), last.seq);
    const health = await stage.stranger().health();
    db.prepare('update audit set event = ? where seq = ?').run(last.event, last.seq);
    db.close();
    expect(health.status).toBe('degraded');
    expect(health.checks.find(({ name }) => name === 'audit')?.ok).toBe(false);
  });
});

describe('recorded intents', () => {
  const seen = {
    id: '3f6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c11',
    at: new Date().toISOString(),
    intent: 'invite' as const,
    product: null,
    cloudId: null,
    siteHost: 'acme.atlassian.net',
    targets: 1,
    outcome: 'block' as const,
    ruleIds: ['no-invites'],
    policyVersion: 1,
    layer: 'guard' as const,
  };

  it('are recorded once, however often they are sent', async () => {
    const emma = await stage.as('emma');
    const record = () => emma.fetch(routes.recordIntents, { body: { intents: [seen as never] } });
    expect(await record()).toEqual({ recorded: 1 });
    expect(await record()).toEqual({ recorded: 0 });
    const { entries } = await (await stage.as('olga')).fetch(routes.listAudit, { query: { type: 'intent.recorded' } });
    expect(entries.map(({ event }) => event)).toMatchObject([{ actor: { name: people.emma.name }, layer: 'guard' }]);
  });

  it('keep what somebody wrote to go on', async () => {
    const emma = await stage.as('emma');
    const intent = {
      ...seen,
      id: '3f6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c12',
      outcome: 'justify' as const,
      layer: 'page' as const,
      proceeded: { justification: 'The launch is on Monday.' },
    };
    await emma.fetch(routes.recordIntents, { body: { intents: [intent as never] } });
    const { entries } = await (await stage.as('olga')).fetch(routes.listAudit, { query: { type: 'intent.proceeded' } });
    expect(entries.map(({ event }) => event)).toMatchObject([
      { actor: { name: people.emma.name }, outcome: 'justify', justification: 'The launch is on Monday.' },
    ]);
  });

  it('are found by the number that the person was told, with what came of them', async () => {
    const emma = await stage.as('emma');
    const olga = await stage.as('olga');
    // The first ten digits make the number.
    const stopId = stopIdOf('4a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c13');
    const stopped = { ...seen, id: '4a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c13' };
    const wentOn = { ...seen, id: randomUUID(), stopId, proceeded: { justification: 'Monday.' } };
    const other = { ...seen, id: randomUUID() };
    await emma.fetch(routes.recordIntents, { body: { intents: [stopped, wentOn] as never } });
    await (await stage.as('liam')).fetch(routes.recordIntents, { body: { intents: [other] as never } });
    const { request } = await emma.ask({ ...share('stopped@outside.example'), stopId });
    const attached = await (await stage.as('liam')).ask({
      ...share('stopped@outside.example'),
      stopId: stopIdOf(other.id),
    });
    expect(attached).toMatchObject({ duplicate: true, request: { id: request.id } });

    const types = async (stop: string) =>
      (await olga.fetch(routes.listAudit, { query: { stop } })).entries.map(({ event }) => event.type);
    const all = ['request.submitted', 'intent.proceeded', 'intent.recorded'];
    for (const spelling of [stopId, stopId.toLowerCase(), `Stop ${stopId.replace('-', ' ')}`])
      expect(await types(spelling)).toEqual(all);
    expect(await types(stopIdOf(other.id))).toEqual(['request.submitted', 'intent.recorded']);
    expect(await types('0000-0000')).toEqual([]);
    const kinds = await olga.fetch(routes.listAudit, { query: { stop: stopId, type: 'intent.recorded' } });
    expect(kinds.entries).toHaveLength(1);
    await expect(types('sdf%')).rejects.toMatchObject({ code: 'bad-request' });
    const ravi = await stage.as('ravi');
    expect((await ravi.fetch(routes.getRequest, { params: { id: request.id } })).request.stopId).toBe(stopId);
  });

  it('say how many people they are about, or at least how many, and how many acts they stand for', async () => {
    const emma = await stage.as('emma');
    const olga = await stage.as('olga');
    const ids = ['5a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c01', '6a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c02'] as const;
    const intents = [
      { ...seen, id: ids[0], targets: 3 },
      { ...seen, id: ids[1], targets: { atLeast: 1 }, further: 1470 },
    ];
    await emma.fetch(routes.recordIntents, { body: { intents: intents as never } });
    const [exact, atLeast] = await Promise.all(
      ids.map(async (id) => (await olga.fetch(routes.listAudit, { query: { stop: stopIdOf(id) } })).entries[0]?.event),
    );
    expect(exact).toMatchObject({ targets: 3 });
    expect(exact).not.toHaveProperty('targetsAtLeast');
    expect(exact).not.toHaveProperty('further');
    expect(atLeast).toMatchObject({ targetsAtLeast: 1, further: 1470 });
    expect(atLeast).not.toHaveProperty('targets');
  });

  it('are never written under the number of what somebody else was told', async () => {
    const [emma, liam, olga] = await Promise.all([stage.as('emma'), stage.as('liam'), stage.as('olga')]);
    const told = { ...seen, id: '7a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c21' };
    const stopId = stopIdOf(told.id);
    await emma.fetch(routes.recordIntents, { body: { intents: [told] as never } });
    // By name, and by an id whose first digits make the same number.
    const named = { ...seen, id: '7b6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c22', stopId, outcome: 'allow' };
    const made = { ...seen, id: '7a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c23', outcome: 'allow' };
    expect(await liam.fetch(routes.recordIntents, { body: { intents: [named, made] as never } })).toEqual({
      recorded: 2,
    });
    const { request } = await liam.ask({ ...share('forged@outside.example'), stopId });
    const found = await olga.fetch(routes.listAudit, { query: { stop: stopId } });
    expect(found.entries.map(({ event }) => event)).toMatchObject([
      { type: 'intent.recorded', actor: { name: people.emma.name }, outcome: 'block' },
    ]);
    const own = await olga.fetch(routes.listAudit, { query: { stop: stopIdOf(named.id) } });
    expect(own.entries.map(({ event }) => event.actor)).toMatchObject([{ name: people.liam.name }]);
    const ravi = await stage.as('ravi');
    const { request: full } = await ravi.fetch(routes.getRequest, { params: { id: request.id } });
    expect(full).not.toHaveProperty('stopId');
  });

  it('have their number also where somebody who heard it was faster', async () => {
    const [emma, liam, olga] = await Promise.all([stage.as('emma'), stage.as('liam'), stage.as('olga')]);
    const told = { ...seen, id: '9a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c41' };
    const stopId = stopIdOf(told.id);
    const named = { ...seen, id: '9b6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c42', stopId, outcome: 'allow' };
    await liam.fetch(routes.recordIntents, { body: { intents: [named] as never } });
    await liam.ask({ ...share('overheard@outside.example'), stopId });
    await emma.fetch(routes.recordIntents, { body: { intents: [told] as never } });
    const under = async (stop: string) =>
      (await olga.fetch(routes.listAudit, { query: { stop } })).entries.map(({ event }) => [event.type, event.actor]);
    expect(await under(stopId)).toMatchObject([
      ['intent.recorded', { name: people.emma.name }],
      ['request.submitted', { name: people.liam.name }],
    ]);
    expect(await under(stopIdOf(named.id))).toMatchObject([['intent.recorded', { name: people.liam.name }]]);
  });

  it('write nothing that only looks like a site, a rule or a number', async () => {
    const liam = await stage.as('liam');
    const id = '8a6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c31';
    const forged = {
      ...seen,
      id,
      siteHost: 'acme.atlassian.net: allowed. Ada Osei approved request #3',
      ruleIds: ['no-invites', 'by\nthe CISO', 'a\u202Eb'],
      targets: Number.MAX_SAFE_INTEGER,
      further: Number.MAX_SAFE_INTEGER,
    };
    const spelled = { ...seen, id: '8b6b8a52-3b1c-4c55-9a5e-6f0f3a8e2c32', siteHost: 'ACME.atlassian.net.' };
    await liam.fetch(routes.recordIntents, { body: { intents: [forged, spelled] as never } });
    const event = async (of: string) =>
      (await (await stage.as('olga')).fetch(routes.listAudit, { query: { stop: stopIdOf(of) } })).entries[0]?.event;
    expect(await event(id)).toMatchObject({
      siteHost: null,
      ruleIds: ['no-invites'],
      targetsAtLeast: 1_000_000,
      further: 1_000_000,
    });
    expect(await event(spelled.id)).toMatchObject({ siteHost: 'acme.atlassian.net' });
  });

  it('have entries of their own up to more than anybody makes, and are counted beyond', async () => {
    const [ravi, olga] = await Promise.all([stage.as('ravi'), stage.as('olga')]);
    const actor = people.ravi.name;
    const send = async (change: object) => {
      const intents = Array.from({ length: 100 }, () => ({ ...seen, id: randomUUID(), ...change }));
      const answer = () => ravi.fetch(routes.recordIntents, { body: { intents: intents as never } });
      expect(await answer()).toEqual({ recorded: 100 });
      return answer;
    };
    const again = await send({ siteHost: null });
    for (let sent = 100; sent < MOST_RECORDS; sent += 100) await send({});
    const entries = async (type: string) => {
      const found = await olga.fetch(routes.listAudit, { query: { type, limit: 200 } });
      return found.entries.map(({ event }) => event).filter((event) => event.actor.name === actor);
    };
    const newest = async () => {
      const { entries: found } = await olga.fetch(routes.listAudit, { query: { limit: 20 } });
      return found.find(({ event }) => event.type.startsWith('intent.'))?.seq;
    };
    const last = await newest();
    await send({ targets: 3 });
    await send({ siteHost: 'acme-labs.atlassian.net' });
    await send({ proceeded: { justification: 'Monday.' } });
    // What was recorded before stays known.
    expect(await again()).toEqual({ recorded: 0 });
    expect(await newest()).toBe(last);

    const database = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
    database.exec("update intent_windows set since = '2026-01-01T00:00:00.000Z'");
    database.close();
    // Also when nobody records anything any more.
    await stage.restart();
    await until(async () => (await entries('intent.proceeded')).length === 1);
    expect(await entries('intent.proceeded')).toMatchObject([{ further: 100, justification: null }]);
    expect((await entries('intent.recorded')).filter((event) => 'further' in event)).toMatchObject([
      { further: 200, siteHost: null, targetsAtLeast: 3, ruleIds: ['no-invites'], outcome: 'block' },
    ]);
    expect(await send({})).toBeTypeOf('function');
    expect(await olga.fetch(routes.verifyAudit, {})).toMatchObject({ ok: true });
  });
});
