import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { approvedDomainsOnly, itOnlyAccess, type Policy, type PolicyBundle } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { signedIn } from '../../tests/tools/own-request-fixture.ts';
import { rule } from '../../tests/tools/policy-fixture.ts';
import { localeFile } from '../locales.ts';
import { check, preview } from './check.ts';
import { outbox } from './records.ts';
import { keepSession } from './session.ts';
import { keepServiceUrl } from './settings.ts';

const service = 'https://gatehouse.example.com';
const cloudId = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';
const share = (emails: string[]): IntentOnPage => ({
  intent: 'share-with-new-person',
  product: 'jira-software',
  cloudId: null,
  siteHost: 'acme.atlassian.net',
  container: null,
  targets: emails.map((email) => ({ email, accountId: null })),
  layer: 'page',
});

const bundle = {
  organization: {
    orgId: 'o',
    name: 'Acme',
    domains: [],
    sites: [{ cloudId, host: 'acme.atlassian.net', products: [] }],
  },
  actor: { accountId: 'emma', identityType: 'managed' },
  policy: itOnlyAccess(1),
} as unknown as PolicyBundle;

const effect = (standing: string) => ({
  product: 'jira-software',
  cloudId,
  siteHost: 'acme.atlassian.net',
  targets: [{ email: 'Liam@acme.example', accountId: 'liam', name: 'Liam', standing, identityType: 'managed' }],
  seats: { used: 98, total: 100, unlimited: false },
  seatsTaken: 0,
  seatsAfter: { used: 98, total: 100, unlimited: false },
  cost: { known: false, why: 'x' },
  payer: 'Acme',
  reasons: [],
  confidence: 'exact',
});

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(async () => {
  browser = installFakeBrowser();
  await outbox.remove((await outbox.all()).map(({ seq }) => seq));
});

async function setUp(answer: () => Promise<Response>, policy = bundle.policy, actor = bundle.actor) {
  await keepServiceUrl(service);
  await keepSession({
    serviceUrl: service,
    accessToken: 't',
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    me: {
      subject: 'emma',
      accountId: null,
      name: 'Emma',
      email: 'e@acme.example',
      roles: ['member'],
      organization: { orgId: 'o', name: 'Acme' },
    } as never,
  });
  await browser.fake.storage.local.set({
    policy: {
      serviceUrl: service,
      etag: null,
      fetchedAt: '2026-11-21T08:00:00Z',
      bundle: { ...bundle, policy, actor },
    },
  });
  return vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
}
const kept = async () => (await outbox.all()).map(({ body }) => body);

describe('checking an intent', () => {
  it('has a name for nothing being set up', async () => {
    await expect(check(share(['x@y.example']))).rejects.toMatchObject({ code: 'not-configured' });
    expect(await kept()).toEqual([]);
  });

  it('knows the site of a page by its name, where nobody else says which it is', async () => {
    const rules = [rule('here', { when: { cloudIds: [cloudId as never] } })];
    await setUp(async () => new Response(null, { status: 503 }), { ...bundle.policy, rules, onUnknown: 'warn' });
    expect((await check(share(['x@y.example']))).decision).toMatchObject({ outcome: 'block', ruleIds: ['here'] });
  });

  it('offers to ask IT where the organization has the site, or nobody knows which it is', async () => {
    await setUp(async () => Response.json({ effect: effect('new') }));
    const asked = async (more: Partial<IntentOnPage>) =>
      (await check({ ...share(['x@y.example']), ...more })).decision.mayAskIt;
    expect(await asked({})).toBe(true);
    expect(await asked({ siteHost: 'ACME.atlassian.net.' })).toBe(true);
    expect(await asked({ siteHost: null, cloudId: cloudId as never })).toBe(true);
    expect(await asked({ siteHost: null, intent: 'join', targets: [] })).toBe(true);
    expect(await asked({ siteHost: 'other.atlassian.net' })).toBe(false);
    const { decision } = await check({
      ...share(['x@y.example']),
      siteHost: null,
      cloudId: crypto.randomUUID() as never,
    });
    expect(decision).toMatchObject({ outcome: 'block', mayAskIt: false });
    expect(decision.prompt?.message).toContain('This site is none of Acme’s');
  });

  it('allows people who have access, and records nothing about it', async () => {
    await setUp(async () => Response.json({ effect: effect('has-seat') }));
    expect((await check(share(['liam@acme.example']))).decision).toMatchObject({
      outcome: 'allow',
      reasons: [{ code: 'everybody-has-access' }],
    });
    expect(await kept()).toEqual([]);
  });

  it('blocks a newcomer with the effect, and records the attempt without names', async () => {
    await setUp(async () => Response.json({ effect: effect('new') }));
    const { decision, effect: shown } = await check(share(['liam@acme.example']));
    expect(decision).toMatchObject({ outcome: 'block', ruleIds: ['no-invites'] });
    expect(shown?.seats.used).toBe(98);
    expect(await kept()).toMatchObject([
      { intent: 'share-with-new-person', targets: 1, outcome: 'block', layer: 'page' },
    ]);
    expect(JSON.stringify(await kept())).not.toContain('liam');
  });

  it('foresees the same decision without a record of it', async () => {
    await setUp(async () => Response.json({ effect: effect('new') }));
    // Nobody else here acts in this space: what was recorded once is not recorded again.
    const act = { ...share(['liam@acme.example']), container: 'FORESEEN' };
    const foreseen = await preview(act);
    expect(foreseen).toMatchObject({
      decision: { outcome: 'block', ruleIds: ['no-invites'] },
      effect: { seatsTaken: 0 },
    });
    expect(await kept()).toEqual([]);
    expect((await check(act)).decision).toEqual(foreseen.decision);
    expect(await kept()).toHaveLength(1);
    expect((await preview({ ...act, siteHost: 'other.atlassian.net' })).decision?.mayAskIt).toBe(false);
    await browser.fake.storage.local.remove('policy');
    expect((await preview(act)).decision).toBeNull();
  });

  it('knows the seats that are left', async () => {
    const policy = { ...bundle.policy, rules: [rule('few', { when: { seatsLeft: { below: 3 } } })] };
    await setUp(async () => Response.json({ effect: effect('new') }), policy);
    expect((await check(share(['liam@acme.example']))).decision.reasons).toMatchObject([{ code: 'rule' }]);
  });

  it.each([
    ['of our own words, where the browser names another as its own', 'de', 'en-US', 'Frag die IT.'],
    ['of our own words, whatever the country', 'de', 'de-AT', 'Frag die IT.'],
    ['of the browser, where we do not speak it', 'en', 'pt-BR', 'Pergunte à TI.'],
    ['that everybody has, where nothing is written in another', 'fr', 'fr-CA', 'Ask IT.'],
  ] as const)('a rule speaks the language %s', async (_, ours, browsers, said) => {
    const message = { en: 'Ask IT.', de: 'Frag die IT.', pt: 'Pergunte à TI.' };
    await setUp(async () => new Response(), { ...bundle.policy, rules: [rule('all', { message })] });
    const words = JSON.parse(localeFile(ours)) as Readonly<Record<string, { readonly message: string }>>;
    browser.fake.i18n.getUILanguage = () => browsers;
    browser.fake.i18n.getMessage = (name) => words[name]?.message ?? '';
    expect((await check(share(['liam@acme.example']))).decision.prompt?.message).toBe(said);
  });

  it('knows groups, roles, container and the groups of those aimed at, of this version of the policy only', async () => {
    const when = {
      containers: ['OPS'],
      actorGroups: ['it'],
      actorRoles: ['agent'],
      targetGroups: ['partners'],
    } as unknown as Policy['rules'][number]['when'];
    const policy = { ...bundle.policy, rules: [rule('all', { when })], onUnknown: 'warn' as const };
    const actor = { ...bundle.actor, groups: ['it'], roles: ['agent'] } as unknown as PolicyBundle['actor'];
    const outcome = async (policyVersion: number, groups: unknown, who = actor) => {
      await setUp(
        async () => Response.json({ effect: effect('new'), targetGroups: { policyVersion, groups } }),
        policy,
        who,
      );
      return (await check({ ...share(['liam@acme.example']), container: 'OPS' })).decision.reasons.map(
        ({ code }) => code,
      );
    };
    expect(await outcome(1, [['partners']])).toEqual(['rule']);
    expect(await outcome(1, [[]])).not.toContain('fact-missing');
    expect(await outcome(1, [null])).toContain('fact-missing');
    expect(await outcome(2, [['partners']])).toContain('fact-missing');
    expect(await outcome(1, [['partners']], bundle.actor)).toContain('fact-missing');
  });

  it.each([
    ['as the service knows them', effect('new')],
    ['as the browser knows them, where the service says nothing in time', null],
  ])('knows who joins by themselves: %s', async (_, answer) => {
    const domains = (...names: string[]) => approvedDomainsOnly(1, { domains: names });
    const joined = async (policy: Policy, intent: IntentOnPage['intent'] = 'join') => {
      await setUp(
        async () => (answer ? Response.json({ effect: answer }) : new Response(null, { status: 503 })),
        policy,
      );
      return (await check({ ...share([]), intent })).decision;
    };
    expect(await joined(domains('acme.example'))).toMatchObject({ outcome: 'warn', ruleIds: ['approved-domains'] });
    expect(await joined(domains('other.example'))).toMatchObject({ outcome: 'block', ruleIds: ['other-domains'] });
    const outsiders = rule('all', { when: { targetDomainsExcept: ['acme.example'] } });
    const everything = { ...bundle.policy, rules: [outsiders], defaultOutcome: 'allow' as const };
    expect((await joined(everything, 'request-access')).outcome).toBe('allow');
    // Whoever gets a link may be anybody.
    expect((await joined(everything, 'create-invite-link')).reasons[0]?.code).toBe('fact-missing');
  });

  it('asks who the people of an act are that is no matter of seats, and shows no seats of it', async () => {
    const policy = { ...bundle.policy, rules: [rule('managed', { when: { targetTypes: ['managed'] } })] };
    const fetched = await setUp(async () => Response.json({ effect: effect('new') }), policy);
    const answer = await check({ ...share(['liam@acme.example']), intent: 'create-customer' });
    expect(answer).toMatchObject({ decision: { reasons: [{ code: 'rule' }] }, effect: null });
    const calls = fetched.mock.calls.length;
    await check({ ...share([]), intent: 'start-app' });
    expect(fetched.mock.calls).toHaveLength(calls);
  });

  it('records sightings of one act once, whoever saw it and however often', async () => {
    await setUp(async () => Response.json({ effect: effect('new') }));
    await check(share(['omar@y.example']));
    await check({ ...share(['omar@y.example']), layer: 'guard' });
    await check({ ...share(['omar@y.example']), layer: 'guard' });
    expect(await kept()).toHaveLength(1);
    await check({ ...share(['lena@y.example']), layer: 'guard' });
    expect(await kept()).toHaveLength(2);
  });

  it('decides without the service: what is not known stays unknown, and stops', async () => {
    await setUp(async () => Promise.reject(new TypeError('network')));
    const { decision, effect: shown } = await check(share(['liam@acme.example']));
    expect(decision.outcome).toBe('block');
    expect(shown).toBeNull();
  });

  it('does not wait longer than a click may be held', async () => {
    await setUp(async () => new Promise(() => undefined));
    const fetched = vi
      .mocked(fetch)
      .mockImplementation(
        (_, init) =>
          new Promise((__, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
      );
    const started = performance.now();
    await check(share(['liam@acme.example']));
    expect(performance.now() - started).toBeLessThan(2500);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('goes on protecting after signing out', async () => {
    await setUp(async () => Response.json({}));
    await signedIn(service, null);
    expect((await check(share(['x@y.example']))).decision.outcome).toBe('block');
  });
});
