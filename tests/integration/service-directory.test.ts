import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { GroupId } from '../../core/ids.ts';
import type { Rule } from '../../core/policy/index.ts';
import { base, rule } from '../tools/policy-fixture.ts';
import type { Client } from './service-client.ts';
import { organization, people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
let emma: Client;
let ada: Client;
const acme = organization.sites[0];
beforeAll(async () => {
  stage = await startServiceStage({
    env: {
      GATEHOUSE_PRICE_BOOK: JSON.stringify([
        {
          id: 'jira',
          product: 'jira-software',
          plan: 'standard',
          currency: 'USD',
          period: 'month',
          mode: 'graduated',
          bands: [
            { from: 1, to: 99, unitPrice: '8' },
            { from: 100, to: null, unitPrice: '7' },
          ],
          source: 'test',
          validFrom: '2026-01-01',
          verified: false,
        },
      ]),
    },
  });
  [emma, ada] = await Promise.all([stage.as('emma'), stage.as('ada')]);
});
afterAll(() => stage.close());

/** Publishes a policy as the service stores one. */
function publish(version: number, rules: Rule[]): void {
  const database = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
  database
    .prepare('insert into policies (org_id, version, document, published_at) values (?, ?, ?, ?)')
    .run(organization.orgId, version, JSON.stringify({ ...base, version, rules }), new Date().toISOString());
  database.close();
}

const md5 = (email: string | null) =>
  createHash('md5')
    .update(email ?? '')
    .digest('hex');
const preview = (over: object) =>
  emma
    .fetch(routes.previewEffect, {
      body: {
        intent: 'invite',
        product: 'jira-software',
        cloudId: null,
        siteHost: acme.host,
        targets: [],
        ...over,
      } as never,
    })
    .then(({ effect }) => effect);
const by = (email: string) => ({ email, accountId: null });

describe('identities', () => {
  it('tell a member the type of everybody on the page and nobody’s address', async () => {
    const asked = Object.values(people);
    const answer = await emma.fetch(routes.resolveIdentities, {
      body: {
        accountIds: [...asked.map(({ accountId }) => accountId), 'never-heard-of'] as never,
        emailHashes: [md5(people.pat.email), md5('nobody@nowhere.example')],
      },
    });
    const labels = new Map(answer.identities.map(({ accountId, label }) => [accountId as string, label]));
    const named = Object.fromEntries(
      Object.entries(people).map(([key, { accountId }]) => [key, labels.get(accountId) ?? null]),
    );
    expect(named).toEqual({
      emma: 'Managed',
      ravi: 'Managed',
      ada: 'Managed',
      olga: 'Managed',
      liam: 'Managed',
      noor: 'Managed',
      pat: 'External',
      una: 'Unclaimed',
      cora: 'Portal-only',
      bot: 'App',
      dan: 'Deactivated',
      sue: 'Suspended',
      ivo: 'Invited',
      gus: 'Guest',
      eve: 'External',
    });
    expect(labels.get('never-heard-of')).toBe('Unknown');
    expect(answer.byEmailHash).toMatchObject([{ identity: { accountId: people.pat.accountId, type: 'external' } }]);
    expect(answer.byEmailHash).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain('@');
  });
});

describe('an effect', () => {
  it('knows who has a seat, who would take one, who is new, and what it costs', async () => {
    const effect = await preview({
      targets: [
        { email: null, accountId: people.liam.accountId },
        by(people.noor.email?.toUpperCase() ?? ''),
        by('nina.new@outside.example'),
      ],
    });
    expect(effect.targets.map(({ standing, identityType }) => [standing, identityType])).toEqual([
      ['has-seat', 'managed'],
      ['without-seat', 'managed'],
      ['new', 'external'],
    ]);
    expect(effect).toMatchObject({
      seats: { used: 98, total: 100, unlimited: false },
      seatsTaken: 2,
      seatsAfter: { used: 100, total: 100 },
      cost: { known: true, amount: '15.00', currency: 'USD', verified: false },
      confidence: 'exact',
    });
  });

  it('says unknown about an account nobody knows, and takes no seat number for granted', async () => {
    const effect = await preview({ targets: [{ email: null, accountId: '5c00000000ffffffffffffff' }] });
    expect(effect).toMatchObject({ seatsTaken: null, confidence: 'unknown', cost: { known: false } });
  });

  it('is about the person themselves without targets, and about no app without a product', async () => {
    const effect = await preview({ intent: 'request-access', product: null });
    expect(effect).toMatchObject({ product: null, seatsTaken: null, targets: [{ name: people.emma.name }] });
    expect(effect.reasons.map(({ code }) => code)).toContain('app-unknown');
    const invited = await preview({ intent: 'invite', product: null });
    expect(invited).toMatchObject({ seatsTaken: null, seatsAfter: { used: null }, confidence: 'unknown' });
    expect(invited.targets).toEqual([
      { email: null, accountId: null, more: null, name: null, standing: 'unknown', identityType: 'unknown' },
    ]);
    const customer = await preview({ intent: 'create-customer', product: null });
    expect(customer.product).toBe('jira-servicedesk');
  });

  it('warns of the end of the free plan', async () => {
    const labs = organization.sites[1].host;
    const one = await preview({ siteHost: labs, targets: [by('a@x.example')] });
    expect(one.reasons.map(({ code }) => code)).not.toContain('free-plan-cliff');
    const two = await preview({ siteHost: labs, targets: [by('a@x.example'), by('b@x.example')] });
    expect(two.reasons.map(({ code }) => code)).toContain('free-plan-cliff');
  });

  it('leaves Confluence’s total unknown', async () => {
    const effect = await preview({ product: 'confluence', targets: [by('a@x.example')] });
    expect(effect.seats.total).toBeNull();
    expect(effect.confidence).toBe('unknown');
  });
});

describe('the bundle', () => {
  it('carries the first policy and how the person stands, and is not sent twice', async () => {
    const answer = await emma.call(routes.getBundle, {});
    if (!answer.changed) throw new Error('the first answer is never 304');
    expect(answer.value.policy.version).toBe(1);
    expect(answer.value.policy.rules.map(({ id }) => id)).toContain('no-self-service');
    expect(answer.value.actor).toMatchObject({ accountId: people.emma.accountId, identityType: 'managed' });
    expect(answer.value.organization.sites.map(({ host }) => host).sort()).toEqual(
      organization.sites.map(({ host }) => host).sort(),
    );
    expect(await emma.call(routes.getBundle, { etag: answer.etag })).toEqual({ changed: false });
    // Nobody lists who is site admin, user access admin or trusted user; no rule of this policy names a group.
    expect(answer.value.actor).toMatchObject({
      groups: [],
      roles: [],
      openRoles: ['site-admin', 'user-access-admin', 'trusted-user'],
    });
    expect((await ada.fetch(routes.getBundle, {})).actor.roles).toEqual(['org-admin', 'product-admin']);
    // Another person stands differently, so what one has is no answer for the other.
    expect((await ada.call(routes.getBundle, { etag: answer.etag })).changed).toBe(true);
  });
});

describe('people', () => {
  it('are found by name, address and id, page by page, with counts', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ada.fetch(routes.listPeople, { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.people.map(({ identity }) => identity.accountId));
      cursor = page.next ?? undefined;
      expect(Object.values(page.counts).reduce((sum, count) => sum + count, 0)).toBe(page.total);
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await ada.fetch(routes.getDirectory, {})).accounts);

    const found = await ada.fetch(routes.listPeople, { query: { q: 'NOOR.HADDAD@' } });
    expect(found.people).toMatchObject([
      { name: people.noor.name, email: people.noor.email, seats: [{ product: 'confluence' }] },
    ]);
    expect((await ada.fetch(routes.listPeople, { query: { q: '%' } })).total).toBe(0);
    expect(found.people[0]).toMatchObject({ groupsKnown: true, seatsKnown: true });
    // Nobody says which groups an app is in; whatever they are, it is off the bill.
    const bot = await ada.fetch(routes.listPeople, { query: { q: people.bot.name } });
    expect(bot.people[0]).toMatchObject({ groups: [], groupsKnown: false, seats: [], seatsKnown: true });
    const portal = await ada.fetch(routes.listPeople, { query: { type: 'portal-only', limit: 5 } });
    expect(portal.people.every(({ identity }) => identity.type === 'portal-only')).toBe(true);
    expect(portal.total).toBe(portal.counts['portal-only']);
  });
});

describe('the sync', () => {
  const sync = async (settled: (state: string) => boolean) => {
    await until(async () => (await ada.fetch(routes.syncDirectory, {})).started);
    await until(async () => settled((await ada.fetch(routes.getDirectory, {})).state));
    return ada.fetch(routes.getDirectory, {});
  };
  const since = async () => (await ada.fetch(routes.listAudit, { query: { limit: 1 } })).entries[0]?.seq ?? 0;

  it('keeps the old directory when Atlassian suddenly lists almost nobody, and says so', async () => {
    const before = await ada.fetch(routes.getDirectory, {});
    const kept = stage.cloud.store.state;
    stage.cloud.store.update((state) => ({ ...state, accounts: state.accounts.slice(0, 20) }));
    const after = await sync((state) => state === 'failed');
    stage.cloud.store.update(() => kept);
    expect(after).toMatchObject({ accounts: before.accounts, finishedAt: before.finishedAt });
    expect(after.failure).toMatch(/listed 20 accounts where there were \d+ before/);
    expect((await stage.stranger().health()).status).toBe('degraded');
    const { entries } = await ada.fetch(routes.listAudit, { query: { type: 'directory.sync-failed' } });
    expect(entries[0]?.event).toMatchObject({ why: after.failure });
  });

  it('keeps the old directory when the key is refused half-way, and recovers', async () => {
    stage.cloud.faults.add({ method: 'POST', pathPattern: 'groups/search', status: 401, headers: {}, times: 1 });
    const failed = await sync((state) => state === 'failed');
    expect(failed.failure).toMatch(/did not accept our credentials \(401\) while reading groups/);
    expect((await emma.fetch(routes.getBundle, {})).organization.name).toBe('Acme');
    const seq = await since();
    expect(await sync((state) => state === 'ready')).toMatchObject({ failure: null });
    expect(await since()).toBeGreaterThan(seq);
  });

  it('waits when it is told to slow down, and then goes on', async () => {
    stage.cloud.faults.add({
      method: 'POST',
      pathPattern: 'users/search',
      status: 429,
      headers: { 'retry-after': '1' },
      times: 1,
    });
    expect(await sync((state) => state === 'ready')).toMatchObject({ failure: null });
  });

  it('learns of new people and of people who left', async () => {
    const joe = {
      ...people.liam,
      accountId: '712020:3d1f0a52-0099-4e11-8a01-000000000099',
      name: 'Joe New',
      email: 'joe@acme.example',
    };
    stage.cloud.store.update((state) => ({
      ...state,
      accounts: [...state.accounts.filter(({ accountId }) => accountId !== people.eve.accountId), joe],
    }));
    await sync((state) => state === 'ready');
    await until(async () => (await ada.fetch(routes.listPeople, { query: { q: 'joe new' } })).total === 1);
    expect((await ada.fetch(routes.listPeople, { query: { q: 'hostile.example' } })).total).toBe(0);
  });

  it('says of groups, and of addresses with several accounts, what is certain and no more', async () => {
    const kept = stage.cloud.store.state;
    publish(2, [rule('it-only', { when: { actorGroupsExcept: [GroupId.parse('jira-users-acme')] } })]);
    const before = await emma.call(routes.getBundle, {});
    if (!before.changed) throw new Error('asked without an ETag');
    // Emma is in another group too, which no rule names and no browser is told.
    expect(before.value.actor.groups).toEqual(['jira-users-acme']);

    // Jira shows the addresses of managed accounts; these stand for customers whose address is visible.
    const customer = { ...people.cora, claimStatus: 'managed' as const };
    const twin = {
      ...customer,
      accountId: `${people.cora.accountId}2`,
      name: 'Emma at the portal',
      email: people.emma.email,
    };
    const other = {
      ...customer,
      accountId: `${people.cora.accountId}3`,
      name: 'Noor at the portal',
      email: people.noor.email,
    };
    stage.cloud.store.update((state) => ({
      ...state,
      accounts: [
        twin,
        ...state.accounts.map((one) => (one.accountId === people.emma.accountId ? { ...one, groups: [] } : one)),
        other,
      ],
    }));
    await sync((state) => state === 'ready');
    await until(async () => (await ada.fetch(routes.listPeople, { query: { q: 'at the portal' } })).total === 2);

    // She signs in with the Atlassian account; without her group the bundle is another one.
    const after = await emma.call(routes.getBundle, { etag: before.etag });
    expect(after).toMatchObject({ changed: true, value: { actor: { accountId: people.emma.accountId, groups: [] } } });
    const { byEmailHash } = await emma.fetch(routes.resolveIdentities, {
      body: { accountIds: [], emailHashes: [md5(people.emma.email), md5(people.noor.email), md5(people.pat.email)] },
    });
    expect(byEmailHash.map(({ identity }) => identity.accountId)).toEqual([people.pat.accountId]);
    const { targets } = await preview({ targets: [by(people.noor.email ?? '')] });
    expect(targets).toMatchObject([{ accountId: null, standing: 'without-seat', identityType: 'unknown' }]);

    stage.cloud.store.update(() => kept);
    await sync((state) => state === 'ready');
    await until(async () => (await ada.fetch(routes.listPeople, { query: { q: 'at the portal' } })).total === 0);
  });

  it('takes whoever is suspended or deactivated off the bill, in every answer', async () => {
    const like = (number: number, more: object) => ({
      ...people.liam,
      accountId: `712020:3d1f0a52-0099-4e11-8a01-00000000010${number}`,
      name: `Off Bill ${number}`,
      email: `off${number}@acme.example`,
      ...more,
    });
    const off = [
      like(0, {}),
      like(1, { status: 'suspended', membershipStatus: 'suspended' }),
      like(2, { status: 'deactivated', accountStatus: 'inactive' }),
    ];
    stage.cloud.store.update((state) => ({ ...state, accounts: [...state.accounts, ...off] }));
    await sync((state) => state === 'ready');
    const listed = () => ada.fetch(routes.listPeople, { query: { q: 'off bill' } });
    await until(async () => (await listed()).total === off.length);
    const found = (await listed()).people;
    expect(found.map(({ groups }) => groups.length > 0)).toEqual([true, true, true]);
    expect(found.map(({ seats }) => seats.length > 0)).toEqual([true, false, false]);
    const { targets } = await preview({ targets: off.map(({ email }) => by(email)) });
    expect(targets.map(({ standing }) => standing)).toEqual(['has-seat', 'without-seat', 'without-seat']);
  });

  it('works without a Jira account, with what is then unknown left unknown', async () => {
    const poor = await startServiceStage({ env: { GATEHOUSE_JIRA_EMAIL: '', GATEHOUSE_JIRA_TOKEN: '' } });
    try {
      const directory = await (await poor.as('ada')).fetch(routes.getDirectory, {});
      const jira = directory.seats.find(
        ({ product, siteHost }) => product === 'jira-software' && siteHost === acme.host,
      );
      expect(jira?.seats).toEqual({ used: 98, total: null, unlimited: false });
      const { identities } = await (await poor.as('emma')).fetch(routes.resolveIdentities, {
        body: { accountIds: [people.cora.accountId, people.bot.accountId] as never, emailHashes: [] },
      });
      // The shape of the id tells a portal-only customer; nothing tells an app.
      expect(identities.map(({ type }) => type)).toEqual(['portal-only', 'unknown']);
    } finally {
      await poor.close();
    }
  });
});
