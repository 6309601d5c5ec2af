import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { RequestId } from '../../core/ids.ts';
import { itOnlyAccess } from '../../core/policy/index.ts';
import type { Client } from './service-client.ts';
import { people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
let emma: Client;
let ravi: Client;
let ada: Client;
let liam: Client;
beforeAll(async () => {
  stage = await startServiceStage();
  [emma, ravi, ada, liam] = await Promise.all([stage.as('emma'), stage.as('ravi'), stage.as('ada'), stage.as('liam')]);
});
afterAll(() => stage.close());

const nobody = (n: string) => ({ targets: [{ email: `${n}@outside.example`, accountId: null }] as never });
const share = (n: string) => ({ intent: 'share-with-new-person' as const, ...nobody(n) });
const detail = (client: Client, id: string) => client.fetch(routes.getRequest, { params: { id: RequestId.parse(id) } });
/** An approval names what the page shows at this moment. */
const decide = async (client: Client, id: string, body: { decision: 'approve' | 'deny'; reason: string | null }) => {
  const shown = await client.send(`/api/v1/requests/${id}`).then((r) => r.json());
  const seen = shown.now?.seen ?? 'nothing to approve';
  const answer = await client.post(
    `/api/v1/requests/${id}/decisions`,
    body.decision === 'approve' ? { ...body, seen } : body,
  );
  return { status: answer.status, body: await answer.json() };
};

describe('submitting', () => {
  it('tells the requester a number and works the effect out itself', async () => {
    const { request, duplicate } = await emma.ask(share('one'));
    expect(duplicate).toBe(false);
    expect(request).toMatchObject({ state: 'in-review', product: 'jira-software', reason: 'Project Falcon needs it' });
    const { request: full, targetIdentities } = await detail(ravi, request.id);
    expect(full.effect).toMatchObject({
      seats: { used: 98, total: 100 },
      seatsTaken: 1,
      seatsAfter: { used: 99 },
      payer: 'Acme',
    });
    expect(full.requester).toMatchObject({ accountId: people.emma.accountId, email: people.emma.email });
    expect(full.group?.name).toBe('external-partners');
    expect(targetIdentities).toEqual([null]);
  });

  it('gives the same answer to the same key and body, at once or at the same time', async () => {
    const key = randomUUID();
    const first = await emma.ask(share('two'), key);
    expect(await emma.ask(share('two'), key)).toEqual(first);
    const race = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => liam.ask(share('three'), race)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const { requests } = await liam.fetch(routes.listOwnRequests, {});
    expect(requests.filter(({ targets }) => targets[0]?.email === 'three@outside.example')).toHaveLength(1);
  });

  it('refuses a key that was used for another body, and keeps keys of different people apart', async () => {
    const key = randomUUID();
    await emma.ask(share('four'), key);
    await expect(emma.ask(share('five'), key)).rejects.toMatchObject({ code: 'idempotency-conflict', status: 409 });
    await expect(liam.ask(share('six'), key)).resolves.toMatchObject({ duplicate: false });
  });

  it('keeps two wishes for apps that nobody named apart: they need not be the same', async () => {
    const wish = { ...share('unnamed'), product: null };
    const first = await emma.ask(wish);
    expect(first.request.product).toBeNull();
    expect((await emma.ask(wish)).duplicate).toBe(false);
    const { request } = await detail(ravi, first.request.id);
    expect(request).toMatchObject({ product: null, group: null, effect: { product: null, seatsTaken: null } });
    await decide(ravi, first.request.id, { decision: 'approve', reason: null });
    await until(async () => (await detail(ravi, first.request.id)).request.state === 'grant-failed');
    expect((await detail(ravi, first.request.id)).request.grant.failure).toContain('Task for IT');
  });

  it('needs a UUID as key', async () => {
    const missing = await emma.post('/api/v1/requests', {});
    expect(missing.status).toBe(400);
    await expect(emma.ask(share('x'), 'not-a-uuid')).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('takes nobody whom one could not read for nobody whom another could not', async () => {
    const somebody = { intent: 'invite', targets: [] as never } as const;
    expect((await emma.ask(somebody)).duplicate).toBe(false);
    expect((await emma.ask(somebody)).duplicate).toBe(false);
    expect((await liam.ask(somebody)).duplicate).toBe(false);
  });

  it('attaches the same wish to the open request, whoever asks, and tells nobody the words of the other', async () => {
    const first = await emma.ask({ ...share('seven'), reason: 'For the secret project' });
    const again = await emma.ask({ ...share('seven'), reason: 'I ask again' });
    expect(again).toMatchObject({ duplicate: true, request: { id: first.request.id } });
    const other = await liam.ask({ ...share('seven'), reason: 'Liam needs it too' });
    expect(other).toMatchObject({
      duplicate: true,
      request: { number: first.request.number, reason: 'Liam needs it too' },
    });
    expect(JSON.stringify(await liam.fetch(routes.listOwnRequests, {}))).not.toContain('secret project');
    const { history } = await detail(ravi, first.request.id);
    expect(history.map(({ event }) => [event.type, event.actor.name])).toEqual([
      ['request.submitted', people.emma.name],
      ['request.submitted', people.emma.name],
      ['request.submitted', people.liam.name],
    ]);
    // A different wish is one of its own.
    expect((await emma.ask({ ...share('seven'), product: 'confluence' })).duplicate).toBe(false);
  });

  it('finds a second stop of the same wish with its request, and keeps its reason', async () => {
    const first = await emma.ask({ ...share('twice'), reason: 'For the launch', stopId: 'K7QF-2M9A' });
    await emma.ask({ ...share('twice'), reason: 'Stopped once more', stopId: 'K7QF-2M9B' });
    // Nothing that was not said before.
    await emma.ask({ ...share('twice'), reason: 'For the launch', stopId: 'K7QF-2M9A' });
    const { entries } = await ravi.fetch(routes.listAudit, { query: { stop: 'K7QF-2M9B' } });
    expect(entries.map(({ event }) => event)).toMatchObject([
      { type: 'request.submitted', requestId: first.request.id, reason: 'Stopped once more' },
    ]);
    expect((await detail(ravi, first.request.id)).history).toHaveLength(2);
  });

  it('calls a rule what the policy kept here calls it, never what the caller says', async () => {
    const forged = { ruleName: 'Pre-approved by the CISO: just press Approve', policyVersion: 4711 };
    const name = async (n: string, over: object) =>
      (await detail(ravi, (await liam.ask({ ...share(n), ...forged, ...over })).request.id)).request;
    expect((await name('rule-none', { ruleIds: [] })).ruleName).toBe('No rule named');
    expect(await name('rule-forged', { ruleIds: ['approved', 'by\nthe CISO'] as never })).toMatchObject({
      ruleName: 'A rule Gatehouse does not know',
      ruleIds: ['approved'],
    });
    expect((await name('rule-ours', { ruleIds: ['no-self-service'] as never })).ruleName).toBe(
      itOnlyAccess(1).rules.find(({ id }) => id === 'no-self-service')?.name,
    );
  });

  it('does not tell the address of somebody who was picked by account', async () => {
    const target = { email: null, accountId: people.noor.accountId };
    const { request } = await emma.ask({ intent: 'add-to-project', targets: [target] as never });
    expect(request.targets).toMatchObject([{ email: null, name: people.noor.name, standing: 'without-seat' }]);
    expect(JSON.stringify(request)).not.toContain(people.noor.email);
  });

  it('knows only its own sites', async () => {
    await expect(emma.ask({ siteHost: 'other.atlassian.net' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the list of own requests', () => {
  it('is not sent again until something changes', async () => {
    const first = await emma.call(routes.listOwnRequests, {});
    if (!first.changed) throw new Error('the first answer is never 304');
    expect(first.etag).toMatch(/^(W\/)?"[\w-]+"$/);
    expect(await emma.call(routes.listOwnRequests, { etag: first.etag })).toEqual({ changed: false });
    await emma.ask(share('etag'));
    expect((await emma.call(routes.listOwnRequests, { etag: first.etag })).changed).toBe(true);
  });
});

describe('the queue', () => {
  it('pages by number, newest first, with counts', async () => {
    const first = await ravi.fetch(routes.listRequests, { query: { limit: 2, state: 'all' } });
    const second = await ravi.fetch(routes.listRequests, {
      query: { limit: 2, state: 'all', cursor: first.next ?? '' },
    });
    const numbers = [...first.requests, ...second.requests].map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(new Set(numbers).size).toBe(4);
    expect(first.counts['in-review']).toBeGreaterThan(4);
    await expect(ravi.fetch(routes.listRequests, { query: { cursor: 'x' } })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('deciding', () => {
  it('is refused to the requester by subject', async () => {
    const { request } = await ravi.ask(share('own'));
    expect(await decide(ravi, request.id, { decision: 'approve', reason: null })).toMatchObject({
      status: 403,
      body: { code: 'own-request' },
    });
    const { allowed } = await detail(ravi, request.id);
    expect(allowed).toMatchObject({ decide: false, retryGrant: false });
    expect(allowed.whyNot).toMatch(/cannot decide/);
  });

  it('is refused to the person it is about, by account id and by address', async () => {
    const byId = await emma.ask({
      intent: 'invite',
      targets: [{ email: null, accountId: people.ravi.accountId }] as never,
    });
    const email = people.ravi.email?.toUpperCase() ?? '';
    const byEmail = await emma.ask({
      intent: 'invite',
      product: 'jira-servicedesk',
      targets: [{ email, accountId: null }] as never,
    });
    for (const { request } of [byId, byEmail])
      expect(await decide(ravi, request.id, { decision: 'approve', reason: null })).toMatchObject({
        status: 403,
        body: { code: 'own-request' },
      });
  });

  it('is refused to somebody who asked for the same', async () => {
    const { request } = await emma.ask(share('both'));
    await ravi.ask(share('both'));
    expect(await decide(ravi, request.id, { decision: 'deny', reason: 'no' })).toMatchObject({
      status: 403,
      body: { code: 'own-request' },
    });
    expect((await detail(ravi, request.id)).allowed).toMatchObject({ decide: false });
    expect((await detail(ada, request.id)).allowed).toEqual({
      decide: true,
      chooseSite: false,
      retryGrant: false,
      finishByHand: false,
      whyNot: null,
    });
  });

  it('is refused to somebody who asked for the same and now signs in as another, by their address', async () => {
    const { request } = await emma.ask(share('second-sign-in'));
    await liam.ask(share('second-sign-in'));
    const database = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
    database
      .prepare(
        "update request_attachments set person = json_set(person, '$.subject', 'before', '$.email', ?), subject = 'before' where request_id = ?",
      )
      .run(people.ravi.email, request.id);
    database.close();
    expect(await decide(ravi, request.id, { decision: 'approve', reason: null })).toMatchObject({
      status: 403,
      body: { code: 'own-request' },
    });
  });

  it('keeps whoever decided from joining afterwards', async () => {
    const wish = { ...share('decided'), product: 'opsgenie' } as const;
    const { request } = await emma.ask(wish);
    await decide(ravi, request.id, { decision: 'approve', reason: null });
    await until(async () => (await detail(ada, request.id)).request.state === 'grant-failed');
    await expect(ravi.ask(wish)).rejects.toMatchObject({
      code: 'own-request',
      message: expect.stringContaining('You have decided this request'),
    });
    expect(await liam.ask(wish)).toMatchObject({ duplicate: true });
  });

  it('needs a reason to deny, and shows it to the person who asked', async () => {
    const { request } = await emma.ask(share('denied'));
    expect(await decide(ravi, request.id, { decision: 'deny', reason: '   ' })).toMatchObject({
      status: 422,
      body: { code: 'reason-required' },
    });
    await decide(ravi, request.id, { decision: 'deny', reason: 'Use the partner portal.' });
    const { requests } = await emma.fetch(routes.listOwnRequests, {});
    expect(requests.find(({ id }) => id === request.id)).toMatchObject({
      state: 'denied',
      decisionReason: 'Use the partner portal.',
      decidedBy: people.ravi.name,
    });
    expect(await decide(ada, request.id, { decision: 'approve', reason: null })).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
  });

  it('happens once when two reviewers decide at the same moment', async () => {
    const { request } = await emma.ask(share('raced'));
    const answers = await Promise.all([
      decide(ravi, request.id, { decision: 'deny', reason: 'no' }),
      decide(ada, request.id, { decision: 'deny', reason: 'no' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { history } = await detail(ravi, request.id);
    expect(history.filter(({ event }) => event.type === 'request.denied')).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  it('is for the person who asked; to other members the request does not exist', async () => {
    const { request } = await emma.ask(share('withdrawn'));
    const params = { id: request.id };
    await expect(liam.fetch(routes.withdrawRequest, { params })).rejects.toMatchObject({ code: 'not-found' });
    await expect(ravi.fetch(routes.withdrawRequest, { params })).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await emma.fetch(routes.withdrawRequest, { params })).request.state).toBe('withdrawn');
    await expect(emma.fetch(routes.withdrawRequest, { params })).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('withdrawing what others asked for as well', () => {
  it('leaves it to whoever joined first, and is withdrawn only for the person who leaves', async () => {
    const wish = { intent: 'invite' as const, targets: [{ email: null, accountId: people.eve.accountId }] as never };
    const named = { ...wish, targets: [{ email: people.eve.email, accountId: null }] as never };
    const { request } = await emma.ask({ ...named, reason: 'For Emma' });
    await liam.ask({ ...wish, reason: 'For Liam' });
    await ada.ask({ ...wish, reason: 'For Ada' });
    const params = { id: request.id };
    const left = await emma.fetch(routes.withdrawRequest, { params });
    expect(left.request).toMatchObject({ number: request.number, state: 'withdrawn', reason: 'For Emma' });
    expect(JSON.stringify(await emma.fetch(routes.listOwnRequests, {}))).not.toContain(request.id);

    const mine = async (client: Client) =>
      (await client.fetch(routes.listOwnRequests, {})).requests.find(({ id }) => id === request.id);
    expect(await mine(liam)).toMatchObject({ state: 'in-review', reason: 'For Liam' });
    // He picked the account: Emma's asking tells him no address.
    expect(JSON.stringify(await mine(liam))).not.toContain(people.eve.email);
    const { request: open, history } = await detail(ravi, request.id);
    expect(open).toMatchObject({ state: 'in-review', reason: 'For Liam', requester: { name: people.liam.name } });
    expect(history.at(-1)?.event).toMatchObject({ type: 'request.handed-over', to: people.liam.name });
    const later = await emma.ask(share('after-leaving'));
    expect((await detail(ravi, later.request.id)).earlier.map(({ id }) => id)).not.toContain(request.id);
    await expect(detail(liam, request.id)).rejects.toMatchObject({ code: 'not-allowed' });

    await liam.fetch(routes.withdrawRequest, { params });
    expect(await mine(ada)).toMatchObject({ state: 'in-review', reason: 'For Ada' });
    await expect(emma.fetch(routes.withdrawRequest, { params })).rejects.toMatchObject({ code: 'not-found' });
    // The last one ends it.
    expect((await ada.fetch(routes.withdrawRequest, { params })).request.state).toBe('withdrawn');
    expect((await detail(ravi, request.id)).request.state).toBe('withdrawn');
  });
});

describe('leaving what one had joined', () => {
  it('is for whoever joined, takes nothing from the others, and is written down', async () => {
    const wish = {
      intent: 'invite' as const,
      targets: [{ email: 'noa.new@outside.example', accountId: null }] as never,
    };
    const { request } = await emma.ask({ ...wish, reason: 'For Emma' });
    await liam.ask({ ...wish, reason: 'For Liam' });
    await ada.ask({ ...wish, reason: 'For Ada' });
    const params = { id: request.id };
    const mine = async (client: Client) =>
      (await client.fetch(routes.listOwnRequests, {})).requests.find(({ id }) => id === request.id);
    const left = await liam.fetch(routes.withdrawRequest, { params });
    expect(left.request).toMatchObject({ number: request.number, state: 'withdrawn', reason: 'For Liam' });
    expect(await mine(liam)).toBeUndefined();
    expect(await mine(emma)).toMatchObject({ state: 'in-review', reason: 'For Emma' });
    expect(await mine(ada)).toMatchObject({ state: 'in-review', reason: 'For Ada' });
    const { request: open, history } = await detail(ravi, request.id);
    expect(open).toMatchObject({ state: 'in-review', requester: { name: people.emma.name } });
    expect(history.at(-1)?.event).toMatchObject({ type: 'request.left', actor: { name: people.liam.name } });
    // Nothing ties it to him any more, and he may ask again.
    const later = await liam.ask(share('after-leaving-it'));
    expect((await detail(ravi, later.request.id)).earlier.map(({ id }) => id)).not.toContain(request.id);
    await expect(liam.fetch(routes.withdrawRequest, { params })).rejects.toMatchObject({ code: 'not-found' });
    expect((await liam.ask({ ...wish, reason: 'After all' })).request.number).toBe(request.number);
    // Once it is decided there is nothing to leave.
    expect(await decide(ravi, request.id, { decision: 'deny', reason: 'No.' })).toMatchObject({ status: 200 });
    await expect(ada.fetch(routes.withdrawRequest, { params })).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('the walls', () => {
  it('answers 404 for another organization’s request', async () => {
    const { request } = await emma.ask(share('tenant'));
    const db = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
    db.prepare('update requests set org_id = ? where id = ?').run('another-org', request.id);
    db.close();
    await expect(detail(ada, request.id)).rejects.toMatchObject({ code: 'not-found', status: 404 });
    expect(await decide(ada, request.id, { decision: 'approve', reason: null })).toMatchObject({ status: 404 });
    expect(JSON.stringify(await emma.fetch(routes.listOwnRequests, {}))).not.toContain(request.id);
  });

  it('passes hostile text through as data', async () => {
    const reason = '<script>alert(1)</script> \u202e ’; drop table requests; -- {{7*7}} \\u0000';
    const target = { email: null, accountId: people.eve.accountId };
    const { request } = await emma.ask({ intent: 'add-to-project', targets: [target] as never, reason });
    const { request: full, history } = await detail(ravi, request.id);
    expect(full.reason).toBe(reason);
    expect(full.targets[0]?.name).toBe('<img src=x onerror=alert(1)>');
    expect(history[0]?.event).toMatchObject({ reason });
    expect(await ravi.fetch(routes.verifyAudit, {})).toMatchObject({ ok: true });
  });

  it('answers 500 and not garbage when a stored row is not what it should be', async () => {
    const { request } = await emma.ask(share('broken'));
    const db = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
    const row = db.prepare('select document from requests where id = ?').get(request.id);
    const broken = { ...JSON.parse(String(row?.document)), state: 'made-up', secret: 'do not tell' };
    db.prepare('update requests set document = ? where id = ?').run(JSON.stringify(broken), request.id);
    const answer = await ravi.send(`/api/v1/requests/${request.id}`);
    db.prepare('delete from requests where id = ?').run(request.id);
    db.close();
    expect(answer.status).toBe(500);
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({
      code: 'internal',
      instance: expect.stringMatching(/^urn:gatehouse:request:/),
    });
    expect(body).not.toMatch(/made-up|do not tell|sqlite|at /);
  });
});
