import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { MOST_WHOM, others, somebody, type Whom } from '../../core/identity/index.ts';
import { AccountId, RequestId } from '../../core/ids.ts';
import type { Client } from './service-client.ts';
import { people, type ServiceStage, startServiceStage, until } from './service-stage.ts';

const inLetters = 'müller.example';
const inAscii = 'xn--mller-kva.example';
/** Claimed, and written by Atlassian as people write it: the domain list has the other spelling. */
const jana = { ...people.liam, accountId: AccountId.parse('712020:0f8fad5b-d9cb-469f-a165-70867728950e') };

/** A Cyrillic letter stands among Latin ones. */
const kim = AccountId.parse('712020:0f8fad5b-d9cb-469f-a165-70867728950f');

let stage: ServiceStage;
let emma: Client;
let ravi: Client;
beforeAll(async () => {
  stage = await startServiceStage({
    cloud: (state) => ({
      ...state,
      domains: [...state.domains, { id: 'd9', name: inAscii, status: 'verified', type: 'dns' }],
      accounts: [
        ...state.accounts,
        { ...jana, name: 'Jana Müller', email: `Jana@Mu\u0308ller.example` },
        { ...jana, accountId: kim, name: 'Kim', email: 'kim@p\u0430ypal.example' },
        {
          ...jana,
          accountId: AccountId.parse('712020:0f8fad5b-d9cb-469f-a165-708677289510'),
          name: 'Fay',
          email: '\ufb01ona@acme.example',
        },
        {
          ...jana,
          accountId: AccountId.parse('712020:0f8fad5b-d9cb-469f-a165-708677289511'),
          name: 'Max',
          email: '\u00b5lab@acme.example',
        },
      ],
    }),
  });
  [emma, ravi] = await Promise.all([stage.as('emma'), stage.as('ravi')]);
});
afterAll(() => stage.close());

const named = (...texts: string[]): Whom[] => texts.flatMap((text) => somebody(text) ?? []);
const preview = async (targets: readonly Whom[]) => {
  const body = { intent: 'invite', product: 'jira-software', cloudId: null, siteHost: 'acme.atlassian.net', targets };
  return (await emma.fetch(routes.previewEffect, { body: body as never })).effect;
};
const ask = (targets: readonly Whom[]) => emma.ask({ intent: 'share-with-new-person', targets: targets as never });

describe('somebody who cannot be read', () => {
  it('is counted, shown to the reviewer as it stood, and makes the grant a task for IT before anybody is added', async () => {
    const { request } = await ask(named('omar.diaz@outside.example', 'eve@outside'));
    const { request: full } = await ravi.fetch(routes.getRequest, { params: { id: RequestId.parse(request.id) } });
    expect(full.targets).toMatchObject([
      { email: 'omar.diaz@outside.example', standing: 'new' },
      { email: null, accountId: null, text: 'eve@outside', standing: 'unknown', identityType: 'unknown' },
    ]);
    expect(full.effect?.seatsTaken).toBeNull();
    await ravi.approve(request.id);
    const now = async () =>
      (await ravi.fetch(routes.getRequest, { params: { id: RequestId.parse(request.id) } })).request;
    await until(async () => (await now()).state === 'grant-failed');
    expect((await now()).grant.failure).toContain(
      'add omar.diaz@outside.example and “eve@outside” (cannot be read) to Jira',
    );
    const invited = stage.cloud.store.state.accounts.filter(({ email }) => email === 'omar.diaz@outside.example');
    expect(invited).toEqual([]);
  });

  it.each([
    ['an address beside another person’s account', { email: 'liam.chen@acme.example', accountId: jana.accountId }],
    [
      'a text that is another address',
      { email: 'eve@outside.example', accountId: null, text: 'liam.chen@acme.example' },
    ],
    ['others beside somebody', { email: 'eve@outside.example', accountId: null, more: 3 }],
    ['nothing', { email: null, accountId: null }],
  ])('is never mixed with somebody else: %s', async (_, target) =>
    expect(ask([target as Whom])).rejects.toMatchObject({ code: 'bad-request' }));

  it('makes a wish like no other, with the same text too: two people may be called the same', async () => {
    const liam = await stage.as('liam');
    const wish = {
      intent: 'share-with-new-person',
      targets: named('liam.chen@acme.example', 'Alex') as never,
    } as const;
    const first = await emma.ask(wish);
    expect(await liam.ask(wish)).toMatchObject({ duplicate: false });
    expect((await emma.ask(wish)).request.id).not.toBe(first.request.id);
  });

  it('leaves the effect unknown, alone and among others', async () => {
    for (const targets of [named('eve@'), [...named('liam.chen@acme.example'), others(null)]])
      expect(await preview(targets)).toMatchObject({ seatsTaken: null, seatsAfter: { used: null } });
  });
});

describe('addresses', () => {
  it.each([
    'r&d@acme.example',
    'pat_partner.example#EXT#@tenant.onmicrosoft.example',
    'first..last@docomo.example',
    'sales/eu@acme.example',
  ])('%s is previewed and asked for like any other', async (written) => {
    expect((await preview(named(written))).targets).toMatchObject([{ standing: 'new' }]);
    expect((await ask(named(written))).request.targets).toMatchObject([{ email: written.toLowerCase() }]);
  });

  it.each([
    `jana@${inAscii}`,
    `JANA@${inLetters}`,
    `jana@mu\u0308ller.example`,
    `jana@${inLetters}.`,
  ])('%j is the colleague, however it is written', async (written) =>
    expect((await preview(named(written))).targets).toMatchObject([
      { accountId: jana.accountId, identityType: 'managed', name: 'Jana Müller' },
    ]));

  it('an own claimed employee is managed, whatever spelling the domain was verified in', async () => {
    const { identities } = await emma.fetch(routes.resolveIdentities, {
      body: { accountIds: [jana.accountId], emailHashes: [] },
    });
    expect(identities).toMatchObject([{ type: 'managed' }]);
  });
});

describe('the search for people', () => {
  const found = async (q: string) =>
    (await ravi.fetch(routes.listPeople, { query: { q } })).people.map(({ email, emailInLetters }) => [
      email,
      emailInLetters,
    ]);

  it.each([
    inLetters,
    inAscii,
    'MÜLLER.Example',
    'mu\u0308ller.example',
    `${inLetters}.`,
    `@${inLetters}`,
    `jana@${inLetters}`,
    `JANA\uff20${inLetters}`,
    `@${inAscii}`,
    'müll',
    'jana@müll',
    'Jana Mu\u0308ller',
    'müller\u3002example',
    `Jana Müller <jana@${inLetters}>`,
    `"Müller, Jana" <JANA@${inAscii}>`,
    'Müller, Jana',
    'Jana  \u00a0Müller',
  ])('finds somebody by %j', async (q) => {
    expect(await found(q)).toContainEqual([`jana@${inAscii}`, `jana@${inLetters}`]);
  });

  it.each([
    '\ufb01ona@acme.example',
    '\ufb01ona',
    '\u00b5lab@ACME.example',
    '\u00b5LAB',
  ])('finds somebody by %j, kept as it was written', async (q) => expect(await found(q)).toHaveLength(1));

  it.each(['.', '。', '@', '%', '_', '-', '\u0000', '@.'])('takes %j for nobody, not for everybody', async (q) =>
    expect(await found(q)).toEqual([]));

  it('finds nobody by what is in no spelling, and shows no letters that look like others', async () => {
    expect(await found('müxx')).toEqual([]);
    expect(await found('kim@')).toEqual([['kim@xn--pypal-4ve.example', null]]);
  });
});

describe('how many', () => {
  const many = (count: number) => named(...Array.from({ length: count }, (_, n) => `p${n}@outside.example`));

  it('a request takes as many as a message carries, and one more is refused in words', async () => {
    expect((await ask(many(MOST_WHOM))).request.targets).toHaveLength(MOST_WHOM);
    await expect(ask(many(MOST_WHOM + 1))).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('shows signs that turn or hide others, wherever a page or a stranger wrote them', async () => {
    const { request } = await emma.ask({ container: 'OPS\u202Egnihton', targets: [] as never });
    const { request: stored } = await ravi.fetch(routes.getRequest, { params: { id: request.id as RequestId } });
    expect(stored.container).toBe('OPS‹U+202E›gnihton');
  });

  it('names each person once, by account, by address and in capitals alike', async () => {
    const { request } = await emma.ask({
      intent: 'invite',
      targets: [
        { email: people.liam.email, accountId: null },
        { email: null, accountId: people.liam.accountId },
        { email: people.liam.email?.toUpperCase(), accountId: null },
        ...Array.from({ length: 3 }, () => ({ email: 'once@outside.example', accountId: null })),
      ] as never,
    });
    expect(request.targets.map(({ accountId, email }) => accountId ?? email)).toEqual([
      people.liam.accountId,
      'once@outside.example',
    ]);
  });

  it('people whom nobody named count among them, and make a task of an approval', async () => {
    await expect(ask([...many(2), others(199)])).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('at most 200 people'),
    });
    // Also beside people whom nobody counted.
    await expect(ask([...many(2), others(199), others(null)])).rejects.toMatchObject({ code: 'bad-request' });
    const { request } = await ask([...many(2), others(7)]);
    await ravi.approve(request.id);
    const now = () => ravi.fetch(routes.getRequest, { params: { id: request.id as RequestId } });
    await until(async () => (await now()).request.state === 'grant-failed', 60);
    expect((await now()).request.grant.failure).toContain('7 more people');
  });
});
