// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { provide } from '../on-demand/shelf.ts';
import { startWhileSignedIn } from './while-signed-in.ts';

let over: AbortController;
const ready = vi.fn<() => Promise<unknown>>();
const start = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  over = new AbortController();
  const { fake } = installFakeBrowser();
  Object.assign(fake.runtime, { sendMessage: () => ready() });
  provide('marks', { start } as never);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
});
afterEach(() => {
  over.abort();
  vi.useRealTimers();
});

const answer = { ok: true, value: { signedIn: true, badges: 'all' } };

it('asks again where the background did not answer, and draws once it does', async () => {
  ready.mockResolvedValueOnce(undefined).mockResolvedValueOnce(undefined).mockResolvedValue(answer);
  startWhileSignedIn(over.signal);
  await vi.advanceTimersByTimeAsync(1000);
  expect(start).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  expect(start).toHaveBeenCalledOnce();
});

it('gives up after a few times, and never goes on where it is over', async () => {
  ready.mockReset().mockResolvedValue(undefined);
  startWhileSignedIn(over.signal);
  await vi.advanceTimersByTimeAsync(60_000);
  // Each question is put a second time at once.
  expect(ready).toHaveBeenCalledTimes(6);
  startWhileSignedIn(over.signal);
  await vi.advanceTimersByTimeAsync(0);
  over.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ready).toHaveBeenCalledTimes(8);
});
