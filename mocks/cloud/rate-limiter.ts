/** What a rate limit says about one call. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since 1970 when the window ends. */
  readonly resetAt: number;
}

/** Counts calls in fixed windows of one minute, each kind of call for itself. */
export class RateLimiter {
  readonly #windows = new Map<string, { start: number; used: number }>();
  readonly #now: () => number;
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts one call of `kind` against `perMinute`. */
  take(kind: string, perMinute: number): Allowance {
    const now = this.#now();
    const kept = this.#windows.get(kind);
    const window = kept && now < kept.start + minute ? kept : { start: now, used: 0 };
    window.used++;
    this.#windows.set(kind, window);
    return {
      allowed: window.used <= perMinute,
      limit: perMinute,
      remaining: Math.max(0, perMinute - window.used),
      resetAt: window.start + minute,
    };
  }

  clear(): void {
    this.#windows.clear();
  }
}

const minute = 60_000;
