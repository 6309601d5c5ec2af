import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import type { RequestId } from '../../core/ids.ts';
import { seatLineWords } from '../../core/licence/index.ts';
import type { Client } from './service-client.ts';
import { organization, type ServiceStage, startServiceStage, until } from './service-stage.ts';

const [acme] = organization.sites;

let stage: ServiceStage;
let emma: Client;
let ravi: Client;
beforeAll(async () => {
  stage = await startServiceStage();
  [emma, ravi] = await Promise.all([stage.as('emma'), stage.as('ravi')]);
});
afterAll(() => stage.close());

const ask = async (email: string, over: object = {}) =>
  (await emma.ask({ intent: 'invite', targets: [{ email, accountId: null }] as never, ...over })).request
    .id as RequestId;
const detail = (id: RequestId) => ravi.fetch(routes.getRequest, { params: { id } });
const gives = (effect: { lines: readonly Parameters<typeof seatLineWords>[0][] } | null | undefined) =>
  effect?.lines.map(seatLineWords);
const settled = (id: RequestId) =>
  until(async () => ['granted', 'grant-failed'].includes((await detail(id)).request.state));
const mapTo = async (groupName: string) => {
  stage.env.GATEHOUSE_GROUP_MAP = JSON.stringify([
    { product: 'jira-software', siteHost: 'acme.atlassian.net', groupName },
  ]);
  await stage.restart();
};

const jira = '1 Jira seat on acme.atlassian.net';
const confluence = '1 Confluence seat on acme.atlassian.net';

describe('what an approval gives', () => {
  it('is worked out when it is shown, kept and audited when it is approved, beside what was asked', async () => {
    const id = await ask('more@acme.example');
    expect(gives((await detail(id)).now?.effect)).toEqual([jira]);
    const before = (await detail(id)).now?.seen ?? '';
    await mapTo('everyone-acme');

    const { request, now } = await detail(id);
    expect(gives(request.effect)).toEqual([jira]);
    const all = gives(now?.effect) ?? [];
    expect(all).toContain(jira);
    expect(all).toContain(confluence);
    expect(request.group?.name).toBe('everyone-acme');

    const unseen = { decision: 'approve', reason: null, seen: before } as const;
    await expect(ravi.fetch(routes.decideRequest, { params: { id }, body: unseen })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await ravi.approve(id);
    await settled(id);
    const after = await detail(id);
    expect(after.now).toBeNull();
    expect(gives(after.request.effectOnApproval)).toEqual(all);
    expect(gives(after.request.effect)).toEqual([jira]);
    expect(after.history.find(({ event }) => event.type === 'request.approved')?.event).toMatchObject({ gives: all });
  });

  it('is worked out once more when a grant is tried again', async () => {
    await mapTo('no-such-group');
    const id = await ask('again@acme.example', { product: 'opsgenie' });
    await ravi.approve(id);
    await settled(id);
    const failed = await detail(id);
    expect(failed.request).toMatchObject({ state: 'grant-failed', group: null });
    const approved = failed.history.find(({ event }) => event.type === 'request.approved');
    expect(approved?.event).toMatchObject({ gives: ['1 Opsgenie seat on acme.atlassian.net'] });

    stage.env.GATEHOUSE_GROUP_MAP = JSON.stringify([
      { product: 'opsgenie', siteHost: 'acme.atlassian.net', groupName: 'confluence-users-acme' },
    ]);
    await stage.restart();
    const { now, request } = await detail(id);
    expect(request.group).toBeNull();
    expect(now?.group?.name).toBe('confluence-users-acme');
    expect(gives(now?.effect)).toEqual([confluence]);
    await ravi.fetch(routes.retryGrant, { params: { id }, body: {} });
    await settled(id);
    const { history } = await detail(id);
    expect(history.find(({ event }) => event.type === 'grant.retried')?.event).toMatchObject({ gives: [confluence] });
  });

  it('says how the people stand now, not when it was asked', async () => {
    await mapTo('jira-users-acme');
    const id = await ask('soon@acme.example');
    expect((await detail(id)).request.targets).toMatchObject([{ standing: 'new' }]);
    const other = await ask('soon@acme.example', { product: 'jira-software', intent: 'add-to-project' });
    await ravi.approve(other);
    await settled(other);
    await until(async () => (await detail(id)).request.targets[0]?.standing === 'has-seat');
    expect((await detail(id)).now?.effect).toMatchObject({ seatsTaken: 0 });
  });

  it('is in the queue as things stand, beside what was asked', async () => {
    await mapTo('jira-users-acme');
    const id = await ask('queued@acme.example');
    const row = async () => {
      const { requests, now } = await ravi.fetch(routes.listRequests, { query: { limit: 10 } });
      return { asked: gives(requests.find((one) => one.id === id)?.effect), now: gives(now[id]) };
    };
    expect(await row()).toEqual({ asked: [jira], now: [jira] });
    await mapTo('everyone-acme');
    expect((await row()).asked).toEqual([jira]);
    expect((await row()).now).toEqual(expect.arrayContaining([jira, confluence]));
    await ravi.fetch(routes.decideRequest, { params: { id }, body: { decision: 'deny', reason: 'No.' } });
    const { now } = await ravi.fetch(routes.listRequests, { query: { limit: 10, state: 'denied' } });
    expect(now).toEqual({});
  });

  it('of all open requests together counts everybody once for each app, however often and however they are named', async () => {
    await mapTo('jira-users-acme');
    const joint = async () => {
      const { together } = await ravi.fetch(routes.listRequests, { query: { state: 'in-review', limit: 10 } });
      return { of: together?.requests, line: together?.lines.find((line) => line.product === 'jira-software') };
    };
    await ask('first@acme.example');
    const before = await joint();
    for (let n = 0; n < 30; n++) {
      const emails = [`own${n}@acme.example`, n % 2 ? 'thirty@acme.example' : 'Thirty@ACME.example'];
      await emma.ask({ intent: 'invite', targets: emails.map((email) => ({ email, accountId: null })) as never });
    }
    const after = await joint();
    const taken = before.line?.taken ?? Number.NaN;
    const used = before.line?.before.used ?? Number.NaN;
    expect(after).toMatchObject({
      of: (before.of ?? 0) + 30,
      line: { taken: taken + 31, after: { used: used + taken + 31 } },
    });
    // Each alone takes two, and says so.
    const { now } = await ravi.fetch(routes.listRequests, { query: { state: 'in-review', limit: 30 } });
    expect(Object.values(now).map(({ seatsTaken }) => seatsTaken)).toEqual(Array.from({ length: 30 }, () => 2));
    const next = await ravi.fetch(routes.listRequests, { query: { state: 'granted', limit: 10 } });
    expect(next.together).toBeNull();
  });

  it('is unknown, and said to be, once Gatehouse no longer looks after the site', async () => {
    const key = randomUUID();
    const wish = { intent: 'invite' as const, targets: [{ email: 'gone@acme.example', accountId: null }] as never };
    const first = await emma.ask(wish, key);
    const id = first.request.id;
    stage.env.GATEHOUSE_SITES = organization.sites.flatMap(({ host }) => (host === acme?.host ? [] : [host])).join(',');
    await stage.restart();
    await (await stage.as('ada')).post('/api/v1/directory/syncs', {});
    await until(async () => (await detail(id)).now?.effect?.confidence === 'unknown');
    const { now, request } = await detail(id);
    expect(request.effect).toMatchObject({ seatsTaken: 1 });
    expect(now?.effect).toMatchObject({
      seatsTaken: null,
      cost: { known: false },
      lines: [],
      reasons: [{ code: 'effect-unknown', text: expect.stringContaining('not known') }],
    });
    // A key keeps its answer, whatever has become of the site.
    expect(await emma.ask(wish, key)).toEqual(first);
    await expect(emma.ask(wish)).rejects.toMatchObject({ code: 'not-found' });
  });
});
