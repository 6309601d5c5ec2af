import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import type { RequestId } from '../../core/ids.ts';
import type { AccessRequest, RequestState } from '../../core/requests/index.ts';
import type { Client } from './service-client.ts';
import { people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
let emma: Client;
let ravi: Client;
beforeAll(async () => {
  stage = await startServiceStage({
    env: {
      GATEHOUSE_GROUP_MAP: JSON.stringify([
        { product: 'jira-servicedesk', siteHost: 'acme.atlassian.net', groupName: 'idp-engineering' },
        { product: 'jira-software', siteHost: 'acme-labs.atlassian.net', groupName: 'no-such-group' },
        {
          product: 'jira-software',
          siteHost: 'acme.atlassian.net',
          targetType: 'external',
          groupName: 'external-partners',
        },
      ]),
    },
  });
  [emma, ravi] = await Promise.all([stage.as('emma'), stage.as('ravi')]);
});
afterEach(() => stage.cloud.faults.clear());
afterAll(() => stage.close());

const detail = (id: RequestId) => ravi.fetch(routes.getRequest, { params: { id } });
const approve = (id: RequestId) => ravi.approve(id);
const reaches = async (id: RequestId, state: RequestState): Promise<AccessRequest> => {
  await until(async () => (await detail(id)).request.state === state);
  return (await detail(id)).request;
};
const account = (key: keyof typeof people) =>
  stage.cloud.store.state.accounts.find(({ accountId }) => accountId === people[key].accountId);
const invite = (key: keyof typeof people, over: object = {}) =>
  emma.ask({
    intent: 'add-to-project',
    targets: [{ email: null, accountId: people[key].accountId }] as never,
    ...over,
  });
const memberships = 'api.atlassian.com/admin/v2/orgs/.*/memberships';

describe('an approval', () => {
  it('puts the person into the group at Atlassian, by way of granting, and counts the seat', async () => {
    const { request } = await invite('noor');
    expect((await detail(request.id)).request.group?.name).toBe('jira-users-acme');
    const decided = await approve(request.id);
    expect(decided.request.state).toBe('approved');
    await reaches(request.id, 'granted');
    expect(account('noor')?.groups).toContain('jira-users-acme');

    const { history } = await detail(request.id);
    expect(history.map(({ event }) => event.type)).toEqual([
      'request.submitted',
      'request.approved',
      'grant.started',
      'grant.finished',
    ]);
    expect(history.at(-1)?.event).not.toHaveProperty('invited');
    const target = { email: people.noor.email, accountId: null };
    const { effect } = await emma.fetch(routes.previewEffect, {
      body: {
        intent: 'invite',
        product: 'jira-software',
        cloudId: null,
        siteHost: 'acme.atlassian.net',
        targets: [target] as never,
      },
    });
    expect(effect).toMatchObject({ seats: { used: 99 }, seatsTaken: 0, targets: [{ standing: 'has-seat' }] });
  });

  it('invites somebody who has no account into the group for outsiders, once', async () => {
    const email = 'nina.new@outside.example';
    const { request } = await emma.ask({ intent: 'invite', targets: [{ email, accountId: null }] as never });
    expect((await detail(request.id)).request.group?.name).toBe('external-partners');
    await approve(request.id);
    await reaches(request.id, 'granted');
    const invited = stage.cloud.store.state.accounts.filter((candidate) => candidate.email === email);
    expect(invited).toHaveLength(1);
    expect(invited[0]?.groups).toContain('external-partners');
    const { request: granted, history } = await detail(request.id);
    expect(granted.grant.invited).toEqual([email]);
    expect(history.at(-1)?.event).toMatchObject({ type: 'grant.finished', invited: [email], added: 0 });
    const { requests: own } = await emma.fetch(routes.listOwnRequests, {});
    expect(own.find(({ id }) => id === request.id)).toMatchObject({ state: 'granted', invited: [email] });
    // The next sync, which the grant asks for, makes the person known.
    await until(async () => (await ravi.fetch(routes.listPeople, { query: { q: email } })).total === 1);
  });

  it('still says who was only invited when a later attempt finds their account', async () => {
    const email = 'two.attempts@outside.example';
    stage.cloud.faults.add({ method: 'POST', pathPattern: memberships, status: 503, headers: {}, times: 1 });
    const targets = [
      { email, accountId: null },
      { email: null, accountId: people.liam.accountId },
    ];
    const { request } = await emma.ask({ intent: 'invite', product: 'confluence', targets: targets as never });
    await approve(request.id);
    const { grant } = await reaches(request.id, 'granted');
    expect(grant).toMatchObject({ attempts: 2, invited: [email] });
    expect((await detail(request.id)).history.at(-1)?.event).toMatchObject({ invited: [email], added: 1 });
  });

  it('takes "is a member already" for success', async () => {
    const { request } = await invite('liam');
    await approve(request.id);
    await reaches(request.id, 'granted');
  });
});

describe('an approval of something that is no membership', () => {
  it('gives nothing in its place and becomes a task for IT', async () => {
    const before = account('emma')?.groups;
    const { request } = await emma.ask({
      intent: 'start-app',
      product: 'jira-product-discovery',
      targets: [] as never,
    });
    const open = (await detail(request.id)).request;
    expect(open.group).toBeNull();
    expect(open.effect).toMatchObject({ seatsTaken: null, cost: { known: false } });
    await approve(request.id);
    const { grant, group } = await reaches(request.id, 'grant-failed');
    expect(group).toBeNull();
    expect(grant.failure).toContain('cannot start a new app or trial by itself. Task for IT');
    expect(account('emma')?.groups).toEqual(before);
  });

  it('is closed by whoever did it, and the person who asked sees it', async () => {
    const { request } = await emma.ask({ intent: 'create-invite-link', targets: [] as never });
    const finish = (by: Client, note: string | null) =>
      by.fetch(routes.finishByHand, { params: { id: request.id }, body: { note } });
    await expect(finish(ravi, null)).rejects.toMatchObject({ code: 'wrong-state' });
    await approve(request.id);
    await reaches(request.id, 'grant-failed');
    expect((await detail(request.id)).allowed).toMatchObject({ decide: false, finishByHand: true });
    await expect(finish(emma, null)).rejects.toMatchObject({ code: 'not-allowed' });

    const done = await finish(ravi, ' The link is in your mail. ');
    expect(done.request).toMatchObject({
      state: 'granted',
      grant: { failure: null },
      byHand: { by: { name: people.ravi.name }, note: 'The link is in your mail.' },
    });
    const { history, allowed } = await detail(request.id);
    expect(history.at(-1)?.event).toMatchObject({
      type: 'grant.done-by-hand',
      actor: { name: people.ravi.name },
      note: 'The link is in your mail.',
    });
    expect(allowed.finishByHand).toBe(false);
    const { requests } = await emma.fetch(routes.listOwnRequests, {});
    expect(requests.find(({ id }) => id === request.id)).toMatchObject({
      state: 'granted',
      grantFailure: null,
      byHand: { by: people.ravi.name, note: 'The link is in your mail.' },
    });
    await expect(finish(ravi, null)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('cannot be closed by the person who asked, reviewer or not', async () => {
    const wish = { intent: 'create-api-token', targets: [] as never } as const;
    const ada = await stage.as('ada');
    const { request } = await ravi.ask(wish);
    await ada.approve(request.id);
    await reaches(request.id, 'grant-failed');
    const finish = { params: { id: request.id }, body: { note: null } };
    await expect(ravi.fetch(routes.finishByHand, finish)).rejects.toMatchObject({ code: 'own-request' });
    expect((await detail(request.id)).allowed).toMatchObject({ finishByHand: false, whyNot: expect.any(String) });
    expect((await ada.fetch(routes.finishByHand, finish)).request.state).toBe('granted');
  });
});

describe('a grant that Atlassian refuses', () => {
  it('fails in words when no seat is left, and works when tried again after one is free', async () => {
    // 98 seats were used, the tests above took two, and there are 100.
    const { request } = await invite('olga');
    await approve(request.id);
    const failed = await reaches(request.id, 'grant-failed');
    expect(failed.grant.failure).toMatch(
      /no free seat of Jira on acme\.atlassian\.net.*Olga Novak.*Free a seat or buy more/,
    );
    expect((await detail(request.id)).allowed).toMatchObject({ decide: false, retryGrant: true });
    const { requests } = await emma.fetch(routes.listOwnRequests, {});
    // Whoever asked hears that it failed, and nothing of groups, keys or configuration.
    expect(requests.find(({ id }) => id === request.id)?.grantFailure).toBe(
      'Gatehouse could not do this by itself. IT can see why and takes it from here.',
    );

    await expect(emma.fetch(routes.retryGrant, { params: { id: request.id }, body: {} })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    stage.cloud.store.update((state) => ({
      ...state,
      accounts: state.accounts.map((each) =>
        each.accountId === people.pat.accountId ? { ...each, groups: [] } : each,
      ),
    }));
    const shown = await detail(request.id);
    const stale = { params: { id: request.id }, body: { seen: 'before' } };
    await expect(ravi.fetch(routes.retryGrant, stale)).rejects.toMatchObject({ code: 'wrong-state' });
    await ravi.fetch(routes.retryGrant, { params: { id: request.id }, body: { seen: shown.now?.seen } });
    await reaches(request.id, 'granted');
    expect(account('olga')?.groups).toContain('jira-users-acme');
  });

  it('waits as long as Retry-After says after 429, and tries again by itself', async () => {
    stage.cloud.faults.add({
      method: 'POST',
      pathPattern: memberships,
      status: 429,
      headers: { 'retry-after': '2' },
      body: { code: 429, message: 'Too many requests' },
      times: 1,
    });
    const { request } = await invite('gus', { product: 'confluence' });
    await approve(request.id);
    await until(async () => (await detail(request.id)).request.grant.nextAttemptAt !== null);
    const { request: waiting, history } = await detail(request.id);
    expect(waiting).toMatchObject({ state: 'granting', grant: { attempts: 1 } });
    const postponed = history.at(-1)?.event;
    expect(postponed?.type).toBe('grant.postponed');
    const pause = Date.parse(waiting.grant.nextAttemptAt ?? '') - Date.parse(postponed?.at ?? '');
    expect(pause).toBe(2000);
    const done = await reaches(request.id, 'granted');
    expect(done.grant).toEqual({ attempts: 2, failure: null, nextAttemptAt: null });
    expect(Date.parse(done.updatedAt)).toBeGreaterThanOrEqual(Date.parse(waiting.grant.nextAttemptAt ?? ''));
  });

  it('tries again after 500', async () => {
    stage.cloud.faults.add({ method: 'POST', pathPattern: memberships, status: 503, headers: {}, times: 1 });
    const { request } = await invite('una', { product: 'confluence' });
    await approve(request.id);
    await until(async () => (await detail(request.id)).request.grant.failure !== null);
    expect((await detail(request.id)).request.grant.failure).toMatch(/tries again by itself/);
    await reaches(request.id, 'granted');
  });

  it('says that a synced group is for the identity provider, before approving too, without asking Atlassian', async () => {
    const { request } = await invite('noor', { product: 'jira-servicedesk' });
    expect((await detail(request.id)).request.group).toMatchObject({ name: 'idp-engineering', synced: true });
    await approve(request.id);
    const failed = await reaches(request.id, 'grant-failed');
    expect(failed.grant.failure).toMatch(/"idp-engineering" is filled by your identity provider.*Task for IT/);
    expect(account('noor')?.groups).not.toContain('idp-engineering');
  });

  it('says when no group is mapped', async () => {
    const { request } = await invite('noor', { siteHost: 'acme-labs.atlassian.net' });
    expect((await detail(request.id)).request.group).toBeNull();
    await approve(request.id);
    expect((await reaches(request.id, 'grant-failed')).grant.failure).toMatch(
      /No group is mapped for Jira on acme-labs/,
    );
  });

  it('says that the key is not accepted', async () => {
    stage.cloud.faults.add({ method: 'POST', pathPattern: memberships, status: 401, headers: {}, times: 1 });
    const { request } = await invite('sue');
    await approve(request.id);
    expect((await reaches(request.id, 'grant-failed')).grant.failure).toMatch(
      /does not accept the organization API key/,
    );
  });

  it('does not try to give a portal-only customer a seat', async () => {
    const { request } = await invite('cora');
    await approve(request.id);
    expect((await reaches(request.id, 'grant-failed')).grant.failure).toMatch(/portal-only customer/);
  });
});

describe('afterwards', () => {
  it('the audit chain holds', async () => {
    expect(await ravi.fetch(routes.verifyAudit, {})).toMatchObject({ ok: true });
  });
});
