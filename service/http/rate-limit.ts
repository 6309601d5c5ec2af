export interface RateLimit {
  /** Seconds to wait; 0 when the call may pass. */
  take(key: string, now: number): number;
}

/** At most `limit` calls a minute for each key. Kept in memory: a restart forgives. */
export function perMinute(limit: number): RateLimit {
  const windows = new Map<string, { from: number; count: number }>();
  return {
    take(key, now) {
      const window = windows.get(key);
      if (!window || now - window.from >= 60_000) {
        if (windows.size > 10_000) for (const [old, { from }] of windows) if (now - from >= 60_000) windows.delete(old);
        windows.set(key, { from: now, count: 1 });
        return 0;
      }
      window.count++;
      return window.count > limit ? Math.ceil((window.from + 60_000 - now) / 1000) : 0;
    },
  };
}

export interface RateLimits {
  /** Calls without a session, for each address. */
  readonly strangers: RateLimit;
  /** Calls with a session, for each person. */
  readonly people: RateLimit;
}

export const usualLimits = (): RateLimits => ({ strangers: perMinute(600), people: perMinute(1200) });
