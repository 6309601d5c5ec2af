import '../../tests/tools/page-interfaces.ts';
import { Window } from 'happy-dom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Place } from './address.ts';
import type { Verdict } from './ask.ts';
import { HAND_OVER, UNKNOWN } from './channel.ts';
import { handOverPort } from './hand-over.ts';
import { judge } from './judge.ts';
import { type Decide, type Judge, serveGuard } from './serve.ts';
import { takePort } from './take-port.ts';

const placeAt = (path: string): Place => {
  const url = `https://acme.atlassian.net/gateway/api/${path}`;
  return { method: 'POST', url, plain: url, graphql: false };
};
const invite = placeAt('invitations/invite');
const join = placeAt('invitations/v1/access-requests/bulk/request');
const text = {
  body: '{"users":[{"email":"nina.new@outside.example"}],"accessMode":"DIRECT_ACCESS"}',
  unreadable: false,
};

const ending = new AbortController();
const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Both ends, joined as on a page. */
function connect(
  decide: Decide,
  terms = { deadlineMs: 200, onUnknown: 'block' as 'allow' | 'block' },
  judging: Judge = async (call) => judge(call),
) {
  const target = new EventTarget();
  const over = takePort(target);
  const port = handOverPort(target);
  open.push(port);
  const errors: unknown[] = [];
  const ask = (place: Place) => new Promise<Verdict>((answered) => over(place, text, answered));
  const change = serveGuard(port, terms, judging, decide, (error) => errors.push(error), ending.signal);
  return { ask, over, change, errors };
}

/** Messages arrive in their own tasks. */
const termsTold = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('hand-over', () => {
  /** What is asked over a port that the isolated side has. */
  const questionsOf = (port: MessagePort): unknown[] => {
    const heard: unknown[] = [];
    open.push(port);
    port.onmessage = ({ data }) => heard.push(data);
    return heard;
  };

  it('gives MAIN the port and shows the page nothing', async () => {
    const target = new EventTarget();
    const seen = vi.fn();
    const ask = takePort(target);
    target.addEventListener(HAND_OVER, seen);
    const questions = questionsOf(handOverPort(target));
    ask(invite, text, vi.fn());
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    expect(seen).not.toHaveBeenCalled();
  });

  it('is not heard on a window, which may be older than its document', () => {
    const { document, Event } = new Window();
    const seen = vi.fn();
    for (const capture of [true, false]) document.defaultView?.addEventListener(HAND_OVER, seen, capture);
    const taken = vi.fn();
    document.addEventListener(HAND_OVER, taken);
    document.dispatchEvent(new Event(HAND_OVER));
    expect(taken).toHaveBeenCalledOnce();
    expect(seen).not.toHaveBeenCalled();
  });

  it('happens once: a later event of the page is not taken', async () => {
    const target = new EventTarget();
    const ask = takePort(target);
    const first = questionsOf(handOverPort(target));
    const second = questionsOf(handOverPort(target));
    ask(invite, text, vi.fn());
    await vi.waitFor(() => expect(first).toHaveLength(1));
    expect(second).toEqual([]);
  });

  it('an event of that name without a port is none', async () => {
    const target = new EventTarget();
    const ask = takePort(target);
    target.dispatchEvent(new Event(HAND_OVER));
    target.dispatchEvent(new MessageEvent(HAND_OVER));
    const questions = questionsOf(handOverPort(target));
    ask(invite, text, vi.fn());
    await vi.waitFor(() => expect(questions).toHaveLength(1));
  });

  it('that never came lets nothing go, and what the page gives up is told no verdict', async () => {
    const ask = takePort(new EventTarget());
    const answered = vi.fn();
    const dropped = vi.fn();
    ask(invite, text, answered);
    ask(invite, text, dropped)();
    expect(answered).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(answered).toHaveBeenCalledExactlyOnceWith({ allow: false, message: UNKNOWN }));
    expect(dropped).not.toHaveBeenCalled();
  });
});

describe('asking', () => {
  it('allows and blocks as decided', async () => {
    const allow = connect(async () => ({ allow: true }));
    expect(await allow.ask(invite)).toEqual({ allow: true });
    const block = connect(async ({ intent }) => ({ allow: false, message: `No ${intent}` }));
    expect(await block.ask(invite)).toEqual({ allow: false, message: 'No invite' });
  });

  it('answers each question with its own verdict', async () => {
    const { ask } = connect(async ({ intent }) =>
      intent === 'invite' ? { allow: true } : { allow: false, message: 'no' },
    );
    const verdicts = await Promise.all([ask(invite), ask(join), ask(invite)]);
    expect(verdicts.map(({ allow }) => allow)).toEqual([true, false, true]);
  });

  it('a failing policy gives what the terms say, and is reported', async () => {
    const fail: Decide = async () => {
      throw new Error('broken');
    };
    const block = connect(fail);
    expect(await block.ask(invite)).toEqual({ allow: false, message: UNKNOWN });
    expect(block.errors).toHaveLength(1);
    expect(await connect(fail, { deadlineMs: 200, onUnknown: 'allow' }).ask(invite)).toEqual({ allow: true });
  });

  it('what nobody could judge is blocked, whatever the terms say of a policy that cannot be asked, and is reported', async () => {
    const decide = vi.fn<Decide>(async () => ({ allow: true }));
    const { ask, errors } = connect(decide, { deadlineMs: 200, onUnknown: 'allow' }, async () => {
      throw new Error('broken');
    });
    expect(await ask(invite)).toEqual({ allow: false, message: UNKNOWN });
    expect(decide).not.toHaveBeenCalled();
    expect(errors).toHaveLength(1);
  });

  it('silence gives what the terms say', async () => {
    const silent: Decide = () => new Promise(() => undefined);
    const { ask, change } = connect(silent, { deadlineMs: 20, onUnknown: 'block' });
    await termsTold();
    expect(await ask(invite)).toEqual({ allow: false, message: UNKNOWN });
    change({ deadlineMs: 20, onUnknown: 'allow' });
    await termsTold();
    expect(await ask(invite)).toEqual({ allow: true });
  });

  it('a person may think longer than the deadline', async () => {
    const { ask } = connect(
      async (_call, hold) => {
        hold();
        await new Promise((resolve) => setTimeout(resolve, 80));
        return { allow: true };
      },
      { deadlineMs: 30, onUnknown: 'block' },
    );
    expect(await ask(invite)).toEqual({ allow: true });
  });

  it('a task of the page that leaves nobody a turn does not count as silence', async () => {
    const { ask } = connect(async () => ({ allow: true }), { deadlineMs: 60, onUnknown: 'block' });
    await termsTold();
    const asked = ask(invite);
    for (const until = performance.now() + 150; performance.now() < until; );
    expect(await asked).toEqual({ allow: true });
  });

  it('what got its verdict for want of an answer stands no more', async () => {
    let stands = (): boolean => true;
    const silent: Decide = (_call, _hold, still) => {
      stands = still;
      return new Promise(() => undefined);
    };
    const { ask } = connect(silent, { deadlineMs: 20, onUnknown: 'block' });
    await termsTold();
    expect(await ask(invite)).toEqual({ allow: false, message: UNKNOWN });
    await vi.waitFor(() => expect(stands()).toBe(false));
  });

  it('what the page gave up stands no more, and is told no verdict', async () => {
    let stands = (): boolean => true;
    const asked = Promise.withResolvers<void>();
    const decided = Promise.withResolvers<void>();
    const { over } = connect(async (_call, hold, still) => {
      hold();
      stands = still;
      asked.resolve();
      await decided.promise;
      return { allow: true };
    });
    const answered = vi.fn();
    const drop = over(invite, text, answered);
    await asked.promise;
    expect(stands()).toBe(true);
    drop();
    await vi.waitFor(() => expect(stands()).toBe(false));
    decided.resolve();
    await termsTold();
    expect(answered).not.toHaveBeenCalled();
  });
});
