import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LiveEvent } from '../../core/contract/live.ts';
import { followLive } from './live.ts';

const streamOf = (...chunks: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    }),
  );

async function follow(answers: (() => Response)[]) {
  const stop = new AbortController();
  const events: LiveEvent[] = [];
  const marks: string[] = [];
  await followLive(
    async () => {
      const answer = answers.shift();
      if (answer) return answer();
      stop.abort();
      throw new TypeError('no more');
    },
    {
      onOpen: () => marks.push('open'),
      onEvent: (event) => events.push(event),
      onLost: () => marks.push('lost'),
    },
    stop.signal,
    new EventTarget(),
  );
  return { events, marks };
}

describe('the event stream', () => {
  it('reads events cut anywhere, passes over comments and what it does not know', async () => {
    const { events } = await follow([
      () =>
        streamOf(
          ': hello\n\nretry: 1000\n\ndata: {"type":"request.changed","id":"r1",',
          '"number":7,"state":"granted"}\n\ndata: {"type":"of.tomorrow"}\n\ndata: not json\n\n',
          'data: {"type":"directory.changed"}\n\n',
        ),
    ]);
    expect(events).toEqual([
      { type: 'request.changed', id: 'r1', number: 7, state: 'granted' },
      { type: 'directory.changed' },
    ]);
  });

  it('comes back after a loss and says so, because what happened meanwhile was not told', async () => {
    const { marks } = await follow([() => streamOf(': one\n\n'), () => streamOf(': two\n\n')]);
    expect(marks).toEqual(['open', 'lost', 'open', 'lost']);
  });

  it('stops when it is refused', async () => {
    const { marks } = await follow([() => new Response(null, { status: 403 }), () => streamOf(': never\n\n')]);
    expect(marks).toEqual(['lost']);
  });

  it('is lost as soon as the network is, and tried again as soon as that is back', async () => {
    // No pause ends by itself here.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const network = new EventTarget();
    const stop = new AbortController();
    const marks: string[] = [];
    const open = () =>
      new Response(new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode(': hi\n\n')) }));
    const following = followLive(
      async (_, init) => {
        const response = open();
        const cancelled = new TransformStream();
        response.body?.pipeTo(cancelled.writable, { signal: init.signal as AbortSignal }).catch(() => undefined);
        return new Response(cancelled.readable);
      },
      { onOpen: () => marks.push('open'), onEvent: () => undefined, onLost: () => marks.push('lost') },
      stop.signal,
      network,
    );
    const marked = async (...wanted: string[]) => {
      for (let turn = 0; turn < 1000 && marks.length < wanted.length; turn += 1) await new Promise(setImmediate);
      expect(marks).toEqual(wanted);
    };
    await marked('open');
    network.dispatchEvent(new Event('offline'));
    await marked('open', 'lost');
    network.dispatchEvent(new Event('online'));
    await marked('open', 'lost', 'open');
    stop.abort();
    await following;
  });

  it('is lost within five seconds of silence', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const stop = new AbortController();
    const marks: string[] = [];
    let say = (_: string): void => undefined;
    const following = followLive(
      async (_, init) =>
        new Response(
          new ReadableStream({
            start(it) {
              say = (text) => it.enqueue(new TextEncoder().encode(text));
              init.signal?.addEventListener('abort', () => it.error(new DOMException('', 'AbortError')));
            },
          }),
        ),
      { onOpen: () => marks.push('open'), onEvent: () => undefined, onLost: () => marks.push('lost') },
      stop.signal,
      new EventTarget(),
    );
    await vi.advanceTimersByTimeAsync(2000);
    say(': alive\n\n');
    await vi.advanceTimersByTimeAsync(4000);
    expect(marks).toEqual(['open']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(marks.slice(0, 2)).toEqual(['open', 'lost']);
    stop.abort();
    await vi.advanceTimersByTimeAsync(20_000);
    await following;
  });
});
