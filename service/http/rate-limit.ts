import type { HttpContext, HttpSettings } from './environment.ts';
import { problem } from './problem.ts';

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

/** The problem answer when the caller has used up its share, else null. */
export function overLimit(c: HttpContext, limit: RateLimit, key: string): Response | null {
  const wait = limit.take(key, Date.now());
  return wait === 0 ? null : problem(c, 'too-many-requests', { headers: { 'retry-after': String(wait) } });
}

export function addressOf(c: HttpContext, { trustProxy }: Pick<HttpSettings, 'trustProxy'>): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? c.env?.incoming?.socket.remoteAddress ?? 'unknown';
}
