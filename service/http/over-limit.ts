import type { HttpContext, HttpSettings } from './environment.ts';
import { problem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';

/** The problem answer when the caller has used up its share, else null. */
export function overLimit(c: HttpContext, limit: RateLimit, key: string): Response | null {
  const wait = limit.take(key, Date.now());
  return wait === 0 ? null : problem(c, 'too-many-requests', { headers: { 'retry-after': String(wait) } });
}

export function addressOf(c: HttpContext, { trustProxy }: Pick<HttpSettings, 'trustProxy'>): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? c.env?.incoming?.socket.remoteAddress ?? 'unknown';
}
