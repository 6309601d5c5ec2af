import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { getHealth } from '../../core/contract/routes/health.ts';
import { QueryCache } from './query-cache.ts';

const healthy = { status: 'ok', version: '1', checks: [] };
const json = (body: unknown, init?: ResponseInit) => Response.json(body, init);
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the query cache', () => {
  it('asks once for many lookers and tells each of them', async () => {
    const send = vi.fn(async () => json(healthy));
    const cache = new QueryCache(send, () => undefined);
    const [one, two] = [vi.fn(), vi.fn()];
    cache.subscribe(getHealth, {}, one);
    cache.subscribe(getHealth, {}, two);
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
    expect(one).toHaveBeenCalled();
    expect(two).toHaveBeenCalled();
    expect(cache.snapshot(getHealth, {})).toEqual({ value: healthy, error: null, loading: false });
  });

  it('asks again when the answer became stale while it was being fetched', async () => {
    let release: (response: Response) => void = () => undefined;
    const answers = [
      new Promise<Response>((resolve) => {
        release = resolve;
      }),
      Promise.resolve(json({ ...healthy, version: '2' })),
    ];
    const send = vi.fn(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    const cache = new QueryCache(send, () => undefined);
    cache.subscribe(getHealth, {}, () => undefined);
    cache.invalidate(getHealth);
    release(json(healthy));
    await settle();
    expect(send).toHaveBeenCalledTimes(2);
    expect(cache.snapshot(getHealth, {}).value?.version).toBe('2');
  });

  it('keeps the old answer beside the error, and sends the ETag it was given', async () => {
    const seen: (string | null)[] = [];
    const answers = [
      json(healthy, { headers: { etag: '"7"' } }),
      new Response(null, { status: 304 }),
      json({}, { status: 502 }),
    ];
    const cache = new QueryCache(
      async (_path, init) => {
        seen.push(new Headers(init.headers).get('if-none-match'));
        return answers.shift() ?? Promise.reject(new Error('asked too often'));
      },
      () => undefined,
    );
    cache.subscribe(getHealth, {}, () => undefined);
    await settle();
    cache.invalidate();
    await settle();
    cache.invalidate();
    await settle();
    expect(seen).toEqual([null, '"7"', '"7"']);
    const { value, error } = cache.snapshot(getHealth, {});
    expect(value).toEqual(healthy);
    expect(error?.status).toBe(502);
  });

  it('says so when the session has ended', async () => {
    const ended = vi.fn();
    const problem = { type: '', title: '', status: 401, code: 'not-signed-in', detail: '', instance: '' };
    const cache = new QueryCache(async () => json(problem, { status: 401 }), ended);
    cache.subscribe(getHealth, {}, () => undefined);
    await settle();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('does not ask for what nobody looks at', async () => {
    const send = vi.fn(async () => json(healthy));
    const cache = new QueryCache(send, () => undefined);
    cache.subscribe(getHealth, {}, () => undefined)();
    await settle();
    cache.invalidate();
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('asks again by itself while what failed may pass, in growing pauses, and only while somebody looks', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const answers = [json({}, { status: 502 }), json({}, { status: 502 }), json(healthy)];
    const send = vi.fn(async () => answers.shift() ?? json({}, { status: 502 }));
    const cache = new QueryCache(send, () => undefined);
    const leave = cache.subscribe(getHealth, {}, () => undefined);
    await vi.advanceTimersByTimeAsync(1999);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(3999);
    expect(send).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(cache.snapshot(getHealth, {})).toEqual({ value: healthy, error: null, loading: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(3);
    cache.invalidate();
    leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('does not ask again for what will stay refused', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const problem = { type: 'about:blank', title: 't', status: 404, code: 'not-found', detail: 'd', instance: 'i' };
    const send = vi.fn(async () => json(problem, { status: 404 }));
    const cache = new QueryCache(send, () => undefined);
    cache.subscribe(getHealth, {}, () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
