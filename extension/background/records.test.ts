import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntentOnPage } from '../../core/contract/messages.ts';
import { type Decision, type StopId, stopIdOf } from '../../core/policy/index.ts';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { outbox, record, recordProceeding } from './records.ts';

beforeEach(() => {
  installFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
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

it('other people are another act, up to a bound that is said once', async () => {
  for (let i = 0; i < 1500; i += 1) await record(act('two.atlassian.net', `p${i}@x.example`), blocked);
  expect(await lines('two.atlassian.net')).toBe(30);
  expect(console.warn).toHaveBeenCalledTimes(1);
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

it('answers no number where there is no record: without room, and for what changes nothing', async () => {
  const site = 'five.atlassian.net';
  for (let i = 0; i < 30; i += 1) expect(await record(act(site, `p${i}@x.example`), blocked)).not.toBeNull();
  expect(await record(act(site, 'late@x.example'), blocked)).toBeNull();
  expect(await record(act(site, 'late@x.example'), blocked)).toBeNull();
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
    expect(await record(act(site, 'late@x.example'), blocked)).toBeNull();
    vi.advanceTimersByTime(15_001);
    expect(await record(act(site, 'late@x.example'), blocked)).not.toBeNull();
    expect(await lines(site)).toBe(31);
  });
});
