import { describe, expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter.ts';

describe('the rate limiter', () => {
  it('counts down within a minute, refuses, and starts anew', () => {
    let now = 1000;
    const limiter = new RateLimiter(() => now);
    expect(limiter.take('events', 2)).toEqual({ allowed: true, limit: 2, remaining: 1, resetAt: 61_000 });
    expect(limiter.take('events', 2)).toMatchObject({ allowed: true, remaining: 0 });
    expect(limiter.take('events', 2)).toMatchObject({ allowed: false, remaining: 0 });
    now = 61_000;
    expect(limiter.take('events', 2)).toMatchObject({ allowed: true, remaining: 1, resetAt: 121_000 });
  });

  it('counts each kind of call for itself and forgets when asked', () => {
    const limiter = new RateLimiter(() => 0);
    limiter.take('events', 1);
    expect(limiter.take('events-stream', 1).allowed).toBe(true);
    expect(limiter.take('events', 1).allowed).toBe(false);
    limiter.clear();
    expect(limiter.take('events', 1).allowed).toBe(true);
  });
});
