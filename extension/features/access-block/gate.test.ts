import { describe, expect, it, vi } from 'vitest';
import type { IntentOnPage } from '../../../core/contract/messages/index.ts';
import { others, somebody } from '../../../core/identity/index.ts';
import { blocked as byShippedPolicy } from '../../../tests/tools/policy-fixture.ts';
import { type Checked, createGate, type GateDeps } from './gate.ts';

const act = (emails: string[], more: Partial<IntentOnPage> = {}): IntentOnPage => ({
  intent: 'share-with-new-person',
  product: null,
  cloudId: null,
  siteHost: 'acme.atlassian.net',
  container: null,
  targets: emails.flatMap((email) => somebody(email) ?? []),
  layer: 'page',
  ...more,
});

const blocked: Checked = {
  decision: byShippedPolicy,
  stopId: 'K7QF-2M9D',
  effect: null,
};
const outcome = (value: 'allow' | 'warn' | 'block'): Checked => ({
  ...blocked,
  decision: { ...blocked.decision, outcome: value },
});

function setUp(answer: Checked | Error, end: 'proceed' | 'closed' | 'hidden' = 'closed') {
  const clock = { now: 0 };
  const deps = {
    check: vi.fn(async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    }),
    isUnprotected: (error: unknown) => error instanceof Error && error.message === 'not-configured',
    prompt: vi.fn(async (_: IntentOnPage) => end),
    failed: vi.fn(async () => undefined),
    beyond: vi.fn<GateDeps['beyond']>(),
    again: vi.fn<GateDeps['again']>(),
    lastAct: vi.fn(() => clock.now),
    actedInFrame: vi.fn(async () => false),
    now: () => clock.now,
  } satisfies GateDeps;
  return { deps, clock, gate: createGate(deps) };
}

const nina = 'nina.new@outside.example';

describe('the gate', () => {
  it('lets through what the policy allows, without a prompt', async () => {
    const { deps, gate } = setUp(outcome('allow'));
    expect(await gate.admit([act([nina])])).toBe(true);
    expect(deps.prompt).not.toHaveBeenCalled();
  });

  it('stops what is blocked, whatever the prompt ends with', async () => {
    expect(await setUp(outcome('block'), 'closed').gate.admit([act([nina])])).toBe(false);
    expect(await setUp(outcome('block'), 'proceed').gate.admit([act([nina])])).toBe(false);
  });

  it('asks about the part of an act that is stopped, and about no other: nobody goes past a warning on the way to it', async () => {
    const { deps, gate } = setUp(outcome('warn'), 'proceed');
    const parts = [act([nina], { intent: 'request-access' }), act([nina], { intent: 'join' })];
    deps.check.mockResolvedValueOnce(outcome('warn')).mockResolvedValueOnce(outcome('block'));
    expect(await gate.admit(parts)).toBe(false);
    expect(deps.prompt.mock.calls.map(([intent]) => intent.intent)).toEqual(['join']);
    deps.prompt.mockClear();
    expect(await gate.admit(parts)).toBe(true);
    expect(deps.prompt.mock.calls.map(([intent]) => intent.intent)).toEqual(['request-access', 'join']);
  });

  it('lets a warned person go on, and does not ask again for the call that follows', async () => {
    const { deps, clock, gate } = setUp(outcome('warn'), 'proceed');
    expect(await gate.admit([act([nina])])).toBe(true);
    expect(await gate.admit([act(['NINA.new@outside.example'], { layer: 'guard' })])).toBe(true);
    expect(deps.prompt).toHaveBeenCalledTimes(1);
    expect(await gate.admit([act([nina, 'omar@outside.example'], { layer: 'guard' })])).toBe(true);
    expect(deps.prompt).toHaveBeenCalledTimes(2);
    clock.now = 60_000;
    await gate.admit([act([nina])]);
    expect(deps.prompt).toHaveBeenCalledTimes(3);
  });

  it('does not remember what a warned person gave up', async () => {
    const { deps, gate } = setUp(outcome('warn'), 'closed');
    expect(await gate.admit([act([nina])])).toBe(false);
    expect(await gate.admit([act([nina])])).toBe(false);
    expect(deps.prompt).toHaveBeenCalledTimes(2);
  });

  it('stops and says so when the check fails; lets through only when nothing was ever configured', async () => {
    const broken = setUp(new Error('gone'));
    expect(await broken.gate.admit([act([nina])])).toBe(false);
    expect(broken.deps.failed).toHaveBeenCalledTimes(1);
    const bare = setUp(new Error('not-configured'));
    expect(await bare.gate.admit([act([nina])])).toBe(true);
    expect(bare.deps.failed).not.toHaveBeenCalled();
  });

  it('says that a check failed once nothing else is asked about, and counts what is beyond those that wait', async () => {
    const { deps, gate } = setUp(outcome('block'));
    const read = Promise.withResolvers<'closed'>();
    deps.prompt.mockImplementation(() => read.promise);
    const before = gate.admit([act([nina])]);
    await new Promise((resolve) => setTimeout(resolve));
    deps.check.mockImplementation(async () => Promise.reject(new Error('interrupted')));
    let open = 0;
    deps.failed.mockImplementation(async () => {
      open += 1;
      await Promise.resolve();
      expect(open).toBe(1);
      open -= 1;
    });
    const failing = Array.from({ length: 7 }, (_, n) => gate.admit([act([`f${n}@outside.example`])]));
    await new Promise((resolve) => setTimeout(resolve));
    expect(deps.failed).not.toHaveBeenCalled();
    read.resolve('closed');
    expect([await before, ...(await Promise.all(failing))]).toEqual(Array(8).fill(false));
    expect(deps.failed).toHaveBeenCalledTimes(4);
    expect(deps.beyond.mock.calls).toEqual([[[null, null, null]]]);
  });

  /** Whether the call is asked about after the click was let through. */
  const askedAfter = async (click: IntentOnPage, ...calls: IntentOnPage[]) => {
    const { deps, gate } = setUp(outcome('warn'), 'proceed');
    await gate.admit([click]);
    for (const call of calls) await gate.admit([{ ...call, layer: 'guard' }]);
    return deps.prompt.mock.calls.length - 1;
  };

  it('takes a call for the announced one only on the same site and for nobody new', async () => {
    expect(await askedAfter(act([nina]), act([nina]))).toBe(0);
    expect(await askedAfter(act([nina]), act([nina], { intent: 'invite' }))).toBe(0);
    expect(await askedAfter(act([nina]), act([nina], { siteHost: 'acme-labs.atlassian.net' }))).toBe(1);
    expect(await askedAfter(act([nina]), act([nina], { intent: 'grant-role' }))).toBe(1);
    expect(await askedAfter(act([nina], { product: 'jira-software' }), act([nina], { product: 'confluence' }))).toBe(1);
    expect(await askedAfter(act([]), act([nina]))).toBe(1);
    expect(await askedAfter(act([nina], { container: 'OPS' }), act([nina], { container: 'HR' }))).toBe(1);
    expect(await askedAfter(act([nina]), act([nina], { container: 'HR' }))).toBe(1);
    expect(await askedAfter(act([nina], { container: 'ops' }), act([nina], { container: 'OPS' }))).toBe(0);
    expect(await askedAfter(act([nina], { container: 'OPS' }), act([nina]))).toBe(0);
  });

  it('asks the policy about a call that does something else, or does it on another site, than the click', async () => {
    const click = act([nina], { cloudId: 'site-a' as never });
    for (const other of [{ intent: 'invite' as const }, { cloudId: 'site-b' as never }]) {
      const { deps, gate } = setUp(outcome('allow'));
      await gate.admit([click]);
      deps.check.mockImplementation(async () => outcome('block'));
      expect(await gate.admit([{ ...click, layer: 'guard' }])).toBe(true);
      await gate.admit([click]);
      expect(await gate.admit([{ ...click, ...other, layer: 'guard' }])).toBe(false);
    }
  });

  /** Acts that come while the person reads; each prompt ends as `ends` says, in turn. */
  const atOnce = async (acts: IntentOnPage[], ...ends: ('proceed' | 'closed')[]) => {
    const { deps, gate } = setUp(outcome('warn'));
    let open = 0;
    deps.prompt.mockImplementation(async () => {
      open += 1;
      expect(open).toBe(1);
      await Promise.resolve();
      open -= 1;
      return ends.shift() ?? 'closed';
    });
    const went = await Promise.all(acts.map((one) => gate.admit([{ ...one, layer: 'guard' }])));
    return { went, asked: deps.prompt.mock.calls.length, beyond: deps.beyond.mock.calls.map(([ids]) => ids), gate };
  };
  const newcomer = (name: string) => act([`${name}@outside.example`]);

  it('asks about acts that come at once one after the other, and says once what it did not ask about of a loop of them', async () => {
    const some = await atOnce(['a', 'b', 'c'].map(newcomer), 'proceed', 'proceed', 'proceed');
    expect(some).toMatchObject({ went: [true, true, true], asked: 3 });
    expect(some.beyond).toEqual([]);
    const loop = await atOnce(
      Array.from({ length: 9 }, (_, n) => newcomer(`p${n}`)),
      ...Array<'proceed'>(9).fill('proceed'),
    );
    expect(loop.went.filter((may) => !may)).toHaveLength(4);
    expect(loop.beyond).toEqual([Array(4).fill('K7QF-2M9D')]);
    expect(await loop.gate.admit([newcomer('later')])).toBe(true);
  });

  it('checks few acts of a page at once, and stops what is beyond those that wait, unchecked and told once', async () => {
    const { deps, gate } = setUp(outcome('allow'));
    const ends: (() => void)[] = [];
    deps.check.mockImplementation(() => new Promise((resolve) => ends.push(() => resolve(outcome('allow')))));
    const went = Promise.all(Array.from({ length: 114 }, (_, n) => gate.admit([act([`p${n}@x.example`])])));
    await new Promise((resolve) => setTimeout(resolve));
    expect(ends).toHaveLength(10);
    for (let n = 0; n < 110; n += 1) {
      ends[n]?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect((await went).filter((may) => may)).toHaveLength(110);
    expect(deps.check).toHaveBeenCalledTimes(110);
    expect(deps.beyond.mock.calls).toEqual([[[null, null, null, null]]]);
  });

  it('one "Continue" is one call: the same that came meanwhile is asked about anew; a no is one for all of them', async () => {
    const same = ['a', 'a', 'b', 'a', 'a'].map(newcomer);
    expect(await atOnce(same, 'closed', 'closed')).toMatchObject({ went: Array(5).fill(false), asked: 2 });
    expect(await atOnce(same, 'proceed', 'closed', 'proceed', 'closed')).toMatchObject({
      went: [true, true, false, false, false],
      asked: 4,
    });
  });

  it('takes no two acts for one that aim at somebody nobody could read, or at nobody', async () => {
    for (const unread of [act([]), act(['eve@']), act([], { targets: [others(null)] })])
      expect(await atOnce([unread, unread, unread], 'closed', 'proceed', 'closed')).toMatchObject({
        went: [false, true, false],
        asked: 3,
      });
  });

  it('names nobody is not nobody new: such a call is an act of its own', async () => {
    const nobody = { targets: [] };
    const unread = { targets: [others(null)] };
    expect(await askedAfter(act([nina]), act([], nobody))).toBe(1);
    expect(await askedAfter(act([nina]), act([], unread))).toBe(1);
    expect(await askedAfter(act([], unread), act([], unread))).toBe(1);
    expect(await askedAfter(act(['eve@']), act(['eve@']))).toBe(1);
    expect(await askedAfter(act([nina, 'eve@']), act([nina]), act(['eve@']))).toBe(1);
  });

  it('a pass is used up: the second call for the same person is asked about, calls for one each are not', async () => {
    expect(await askedAfter(act([nina]), act([nina]), act([nina]))).toBe(1);
    expect(await askedAfter(act([nina, 'omar@outside.example']), act([nina]), act(['omar@outside.example']))).toBe(0);
  });

  describe('a page that goes on by itself after a no', () => {
    /** Calls after one another, with nothing that a person does between; answers how many were asked about, and what was said. */
    const onItsOwn = async (calls: IntentOnPage[], answer: Checked | Error = outcome('block'), stepMs = 1000) => {
      vi.useFakeTimers();
      const { deps, clock, gate } = setUp(answer);
      clock.now = 1000;
      deps.lastAct.mockReturnValue(0);
      const went: boolean[] = [];
      for (const call of calls) {
        went.push(await gate.admit([{ ...call, layer: 'guard' }]));
        clock.now += stepMs;
      }
      vi.advanceTimersByTime(60_000);
      vi.useRealTimers();
      return {
        went: went.filter((may) => may).length,
        asked: deps.prompt.mock.calls.length + deps.failed.mock.calls.length,
        checked: deps.check.mock.calls.length,
        told: deps.again.mock.calls.map(([stops]) => stops.length),
        deps,
        gate,
      };
    };

    it('is not asked about the same again: it is stopped and told, at once and then together', async () => {
      const retries = Array.from({ length: 5 }, () => newcomer('a'));
      expect(await onItsOwn(retries)).toMatchObject({
        went: 0,
        asked: 1,
        checked: 5,
        told: [1, 3],
      });
      expect(await onItsOwn(retries, new Error('gone'))).toMatchObject({ went: 0, asked: 1 });
    });

    it('is asked about it once more after a while, and about other acts, but three times in a row at the most', async () => {
      expect(await onItsOwn([newcomer('a'), newcomer('a')], outcome('block'), 16_000)).toMatchObject({ asked: 2 });
      const loop = Array.from({ length: 9 }, (_, n) => newcomer(`p${n}`));
      expect(await onItsOwn(loop)).toMatchObject({ went: 0, asked: 3, checked: 9 });
      expect(await onItsOwn(loop, new Error('gone'))).toMatchObject({ went: 0, asked: 3 });
    });

    it('is asked about everything again once the person does something on it', async () => {
      const { deps, gate } = await onItsOwn(Array.from({ length: 5 }, () => newcomer('a')));
      deps.lastAct.mockReturnValue(60_000);
      deps.prompt.mockClear();
      await gate.admit([{ ...newcomer('a'), layer: 'guard' }]);
      expect(deps.prompt).toHaveBeenCalledTimes(1);
    });

    it('is asked about everything again once the person does something in a frame of it', async () => {
      const { deps, gate } = await onItsOwn(Array.from({ length: 5 }, () => newcomer('a')));
      deps.actedInFrame.mockResolvedValueOnce(true);
      deps.prompt.mockClear();
      await gate.admit([{ ...newcomer('a'), layer: 'guard' }]);
      await gate.admit([{ ...newcomer('a'), layer: 'guard' }]);
      expect(deps.prompt).toHaveBeenCalledTimes(1);
      for (const name of ['b', 'c', 'd']) await gate.admit([{ ...newcomer(name), layer: 'guard' }]);
      expect(deps.prompt).toHaveBeenCalledTimes(3);
      deps.actedInFrame.mockResolvedValueOnce(true);
      for (const name of ['d', 'e', 'f']) await gate.admit([{ ...newcomer(name), layer: 'guard' }]);
      expect(deps.prompt).toHaveBeenCalledTimes(6);
    });

    it('has no answer where it hid the question: it is asked about the same again, three times in a row at the most', async () => {
      const { deps, gate } = setUp(outcome('warn'), 'hidden');
      deps.lastAct.mockReturnValue(-1);
      for (let n = 0; n < 6; n += 1) expect(await gate.admit([{ ...newcomer('a'), layer: 'guard' }])).toBe(false);
      expect(deps.prompt).toHaveBeenCalledTimes(3);
    });

    it('is told once where it hid the question from acts that read the same', async () => {
      const { deps, gate } = setUp(outcome('warn'), 'hidden');
      const twice = [1, 2].map(() => gate.admit([{ ...newcomer('a'), layer: 'guard' }]));
      expect(await Promise.all(twice)).toEqual([false, false]);
      expect(deps.prompt).toHaveBeenCalledTimes(1);
    });

    it('is asked about each act of those that the person goes on with', async () => {
      const { deps, gate } = setUp(outcome('warn'), 'proceed');
      deps.lastAct.mockReturnValue(-1);
      for (let n = 0; n < 6; n += 1) expect(await gate.admit([{ ...newcomer('a'), layer: 'guard' }])).toBe(true);
      expect(deps.prompt).toHaveBeenCalledTimes(6);
    });
  });

  it('a call that was let through announces nothing', async () => {
    const { deps, gate } = setUp(outcome('warn'), 'proceed');
    await gate.admit([act([nina], { layer: 'guard' })]);
    await gate.admit([act([nina], { layer: 'guard' })]);
    expect(deps.prompt).toHaveBeenCalledTimes(2);
  });

  it('what people do for themselves is one call, explained once where the same decision holds for the app it names', async () => {
    const start = act([], { intent: 'start-app', targets: [] });
    expect(await askedAfter(start, start)).toBe(0);
    expect(await askedAfter(start, start, start)).toBe(1);
    expect(await askedAfter(start, act([], { intent: 'start-app', targets: [], product: 'confluence' }))).toBe(0);
  });
});
