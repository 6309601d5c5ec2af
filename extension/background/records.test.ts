import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { type Decision, type StopId, stopIdOf } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { signedIn } from '../../tests/tools/own-request-fixture.ts';
import { outbox, record, recordFurther, recordProceeding } from './records.ts';

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(async () => {
  browser = installFakeBrowser();
  await outbox.remove((await outbox.all()).map(({ seq }) => seq));
});

const act = (siteHost: string, email: string, layer: IntentOnPage['layer'] = 'guard') =>
  ({
    intent: 'invite',
    product: null,
    cloudId: null,
    siteHost,
    targets: [{ email, accountId: null }],
    layer,
  }) as unknown as IntentOnPage;
const blocked = {
  outcome: 'block',
  reasons: [],
  ruleIds: [],
  observedRuleIds: [],
  policyVersion: 1,
} as unknown as Decision;
const lines = async (site: string) =>
  (await outbox.all()).filter(({ kind, body }) => kind === 'intent' && body.siteHost === site).length;

it('the same act again, and by another layer, is one line', async () => {
  for (let i = 0; i < 1500; i += 1) await record(act('one.atlassian.net', 'a@x.example'), blocked);
  await record(
    { ...act('one.atlassian.net', 'a@x.example', 'network'), targets: [{ email: null, accountId: null, more: null }] },
    blocked,
  );
  expect(await lines('one.atlassian.net')).toBe(1);
  await record(act('one.atlassian.net', 'b@x.example', 'guard'), blocked);
  expect(await lines('one.atlassian.net')).toBe(2);
});

it('different people whom nobody can read are different acts, whichever layer saw them', async () => {
  const site = 'unread.atlassian.net';
  const of = (text: string, layer: IntentOnPage['layer']) =>
    record({ ...act(site, '', layer), targets: [{ email: null, accountId: null, text }] }, blocked);
  await of('Eve from outside', 'page');
  await of('Eve from outside', 'guard');
  expect(await lines(site)).toBe(1);
  await of('Omar, also from outside', 'guard');
  expect(await lines(site)).toBe(2);
});

it('more people than another layer counted are another act', async () => {
  const site = 'more.atlassian.net';
  const of = (more: number | null, layer: IntentOnPage['layer']) =>
    record({ ...act(site, '', layer), targets: [...named, { email: null, accountId: null, more }] }, blocked);
  const named = [{ email: 'a@x.example', accountId: null }];
  await of(5, 'page');
  await of(4, 'guard');
  expect(await lines(site)).toBe(1);
  await of(6, 'network');
  expect(await lines(site)).toBe(2);
});

it('says how many people it is about, or at least how many', async () => {
  const site = 'count.atlassian.net';
  const [a, text, others] = [
    { email: 'a@x.example', accountId: null },
    { email: null, accountId: null, text: 'Eve' },
    { email: null, accountId: null, more: null },
  ];
  for (const targets of [[], [a, text], [a, { ...others, more: 5 }], [a, text, others], [others]])
    await record({ ...act(site, ''), targets }, blocked);
  const bodies = (await outbox.all()).flatMap(({ kind, body }) =>
    kind === 'intent' && body.siteHost === site ? [body.targets] : [],
  );
  expect(bodies).toEqual([0, 2, 6, { atLeast: 2 }, { atLeast: 0 }]);
});

describe('when a page acts more often than anybody reads', () => {
  const site = 'two.atlassian.net';
  /** Acts are the same for 15 s: every test has its own time. */
  let start = Date.parse('2026-11-21T08:00:00.000Z');
  const after = 10 * 60_000;
  beforeEach(() => {
    start += 60_000 * 60;
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(start);
  });
  afterEach(() => vi.useRealTimers());
  const further = async () =>
    (await outbox.all()).flatMap(({ kind, body }) => (kind === 'intent' && body.further !== undefined ? [body] : []));
  const many = async (count: number, from = 0) => {
    for (let i = from; i < from + count; i += 1) await record(act(site, `p${i}@x.example`), blocked);
  };

  it('has lines of their own for some, and one for all others, kept when the while is over', async () => {
    await many(300);
    expect(await lines(site)).toBe(30);
    vi.setSystemTime(start + after - 1);
    await recordFurther();
    expect(await further()).toEqual([]);
    vi.setSystemTime(start + after);
    await recordFurther();
    await recordFurther();
    expect(await further()).toMatchObject([
      { further: 270, intent: 'invite', siteHost: site, outcome: 'block', targets: { atLeast: 1 } },
    ]);
    await many(1, 2000);
    expect(await lines(site)).toBe(32);
  });

  it('tells the number of that line, which the further acts are found by', async () => {
    await many(30);
    const [one, other] = [
      await record(act(site, 'late@x.example'), blocked),
      await record(act(site, 'later@x.example'), blocked),
    ];
    vi.setSystemTime(start + after);
    await recordFurther();
    expect(one).toBe(other);
    expect((await further()).map(({ id }) => stopIdOf(id))).toEqual([one]);
  });

  it('keeps a line of its own for what ended otherwise, and for what is done elsewhere', async () => {
    await many(100);
    await record(act(site, 'a@x.example'), { ...blocked, outcome: 'allow' });
    expect(await lines(site)).toBe(31);
    await record(act('elsewhere.atlassian.net', 'a@x.example'), blocked);
    expect(await lines('elsewhere.atlassian.net')).toBe(1);
  });

  it('says what further acts have in common, and nothing that they have not', async () => {
    await many(30);
    const late = (n: number, more: Partial<IntentOnPage>, rule: string) =>
      record({ ...act(site, `late${n}@x.example`), ...more }, { ...blocked, ruleIds: [rule] } as unknown as Decision);
    await late(1, { product: 'confluence' }, 'one');
    await late(2, { product: 'jira-software' }, 'two');
    vi.setSystemTime(start + after);
    await recordFurther();
    expect(await further()).toMatchObject([{ further: 2, product: null, siteHost: site, ruleIds: ['one', 'two'] }]);
  });

  it('counts what is done at very many sites together, whichever they are', async () => {
    for (let i = 0; i < 200; i += 1) await record(act(`host${i}.atlassian.net`, 'a@x.example'), blocked);
    expect(
      (await outbox.all()).filter(({ kind, body }) => kind === 'intent' && /^host/.test(body.siteHost ?? '')).length,
    ).toBe(70);
    vi.setSystemTime(start + after);
    await recordFurther();
    expect(await further()).toMatchObject([{ further: 130, siteHost: null }]);
  });

  it('loses nothing when worker and browser end before the while does', async () => {
    await many(40);
    vi.resetModules();
    browser.fake.storage.session.items.clear();
    const again = await import('./records.ts');
    vi.setSystemTime(start + after + 60_000);
    await again.recordFurther();
    expect(await further()).toMatchObject([{ further: 10 }]);
  });
});

it('one place does not use up the room of another', async () => {
  await record(act('three.atlassian.net', 'a@x.example'), blocked);
  expect(await lines('three.atlassian.net')).toBe(1);
});

const kept = async (site: string): Promise<StopId[]> =>
  (await outbox.all()).flatMap(({ kind, body, key }) =>
    kind === 'intent' && body.siteHost === site ? [body.stopId ?? stopIdOf(key)] : [],
  );

it('answers the number of the line that was kept, to every layer that saw the act, also at the same time', async () => {
  const site = 'four.atlassian.net';
  const both = await Promise.all([
    record(act(site, 'a@x.example', 'page'), blocked),
    record(act(site, 'a@x.example', 'guard'), blocked),
  ]);
  const again = await record(act(site, 'a@x.example', 'guard'), blocked);
  const [only, ...more] = await kept(site);
  expect(more).toEqual([]);
  expect([...both, again]).toEqual([only, only, only]);
  const other = await record(act(site, 'b@x.example'), blocked);
  expect(await kept(site)).toEqual([only, other]);
});

it('answers no number where there is no record: for what changes nothing', async () => {
  const harmless = { ...blocked, reasons: [{ code: 'everybody-has-access', text: '' }] };
  expect(await record(act('six.atlassian.net', 'a@x.example'), harmless)).toBeNull();
});

it('what could not be kept is tried again by the next sighting', async () => {
  const site = 'seven.atlassian.net';
  const add = vi.spyOn(outbox, 'add').mockRejectedValueOnce(new Error('The disk is full.'));
  await expect(record(act(site, 'a@x.example'), blocked)).rejects.toThrow('disk');
  add.mockRestore();
  const told = await record(act(site, 'a@x.example'), blocked);
  expect(await kept(site)).toEqual([told]);
});

it('going on is recorded under the number of the stop', async () => {
  const site = 'eight.atlassian.net';
  const told = await record(act(site, 'a@x.example'), blocked);
  expect(await recordProceeding(act(site, 'a@x.example'), blocked, 'Monday.', told)).toBe(told);
  expect(await kept(site)).toEqual([told, told]);
});

it('fewer people, seen by the same layer, are another act', async () => {
  const site = 'nine.atlassian.net';
  const two = act(site, 'a@x.example');
  await record({ ...two, targets: [...two.targets, ...act(site, 'b@x.example').targets] }, blocked);
  await record(two, blocked);
  expect(await lines(site)).toBe(2);
});

it('another app, project or site is another act, whichever layer saw it; one that a layer did not see is none', async () => {
  const site = 'thirteen.atlassian.net';
  const jira = {
    ...act(site, 'a@x.example'),
    product: 'jira-software' as const,
    container: 'OPS',
    layer: 'page' as const,
  };
  const first = await record(jira, blocked);
  expect(await record({ ...jira, product: null, container: null, layer: 'guard' }, blocked)).toBe(first);
  const others = [
    { ...jira, product: 'loom' as const },
    { ...jira, product: 'other:mystery' as const, layer: 'guard' as const },
    { ...jira, container: 'LAB' },
  ];
  const ids = [];
  for (const other of others) ids.push(await record(other, blocked));
  expect(new Set([first, ...ids]).size).toBe(4);
  expect(await lines(site)).toBe(4);
});

it('knows an act again among many others, and forgets it after more than anybody would do', async () => {
  const other = (n: number) => record(act(`other${n}.atlassian.net`, 'a@x.example'), blocked);
  const mine = () => record(act('sixteen.atlassian.net', 'a@x.example', 'page'), blocked);
  const first = await mine();
  for (let n = 0; n < 90; n += 1) await other(n);
  expect(await record(act('sixteen.atlassian.net', 'a@x.example'), blocked)).toBe(first);
  for (let n = 90; n < 300; n += 1) await other(n);
  expect(await mine()).not.toBe(first);
});

it('of more rules than a record may name, the strongest are kept', async () => {
  const site = 'fourteen.atlassian.net';
  const ruleIds = Array.from({ length: 500 }, (_, n) => `rule-${n}`) as never;
  await record(act(site, 'a@x.example'), { ...blocked, ruleIds });
  const [line] = (await outbox.all()).filter(({ body }) => body.siteHost === site);
  expect(line?.body.ruleIds).toHaveLength(200);
});

describe('as time passes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('the same act is another line after 15 s', async () => {
    const site = 'ten.atlassian.net';
    await record(act(site, 'a@x.example'), blocked);
    vi.advanceTimersByTime(14_999);
    await record(act(site, 'a@x.example'), blocked);
    expect(await lines(site)).toBe(1);
    vi.advanceTimersByTime(1);
    await record(act(site, 'a@x.example'), blocked);
    expect(await lines(site)).toBe(2);
  });

  it('a place has room again after ten minutes', async () => {
    const site = 'eleven.atlassian.net';
    for (let i = 0; i < 31; i += 1) await record(act(site, `p${i}@x.example`), blocked);
    vi.advanceTimersByTime(599_999);
    await record(act(site, 'late@x.example'), blocked);
    expect(await lines(site)).toBe(30);
    vi.advanceTimersByTime(15_001);
    await record(act(site, 'late@x.example'), blocked);
    // Its own, and the one for all there was no room for.
    expect(await lines(site)).toBe(32);
  });
});

it('the act of another person, or under another policy, is another line', async () => {
  const site = 'fifteen.atlassian.net';
  const serviceUrl = 'https://gatehouse.example.com';
  await browser.fake.storage.local.set({ serviceUrl });
  await signedIn(serviceUrl, 'emma');
  await record(act(site, 'a@x.example'), blocked);
  await signedIn(serviceUrl, 'bob');
  await record(act(site, 'a@x.example'), blocked);
  await record(act(site, 'a@x.example'), { ...blocked, policyVersion: 2 } as Decision);
  const mine = (await outbox.all()).filter(({ body }) => body.siteHost === site);
  expect(mine.map(({ subject, body }) => [subject, body.policyVersion])).toEqual([
    ['emma', 1],
    ['bob', 1],
    ['bob', 2],
  ]);
});

it('every line is of the service that was set when it was made, also one for further acts', async () => {
  const site = 'seventeen.atlassian.net';
  const set = (serviceUrl: string) => browser.fake.storage.local.set({ serviceUrl });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
  await set('https://one.example');
  for (let i = 0; i < 40; i += 1) await record(act(site, `p${i}@x.example`), blocked);
  await set('https://two.example');
  await record(act(site, 'p0@x.example'), blocked);
  vi.advanceTimersByTime(600_000);
  await recordFurther();
  vi.useRealTimers();
  const services = (await outbox.all())
    .filter(({ body }) => body.siteHost === site)
    .map(({ serviceUrl }) => serviceUrl);
  expect(Map.groupBy(services, (one) => one)).toMatchObject(
    new Map([
      ['https://one.example', { length: 31 }],
      ['https://two.example', { length: 1 }],
    ]),
  );
});
