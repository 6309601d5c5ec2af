import { describe, expect, it } from 'vitest';
import { CallError } from '../../core/contract/client.ts';
import type { Outbox, OutboxEntry } from '../platform/outbox.ts';
import { deliver } from './deliver.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const common = (n: number, subject: string | null) => ({
  seq: n,
  key: uuid(n),
  at: '2026-11-21T08:00:00.000Z',
  subject,
  refused: null,
});

const request = (n: number, subject: string | null = 'emma') =>
  ({ ...common(n, subject), kind: 'request', body: { reason: `r${n}` } }) as unknown as OutboxEntry;
const record = (n: number, subject: string | null = 'emma') =>
  ({ ...common(n, subject), kind: 'intent', body: { id: uuid(n) } }) as unknown as OutboxEntry;

function box(
  entries: OutboxEntry[],
): Pick<Outbox, 'all' | 'remove' | 'refuse'> & { left(): string[]; refusals(): string[] } {
  let kept = entries;
  return {
    all: async () => structuredClone(kept),
    remove: async (seqs) => {
      kept = kept.filter(({ seq }) => !seqs.includes(seq));
    },
    refuse: async (seq, why) => {
      kept = kept.map((entry) => (entry.seq === seq ? { ...entry, refused: why } : entry));
    },
    left: () => kept.filter(({ refused }) => refused === null).map(({ key }) => key),
    refusals: () => kept.flatMap(({ refused }) => refused ?? []),
  };
}

type Call = { path: string; key: string | undefined; count: number };
function service(answer: (call: Call, index: number) => void) {
  const calls: Call[] = [];
  const ask = async (route: { path: string }, input: { idempotencyKey?: string; body: { intents?: unknown[] } }) => {
    const call = { path: route.path, key: input.idempotencyKey, count: input.body.intents?.length ?? 1 };
    calls.push(call);
    answer(call, calls.length - 1);
    return { request: { number: calls.length }, duplicate: false };
  };
  return { calls, ask: ask as unknown as Parameters<typeof deliver>[1] };
}

const down = new CallError('unreachable', 'down', null);
const busy = new CallError('too-many-requests', 'wait', 429);
const no = new CallError('bad-request', 'There is no such site.', 400);

describe('delivery', () => {
  it('sends requests first, in order and each with its own key, records together, and empties the box', async () => {
    const kept = box([record(1), record(2), request(3), record(4), request(5)]);
    const { calls, ask } = service(() => undefined);
    const fates = await deliver(kept, ask, 'emma');
    expect(calls.map(({ path, key, count }) => [path, key, count])).toEqual([
      ['/api/v1/requests', uuid(3), 1],
      ['/api/v1/requests', uuid(5), 1],
      ['/api/v1/intents', undefined, 3],
    ]);
    expect(kept.left()).toEqual([]);
    expect(fates.get(uuid(5))).toMatchObject({ sent: true });
  });

  it.each([
    ['unreachable', down],
    ['too many requests', busy],
    ['session ended', new CallError('not-signed-in', 'x', 401)],
    ['nonsense', new CallError('unexpected-answer', 'x', 502)],
  ])('stops at the first thing that may work later (%s) and keeps the order', async (_, problem) => {
    const kept = box([request(1), request(2), request(3)]);
    const { calls, ask } = service((_call, index) => {
      if (index === 1) throw problem;
    });
    await deliver(kept, ask, 'emma');
    expect(calls).toHaveLength(2);
    expect(kept.left()).toEqual([uuid(2), uuid(3)]);
    expect(kept.refusals()).toEqual([]);
  });

  it('holds no request back behind a record in trouble', async () => {
    const kept = box([record(1), request(2)]);
    const { ask } = service(({ path }) => {
      if (path === '/api/v1/intents') throw busy;
    });
    expect((await deliver(kept, ask, 'emma')).get(uuid(2))).toMatchObject({ sent: true });
    expect(kept.left()).toEqual([uuid(1)]);
  });

  it('sends again with the same key after a lost answer', async () => {
    const kept = box([request(1)]);
    const { calls, ask } = service((_call, index) => {
      if (index === 0) throw down;
    });
    await deliver(kept, ask, 'emma');
    await deliver(kept, ask, 'emma');
    expect(calls.map(({ key }) => key)).toEqual([uuid(1), uuid(1)]);
    expect(kept.left()).toEqual([]);
  });

  it('keeps what is refused for good, with the words, and goes on', async () => {
    const kept = box([request(1), request(2)]);
    const { ask } = service(({ key }) => {
      if (key === uuid(1)) throw no;
    });
    const fates = await deliver(kept, ask, 'emma');
    expect(fates.get(uuid(1))).toEqual({ sent: false, why: 'There is no such site.' });
    expect(kept.refusals()).toEqual(['There is no such site.']);
    expect(kept.left()).toEqual([]);
  });

  it('does not let one bad record take its neighbours with it', async () => {
    const kept = box([record(1), record(2), record(3)]);
    const { calls, ask } = service((call, index) => {
      if (call.count > 1 || index === 2) throw no;
    });
    await deliver(kept, ask, 'emma');
    expect(calls.map(({ count }) => count)).toEqual([3, 1, 1, 1]);
    expect(kept.refusals()).toHaveLength(1);
    expect(kept.left()).toEqual([]);
  });

  it('leaves what belongs to somebody else, and sends what belongs to nobody', async () => {
    const kept = box([request(1, 'liam'), request(2, null), request(3, 'emma')]);
    const { calls, ask } = service(() => undefined);
    await deliver(kept, ask, 'emma');
    expect(calls.map(({ key }) => key)).toEqual([uuid(2), uuid(3)]);
    expect(kept.left()).toEqual([uuid(1)]);
  });
});
