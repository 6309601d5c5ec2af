import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { RequestId } from '../../core/ids.ts';
import type { Client } from './service-client.ts';
import { people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

let stage: ServiceStage;
let emma: Client;
let ravi: Client;
let ada: Client;
beforeAll(async () => {
  stage = await startServiceStage({
    // Atlassian shows nobody Ravi's address, so his sign-in is tied to no account.
    cloud: (state) => ({
      ...state,
      accounts: state.accounts
        .map((account) => (account.accountId === people.ravi.accountId ? { ...account, email: null } : account))
        .concat({ ...people.noor, accountId: '712020:aaaaaaaa-0005-4e11-8a01-000000000006', name: 'Noor (old)' }),
    }),
  });
  [emma, ravi, ada] = await Promise.all([stage.as('emma'), stage.as('ravi'), stage.as('ada')]);
});
afterAll(() => stage.close());

const byAccount = (name: keyof typeof people) => ({
  intent: 'invite' as const,
  targets: [{ email: null, accountId: people[name].accountId }] as never,
});
const byAddress = (email: string) => ({ intent: 'invite' as const, targets: [{ email, accountId: null }] as never });
const approve = (client: Client, id: string) =>
  client.fetch(routes.decideRequest, {
    params: { id: RequestId.parse(id) },
    body: { decision: 'approve', reason: null },
  });
const subjectOf = async (client: Client) => (await client.fetch(routes.getMe, {})).subject;
const allowed = async (client: Client, id: string) =>
  (await client.fetch(routes.getRequest, { params: { id: RequestId.parse(id) } })).allowed;

it('an account whose address is hidden may be the reviewer’s own: they do not decide about it', async () => {
  const { request } = await emma.ask(byAccount('ravi'));
  expect(await allowed(ravi, request.id)).toMatchObject({
    decide: false,
    whyNot: expect.stringContaining('cannot tell'),
  });
  await expect(approve(ravi, request.id)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await allowed(ada, request.id)).toMatchObject({ decide: true });
});

it('an account whose address is known is somebody else’s', async () => {
  const { request } = await emma.ask(byAccount('liam'));
  expect(await allowed(ravi, request.id)).toMatchObject({ decide: true });
});

it('a text that has the reviewer’s name or address in it may be about them', async () => {
  for (const text of ['Ravi Shah ‹ravi.shah@ACME.example>', 'ravi.shah@acme.example']) {
    const { request } = await emma.ask({
      intent: 'invite',
      targets: [{ email: null, accountId: null, text }] as never,
    });
    await expect(approve(ravi, request.id), text).rejects.toMatchObject({ code: 'own-request' });
  }
});

it('whoever has an open wish that may be the same does not decide it', async () => {
  const nowhere = { ...byAddress('twice@outside.example'), cloudId: null, siteHost: null };
  const own = await ada.ask(nowhere);
  const { request, duplicate } = await emma.ask(nowhere);
  expect(duplicate).toBe(false);
  expect(await allowed(ada, request.id)).toMatchObject({
    decide: false,
    chooseSite: false,
    whyNot: expect.stringContaining(`#${own.request.number}`),
  });
  await expect(approve(ada, request.id)).rejects.toMatchObject({ code: 'own-request' });
  const other = await emma.ask({ ...byAddress('another@outside.example'), cloudId: null, siteHost: null });
  expect(await allowed(ada, other.request.id)).toMatchObject({ decide: true });
});

it('whoever has an open wish does not decide a request that would fulfil it among others', async () => {
  const [one, two] = [byAddress('one-of@outside.example'), byAddress('two-of@outside.example')];
  const own = await ada.ask(one);
  const { request } = await emma.ask({ ...one, targets: [...one.targets, ...two.targets] as never });
  expect(await allowed(ada, request.id)).toMatchObject({
    decide: false,
    whyNot: expect.stringContaining(`#${own.request.number}`),
  });
  await expect(approve(ada, request.id)).rejects.toMatchObject({ code: 'own-request' });
  // What fulfils only a part of theirs leaves their wish for another to decide.
  const both = await ravi.ask({
    ...two,
    targets: [...two.targets, ...byAddress('three-of@outside.example').targets] as never,
  });
  const part = await emma.ask(two);
  expect(part.request.number).not.toBe(both.request.number);
  expect(await allowed(ravi, part.request.id)).toMatchObject({ decide: true });
});

it('whoever has an open wish that another act would fulfil does not decide that', async () => {
  const own = await ada.ask(byAddress('seat@outside.example'));
  const shared = { ...byAddress('seat@outside.example'), intent: 'share-with-new-person' as const };
  const { request, duplicate } = await emma.ask(shared);
  expect(duplicate).toBe(false);
  expect(await allowed(ada, request.id)).toMatchObject({
    decide: false,
    whyNot: expect.stringContaining(`#${own.request.number}`),
  });
  await expect(approve(ada, request.id)).rejects.toMatchObject({ code: 'own-request' });
  expect(await allowed(ravi, request.id)).toMatchObject({ decide: true });
});

it('an open wish is somebody’s under whichever sign-in it was made or joined', async () => {
  const wish = (intent: 'invite' | 'share-with-new-person') => ({ ...byAddress('signs@outside.example'), intent });
  await ravi.ask(wish('invite'));
  const joined = await ada.ask(wish('invite'));
  const { request } = await emma.ask(wish('share-with-new-person'));
  const database = new DatabaseSync(join(stage.dataDir, 'gatehouse.sqlite'));
  // As if both had signed in at another provider when they asked.
  const before = { ravi: await subjectOf(ravi), ada: await subjectOf(ada) };
  database
    .prepare(`update requests set requester_subject = 'old', document = replace(document, ?, '"old"') where id = ?`)
    .run(JSON.stringify(before.ravi), joined.request.id);
  database
    .prepare(
      `update request_attachments set subject = 'elder', person = replace(person, ?, '"elder"') where request_id = ?`,
    )
    .run(JSON.stringify(before.ada), joined.request.id);
  database.close();
  for (const client of [ravi, ada])
    expect(await allowed(client, request.id)).toMatchObject({
      decide: false,
      whyNot: expect.stringContaining(`#${joined.request.number}`),
    });
});

it('an address of two accounts is a task for IT, said before anybody approves', async () => {
  const { request } = await emma.ask(byAddress(people.noor.email ?? ''));
  const page = async () => ravi.fetch(routes.getRequest, { params: { id: RequestId.parse(request.id) } });
  expect(await page()).toMatchObject({
    request: { targets: [{ accountId: null, several: true }] },
    targetIdentities: [null],
    directoryIsRead: true,
  });
  await ravi.approve(request.id);
  await until(async () => (await page()).request.state === 'grant-failed');
  const { grant } = (await page()).request;
  expect(grant.failure).toMatch(/^Several accounts have the address of .*find out who is meant/);
});
