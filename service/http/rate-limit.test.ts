import { expect, it } from 'vitest';
import { perMinute } from './rate-limit.ts';

it('lets so many calls a minute pass for each key, then says how long to wait', () => {
  const limit = perMinute(2);
  expect([limit.take('a', 0), limit.take('a', 1000), limit.take('a', 30_000)]).toEqual([0, 0, 30]);
  expect(limit.take('b', 30_000)).toBe(0);
  expect(limit.take('a', 60_000)).toBe(0);
});
