import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import type { RequestId } from '../../core/ids.ts';
import type { Client } from './service-client.ts';
import { organization, people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

/** A group that gives five apps, one of which nobody knows. */
const [acme] = organization.sites;
const apps = ['jira-software', 'compass', 'confluence', 'loom', 'other:mystery-app'] as const;
const mapped = { siteHost: acme.host, groupName: 'all-apps' };

let stage: ServiceStage;
let emma: Client;
let ravi: Client;
beforeAll(async () => {
  stage = await startServiceStage({
    env: {
      GATEHOUSE_GROUP_MAP: JSON.stringify([
        { product: 'jira-software', ...mapped },
        { product: 'other:named-app', ...mapped },
        { product: 'trello', siteHost: acme.host, groupName: 'confluence-users-acme' },
      ]),
    },
  });
  stage.cloud.store.update((state) => ({
    ...state,
    groups: [
      ...state.groups,
      {
        id: 'all-apps',
        name: 'all-apps',
        description: 'Everything',
        externalSynced: false,
        isDefault: false,
        grants: apps.map((product) => ({ product, cloudId: acme.cloudId, role: 'user' as const })),
      },
    ],
  }));
  const ada = await stage.as('ada');
  const before = (await ada.fetch(routes.getDirectory, {})).groups;
  await ada.fetch(routes.syncDirectory, {});
  await until(async () => (await ada.fetch(routes.getDirectory, {})).groups !== before, 60);
  [emma, ravi] = await Promise.all([stage.as('emma'), stage.as('ravi')]);
});
afterAll(() => stage.close());

const fresh = (n: string) => [{ email: `${n}@outside.example`, accountId: null }] as never;
const preview = async (body: object) =>
  (
    await emma.fetch(routes.previewEffect, {
      body: {
        intent: 'invite',
        product: 'jira-software',
        cloudId: null,
        siteHost: acme.host,
        targets: fresh('somebody'),
        ...body,
      } as never,
    })
  ).effect;
const detail = async (id: RequestId) => (await ravi.fetch(routes.getRequest, { params: { id } })).request;

describe('a group that gives several apps', () => {
  it('is said in the preview, every app, the unknown one as unknown', async () => {
    const effect = await preview({});
    expect(effect.lines.map(({ product, taken }) => [product, taken])).toEqual([
      ['jira-software', 1],
      ['compass', 1],
      ['confluence', 1],
      ['loom', 1],
      ['other:mystery-app', null],
    ]);
    expect(effect).toMatchObject({ seatsTaken: 1, seats: { used: 98, total: 100 }, seatsAfter: { used: 99 } });
    expect(effect.lines[0]).toMatchObject({ before: effect.seats, after: effect.seatsAfter });
    // No number of seats comes from the people at hand alone.
    expect(effect.lines.at(-1)).toMatchObject({ before: { used: null }, after: { used: null } });
    expect(effect.lines[2]?.before.used).toBeGreaterThan(50);
    expect(effect.cost.known).toBe(false);
    expect(effect.confidence).toBe('unknown');
    expect(effect.reasons.map(({ code }) => code)).toContain('seat-unknown');
  });

  it('takes no seat that somebody has already', async () => {
    const effect = await preview({ targets: [{ email: null, accountId: people.emma.accountId }] });
    expect(effect.lines.map(({ product, taken }) => [product, taken])).toEqual([
      ['jira-software', 0],
      ['compass', 1],
      ['confluence', 0],
      ['loom', 1],
      ['other:mystery-app', null],
    ]);
    expect(effect.seatsTaken).toBe(0);
  });

  it('is kept with the request and written into the audit log', async () => {
    const { request } = await emma.ask({ intent: 'invite', targets: fresh('asked') });
    const kept = await detail(request.id);
    expect(kept.group?.name).toBe('all-apps');
    expect(kept.effect?.lines.map(({ product }) => product)).toEqual(apps);
    const { history } = await ravi.fetch(routes.getRequest, { params: { id: request.id } });
    expect(history[0]?.event).toMatchObject({
      gives: [
        `1 Jira seat on ${acme.host}`,
        `1 Compass seat on ${acme.host}`,
        `1 Confluence seat on ${acme.host}`,
        `1 Loom seat on ${acme.host}`,
        `the unknown app "mystery-app" on ${acme.host}: how many seats it takes is not known`,
      ],
    });
  });

  it('is not known where the page does not say which group or role is given', async () => {
    for (const intent of ['add-to-group', 'grant-role']) {
      const effect = await preview({ intent });
      expect(effect).toMatchObject({ lines: [], seatsTaken: null, cost: { known: false } });
      expect(effect.reasons.map(({ code }) => code)).toEqual(['gives-unknown']);
    }
  });

  it('that does not give the app asked for says so, and what it gives instead', async () => {
    const effect = await preview({ product: 'trello' });
    expect(effect.lines.map(({ product }) => product)).toEqual(['confluence']);
    expect(effect).toMatchObject({ product: 'trello', seatsTaken: 0 });
    expect(effect.reasons.map(({ code }) => code)).toContain('not-given');
  });

  it('a customer takes none, with an account either', async () => {
    expect((await preview({ intent: 'migrate-customer' })).reasons.map(({ code }) => code)).toEqual([
      'not-about-seats',
    ]);
  });
});

describe('an app that nobody knows', () => {
  it('is listed with the site’s apps, its seats unknown', async () => {
    const { seats } = await ravi.fetch(routes.getDirectory, {});
    expect(seats.find(({ product }) => product === 'other:mystery-app')).toMatchObject({ seats: { used: null } });
    expect(seats.find(({ product }) => product === 'loom')).toMatchObject({ seats: { used: 0 } });
  });

  it('is asked for, approved and handed to IT; nobody is put into a group', async () => {
    const { request } = await emma.ask({ product: 'other:mystery-app' });
    expect(request.product).toBe('other:mystery-app');
    expect(await detail(request.id)).toMatchObject({
      group: null,
      effect: { product: 'other:mystery-app', seatsTaken: null, seatsAfter: { used: null } },
    });
    const groups = () => stage.cloud.store.state.accounts.map(({ groups }) => groups.length);
    const before = groups();
    await ravi.approve(request.id);
    await until(async () => (await detail(request.id)).state === 'grant-failed', 60);
    expect((await detail(request.id)).grant.failure).toContain('Task for IT');
    expect((await detail(request.id)).grant.failure).toContain('unknown app "mystery-app"');
    expect(groups()).toEqual(before);
  });

  it('may have a group of its own', async () => {
    const { request } = await emma.ask({ product: 'other:named-app' });
    expect((await detail(request.id)).group?.name).toBe('all-apps');
    // No group of the directory gives it, so nobody knows who has it already.
    expect(request.targets).toMatchObject([{ standing: 'unknown' }]);
  });
});
