import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { LiveBus } from '../../core/ports/live.ts';
import type { Caller, Context as UseCases } from '../usecases/context.ts';
import type { RateLimits } from './rate-limit.ts';

/** What every HTTP handler may use. */
export interface HttpDeps {
  readonly useCases: UseCases;
  readonly bus: LiveBus;
  readonly log: Logger;
  readonly http: HttpSettings;
  readonly limits: RateLimits;
  /** Aborts when the service drains: event streams end. */
  readonly closing: AbortSignal;
}

export interface HttpSettings {
  /** Without a trailing slash, e.g. `https://gatehouse.acme.example`. */
  readonly publicUrl: string;
  /** Chromium extension ids whose pages may call. */
  readonly extensionIds: readonly string[];
  /** Further origins that may call, e.g. of Forge resources. */
  readonly allowedOrigins: readonly string[];
  /** `frame-ancestors` of the panel, beside itself. */
  readonly frameAncestors: readonly string[];
  readonly panelDir: string;
  /** Believe the last `X-Forwarded-For` entry: only behind a proxy of one's own. */
  readonly trustProxy: boolean;
}

export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; caller: Caller | null };
}
export type HttpContext = Context<Env>;
