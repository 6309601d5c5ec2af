import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { type FreshEntry, openOutbox } from './outbox.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const request = (n: number): FreshEntry => ({
  kind: 'request',
  key: uuid(n),
  at: '2026-11-21T08:00:00.000Z',
  subject: 'emma',
  serviceUrl: 'https://gatehouse.example.com',
  body: {
    intent: 'invite',
    product: null,
    cloudId: null,
    container: null,
    siteHost: 'acme.atlassian.net',
    targets: [{ email: 'nina.new@outside.example', accountId: null }],
    reason: `reason ${n}`,
    ruleIds: [],
    ruleName: 'IT adds new people',
    policyVersion: 1,
  },
});

let names = 0;
const fresh = () => {
  names += 1;
  return `outbox-${names}`;
};

describe('the outbox', () => {
  it('keeps entries in order over a restart of the worker', async () => {
    const name = fresh();
    const before = openOutbox(name);
    await before.add(request(1));
    await before.add(request(2));
    const after = openOutbox(name);
    expect((await after.all()).map(({ key }) => key)).toEqual([uuid(1), uuid(2)]);
  });

  it('keeps the first of two entries with one key once sending has begun', async () => {
    const box = openOutbox(fresh());
    await box.add(request(1));
    expect(await box.begin(1)).toMatchObject({ key: uuid(1) });
    await box.add({ ...request(1), at: '2026-11-21T09:00:00.000Z' });
    expect(await box.all()).toHaveLength(1);
    expect((await box.all())[0]?.at).toBe('2026-11-21T08:00:00.000Z');
  });

  it('keeps the newer words while nobody has begun to send the first', async () => {
    const box = openOutbox(fresh());
    const first = request(1);
    if (first.kind !== 'request') throw new Error('a request was asked for');
    await box.add(first);
    await box.add({ ...first, body: { ...first.body, reason: 'Better words.' } });
    expect(await box.all()).toMatchObject([{ seq: 1, tried: false, body: { reason: 'Better words.' } }]);
  });

  it('begins nothing that was taken back or refused', async () => {
    const box = openOutbox(fresh());
    await box.add(request(1));
    await box.add(request(2));
    await box.remove([1]);
    await box.refuse(2, 'There is no such site.');
    expect([await box.begin(1), await box.begin(2)]).toEqual([null, null]);
  });

  it('keeps what the service said in place of taking it, until somebody wants it tried anew', async () => {
    const box = openOutbox(fresh());
    await box.add(request(1));
    await box.stumble([1], 'Something broke.');
    expect(await box.all()).toMatchObject([{ refused: null, trouble: { why: 'Something broke.' } }]);
    await box.retry(1);
    expect(await box.all()).toMatchObject([{ trouble: null }]);
  });

  it('tries a refused entry anew when the person sends it again', async () => {
    const box = openOutbox(fresh());
    await box.add(request(1));
    const [entry] = await box.all();
    await box.refuse(entry?.seq ?? 0, 'There is no such site.');
    await box.add({ ...request(1), at: '2026-11-21T09:00:00.000Z' });
    expect(await box.all()).toMatchObject([{ seq: entry?.seq, refused: null, at: '2026-11-21T09:00:00.000Z' }]);
  });

  it('keeps what was refused, with the reason, until it is removed', async () => {
    const box = openOutbox(fresh());
    await box.add(request(1));
    const [entry] = await box.all();
    await box.refuse(entry?.seq ?? 0, 'There is no such site.');
    expect((await box.all())[0]?.refused).toBe('There is no such site.');
    await box.remove([entry?.seq ?? 0]);
    expect(await box.all()).toEqual([]);
  });

  it('keeps nothing that could never be sent, and says why', async () => {
    const outbox = openOutbox(fresh());
    const entry = request(1);
    const many = Array.from({ length: 201 }, (_, n) => ({ email: `p${n}@x.example`, accountId: null }));
    if (entry.kind !== 'request') throw new Error('a request was asked for');
    await expect(outbox.add({ ...entry, body: { ...entry.body, targets: many } })).rejects.toThrow(
      /^This cannot be sent: targets: .*Nothing was sent or kept\.$/,
    );
    expect(await outbox.all()).toEqual([]);
  });

  it('shows what it cannot read any more, and lets go of it only when asked to', async () => {
    const name = fresh();
    const outbox = openOutbox(name);
    await outbox.add(request(1));
    const db = await openDB(name, 1);
    await db.add('outbox', { key: uuid(2), kind: 'request', body: { reason: 'Launch' } });
    db.close();
    expect((await outbox.all()).map(({ key }) => key)).toEqual([uuid(1)]);
    const [broken] = await outbox.broken();
    expect(broken).toMatchObject({ kind: 'broken', seq: 2, text: expect.stringContaining('"reason": "Launch"') });
    await outbox.remove([2]);
    expect(await outbox.broken()).toEqual([]);
  });

  it('lets a refused entry be sent again', async () => {
    const outbox = openOutbox(fresh());
    await outbox.add(request(1));
    await outbox.refuse(1, 'There is no such site.');
    expect((await outbox.all())[0]?.refused).toBe('There is no such site.');
    await outbox.retry(1);
    expect((await outbox.all())[0]?.refused).toBeNull();
  });
});
