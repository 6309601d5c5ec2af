import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { RequestId } from '../../core/ids.ts';
import type { Client } from './service-client.ts';
import { organization, type ServiceStage, startServiceStage, until } from './service-stage.ts';

const [acme, labs] = organization.sites as unknown as [
  { cloudId: string; host: string },
  { cloudId: string; host: string },
];

let stage: ServiceStage;
let emma: Client;
let ravi: Client;
beforeAll(async () => {
  stage = await startServiceStage();
  [emma, ravi] = await Promise.all([stage.as('emma'), stage.as('ravi')]);
});
afterAll(() => stage.close());

const nowhere = { cloudId: null, siteHost: null };
const to = (name: string) => ({
  intent: 'invite' as const,
  targets: [{ email: `${name}@outside.example`, accountId: null }] as never,
});
const detail = (client: Client, id: string) => client.fetch(routes.getRequest, { params: { id: RequestId.parse(id) } });
const choose = (client: Client, id: string, cloudId: string) =>
  client.fetch(routes.chooseSite, { params: { id: RequestId.parse(id) }, body: { cloudId: cloudId as never } });
const approve = (id: string) => ravi.approve(id);

describe('a request that does not say which site is meant', () => {
  it('is kept as that: no site, no seats and no group stand in', async () => {
    const { request } = await emma.ask({ ...nowhere, ...to('one') });
    expect(request).toMatchObject({ siteHost: null, reason: 'Project Falcon needs it' });
    const found = await detail(ravi, request.id);
    expect(found.request).toMatchObject({
      cloudId: null,
      siteHost: null,
      effect: null,
      group: null,
      targets: [{ email: 'one@outside.example', standing: 'new' }],
    });
    expect(found.sites).toEqual([labs, acme].map(({ cloudId, host }) => ({ cloudId, host })));
    expect(found.allowed).toMatchObject({ decide: true, chooseSite: true });
    expect(found.history[0]?.event).toMatchObject({ type: 'request.submitted', siteHost: null, gives: [] });
  });

  it('is no other’s wish', async () => {
    const first = await emma.ask({ ...nowhere, ...to('two') });
    expect(await emma.ask({ ...nowhere, ...to('two') })).toMatchObject({ duplicate: false });
    expect((await emma.ask({ ...nowhere, ...to('two') })).request.id).not.toBe(first.request.id);
  });

  it('is approved only after a reviewer has said which, and then works as if it had been said', async () => {
    const { request } = await emma.ask({ ...nowhere, ...to('three') });
    await expect(approve(request.id)).rejects.toMatchObject({
      code: 'wrong-state',
      message: expect.stringContaining('Nobody said which site'),
    });
    await expect(choose(emma, request.id, acme.cloudId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(choose(ravi, request.id, 'elsewhere')).rejects.toMatchObject({ code: 'not-found' });
    await choose(ravi, request.id, labs.cloudId);
    const { request: chosen } = await choose(ravi, request.id, acme.cloudId);
    expect(chosen).toMatchObject({
      siteHost: acme.host,
      siteChosenBy: { name: 'Ravi Shah' },
      effect: { siteHost: acme.host, seats: { used: 98, total: 100 }, seatsTaken: 1 },
      group: { name: 'external-partners' },
      reason: 'Project Falcon needs it',
    });
    await approve(request.id);
    await until(async () => (await detail(ravi, request.id)).request.state === 'granted');
    const { history } = await detail(ravi, request.id);
    expect(history.map(({ event }) => event.type).slice(0, 4)).toEqual([
      'request.submitted',
      'request.site-chosen',
      'request.site-chosen',
      'request.approved',
    ]);
  });

  it('is not approved for a site that somebody else has chosen since the reviewer looked', async () => {
    const { request } = await emma.ask({ ...nowhere, ...to('between') });
    await choose(ravi, request.id, acme.cloudId);
    const { now } = await detail(ravi, request.id);
    await choose(await stage.as('ada'), request.id, labs.cloudId);
    const body = { decision: 'approve' as const, reason: null, seen: now?.seen ?? '' };
    const late = ravi.fetch(routes.decideRequest, { params: { id: request.id as RequestId }, body });
    await expect(late).rejects.toMatchObject({
      code: 'wrong-state',
      status: 409,
      message: expect.stringContaining('has changed since you looked'),
    });
    const { request: left, history } = await detail(ravi, request.id);
    expect(left).toMatchObject({ state: 'in-review', siteHost: labs.host });
    expect(history.map(({ event }) => event.type)).not.toContain('request.approved');
    await approve(request.id);
  });

  it('is found by the same wish once a site was chosen, and by that site only', async () => {
    const { request } = await emma.ask({ ...nowhere, ...to('found') });
    await choose(ravi, request.id, labs.cloudId);
    const again = (siteHost: string) => emma.ask({ ...to('found'), siteHost });
    expect(await again(labs.host)).toMatchObject({ duplicate: true, request: { id: request.id } });
    await choose(ravi, request.id, acme.cloudId);
    expect(await again(acme.host)).toMatchObject({ duplicate: true, request: { id: request.id } });
    expect(await again(labs.host)).toMatchObject({ duplicate: false });
  });

  it('offers no choice where the site came with the request', async () => {
    const { request } = await emma.ask(to('four'));
    expect(await detail(ravi, request.id)).toMatchObject({ sites: [], allowed: { chooseSite: false } });
    await expect(choose(ravi, request.id, labs.cloudId)).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('the project or space', () => {
  it('goes with the request into review and audit', async () => {
    const { request } = await emma.ask({ ...to('five'), container: 'OPS' });
    const found = await detail(ravi, request.id);
    expect(found.request.container).toBe('OPS');
    expect(found.history[0]?.event).toMatchObject({ container: 'OPS' });
  });

  it('tells apart what is not the same in every project', async () => {
    const role = { ...to('six'), intent: 'grant-role' as const };
    await emma.ask({ ...role, container: 'OPS' });
    expect(await emma.ask({ ...role, container: 'WEB' })).toMatchObject({ duplicate: false });
    expect(await emma.ask({ ...role, container: 'OPS' })).toMatchObject({ duplicate: true });
    await emma.ask({ ...to('six'), container: 'OPS' });
    expect(await emma.ask({ ...to('six'), container: 'WEB' })).toMatchObject({ duplicate: true });
  });
});
