import { describe, expect, it } from 'vitest';
import { CallError } from '../../core/contract/client.ts';
import type { Outbox, OutboxEntry } from '../platform/outbox.ts';
import { deliver } from './deliver.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const emma = { subject: 'emma', serviceUrl: 'https://gatehouse.example.com' };
const common = (n: number, subject: string | null) => ({
  serviceUrl: emma.serviceUrl,
  seq: n,
  key: uuid(n),
  at: '2026-11-21T08:00:00.000Z',
  subject,
  refused: null,
  trouble: null,
});

const request = (n: number, subject: string | null = 'emma') =>
  ({ ...common(n, subject), kind: 'request', tried: false, body: { reason: `r${n}` } }) as unknown as OutboxEntry;
const record = (n: number, subject: string | null = 'emma') =>
  ({ ...common(n, subject), kind: 'intent', body: { id: uuid(n) } }) as unknown as OutboxEntry;

function box(entries: OutboxEntry[]): Pick<Outbox, 'all' | 'remove' | 'refuse' | 'begin' | 'stumble'> & {
  left(): string[];
  refusals(): string[];
  troubles(): string[];
} {
  let clock = Date.parse('2026-11-21T08:00:00.000Z');
  let kept = entries;
  return {
    all: async () => structuredClone(kept),
    remove: async (seqs) => {
      kept = kept.filter(({ seq }) => !seqs.includes(seq));
    },
    refuse: async (seq, why) => {
      kept = kept.map((entry) => (entry.seq === seq ? { ...entry, refused: why } : entry));
    },
    begin: async (seq) => kept.find((entry) => entry.seq === seq) ?? null,
    stumble: async (seqs, why) => {
      clock += 1000;
      const trouble = { at: new Date(clock).toISOString(), why };
      kept = kept.map((entry) => (seqs.includes(entry.seq) ? { ...entry, trouble } : entry));
    },
    troubles: () => kept.flatMap(({ trouble }) => trouble?.why ?? []),
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
    const fates = await deliver(kept, ask, emma);
    expect(calls.map(({ path, key, count }) => [path, key, count])).toEqual([
      ['/api/v1/requests', uuid(3), 1],
      ['/api/v1/requests', uuid(5), 1],
      ['/api/v1/intents', undefined, 3],
    ]);
    expect(kept.left()).toEqual([]);
    expect(fates.get(uuid(5))).toMatchObject({ state: 'sent' });
  });

  it.each([
    ['unreachable', down],
    ['too many requests', busy],
    ['session ended', new CallError('not-signed-in', 'x', 401)],
  ])('stops where nothing can arrive (%s) and keeps the order', async (what, problem) => {
    const kept = box([request(1), request(2), request(3)]);
    const { calls, ask } = service((_call, index) => {
      if (index === 1) throw problem;
    });
    const fates = await deliver(kept, ask, emma);
    expect(calls).toHaveLength(2);
    expect(kept.left()).toEqual([uuid(2), uuid(3)]);
    expect(kept.refusals()).toEqual([]);
    const why = { unreachable: 'unreachable', 'session ended': 'not-signed-in' }[what] ?? 'trouble';
    for (const n of [2, 3]) expect(fates.get(uuid(n)), `request ${n}`).toEqual({ state: 'waiting', why });
  });

  it.each([
    ['trouble of the service', new CallError('internal', 'Something broke.', 500)],
    ['nonsense', new CallError('unexpected-answer', 'Something broke.', 201)],
  ])('goes on past what is answered with %s, and keeps it with the words for later', async (_, problem) => {
    const kept = box([request(1), request(2), record(3)]);
    const { calls, ask } = service(({ key }) => {
      if (key === uuid(1)) throw problem;
    });
    const fates = await deliver(kept, ask, emma);
    expect(kept.left()).toEqual([uuid(1)]);
    expect(kept.troubles()).toEqual(['Something broke.']);
    expect(kept.refusals()).toEqual([]);
    expect(fates.get(uuid(1))).toEqual({ state: 'waiting', why: 'trouble' });
    await deliver(kept, ask, emma);
    expect(calls.filter(({ key }) => key === uuid(1))).toHaveLength(2);
  });

  it('gives a service in trouble a rest, and each thing its turn in the end', async () => {
    const kept = box([1, 2, 3, 4, 5].map((n) => request(n)));
    let isWell = false;
    const { calls, ask } = service(({ key }) => {
      if (!isWell || key !== uuid(5)) throw new CallError('internal', 'Something broke.', 500);
    });
    await deliver(kept, ask, emma);
    expect(calls).toHaveLength(3);
    isWell = true;
    await deliver(kept, ask, emma);
    await deliver(kept, ask, emma);
    expect(kept.left()).toEqual([1, 2, 3, 4].map(uuid));
    calls.length = 0;
    await deliver(kept, ask, emma);
    await deliver(kept, ask, emma);
    expect(new Set(calls.map(({ key }) => key)).size).toBe(4);
  });

  it('sends a request in the words that stand when it is sent, and not at all when it was taken back', async () => {
    const kept = box([request(1), request(2)]);
    const { calls, ask } = service(() => undefined);
    const fates = await deliver({ ...kept, begin: async (seq) => (seq === 1 ? null : request(2)) }, ask, emma);
    expect(calls.map(({ key }) => key)).toEqual([uuid(2)]);
    expect(fates.get(uuid(1))).toMatchObject({ state: 'refused', message: expect.stringContaining('taken back') });
  });

  it('takes a request whose key served before for one that has reached IT: it waits no more, and is not refused', async () => {
    const kept = box([request(1)]);
    const { ask } = service(() => {
      throw new CallError('idempotency-conflict', 'This idempotency key was used for something else.', 409);
    });
    expect((await deliver(kept, ask, emma)).get(uuid(1))).toEqual({ state: 'reached' });
    expect([kept.left(), kept.refusals()]).toEqual([[], []]);
  });

  it('holds no request back behind a record in trouble', async () => {
    const kept = box([record(1), request(2)]);
    const { ask } = service(({ path }) => {
      if (path === '/api/v1/intents') throw busy;
    });
    expect((await deliver(kept, ask, emma)).get(uuid(2))).toMatchObject({ state: 'sent' });
    expect(kept.left()).toEqual([uuid(1)]);
  });

  it('sends again with the same key after a lost answer', async () => {
    const kept = box([request(1)]);
    const { calls, ask } = service((_call, index) => {
      if (index === 0) throw down;
    });
    await deliver(kept, ask, emma);
    await deliver(kept, ask, emma);
    expect(calls.map(({ key }) => key)).toEqual([uuid(1), uuid(1)]);
    expect(kept.left()).toEqual([]);
  });

  it('keeps what is refused for good, with the words, and goes on', async () => {
    const kept = box([request(1), request(2)]);
    const { ask } = service(({ key }) => {
      if (key === uuid(1)) throw no;
    });
    const fates = await deliver(kept, ask, emma);
    expect(fates.get(uuid(1))).toEqual({ state: 'refused', message: 'There is no such site.' });
    expect(kept.refusals()).toEqual(['There is no such site.']);
    expect(kept.left()).toEqual([]);
  });

  it('does not let one bad record take its neighbours with it', async () => {
    const kept = box([record(1), record(2), record(3)]);
    const { calls, ask } = service((call, index) => {
      if (call.count > 1 || index === 2) throw no;
    });
    await deliver(kept, ask, emma);
    expect(calls.map(({ count }) => count)).toEqual([3, 1, 1, 1]);
    expect(kept.refusals()).toHaveLength(1);
    expect(kept.left()).toEqual([]);
  });

  it('leaves what belongs to somebody else, and sends records of nobody', async () => {
    const kept = box([request(1, 'liam'), record(2, null), request(3, 'emma')]);
    const { calls, ask } = service(() => undefined);
    await deliver(kept, ask, emma);
    expect(calls.map(({ path, key }) => key ?? path)).toEqual([uuid(3), '/api/v1/intents']);
    expect(kept.left()).toEqual([uuid(1)]);
  });

  it('sends what is for this service, and what a version kept that did not say for which; also of records of nobody', async () => {
    const { calls, ask } = service(() => undefined);
    const other = { serviceUrl: 'https://gatehouse.other.example' };
    const old = { serviceUrl: null };
    const kept = box([
      { ...request(1), ...other },
      { ...record(2, null), ...other },
      { ...request(3), ...old },
      { ...record(4, null), ...old },
    ] as OutboxEntry[]);
    await deliver(kept, ask, emma);
    expect(calls.map(({ key }) => key)).toEqual([uuid(3), undefined]);
    expect(kept.left()).toEqual([uuid(1), uuid(2)]);
  });
});
