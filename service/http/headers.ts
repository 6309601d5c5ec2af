import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { Env, HttpSettings } from './environment.ts';

/** What every answer carries. Pages set a policy of their own over the strict one. */
export const commonHeaders =
  ({ publicUrl }: HttpSettings): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cross-origin-resource-policy', 'same-site');
    c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    c.header('cache-control', 'no-store');
    if (publicUrl.startsWith('https://')) c.header('strict-transport-security', 'max-age=31536000');
    await next();
  };

/** A Firefox extension has another origin in each browser, so all of them are let in: the session decides, not the origin. */
const FIREFOX = /^moz-extension:\/\/[0-9a-f-]{36}$/;

/** Browsers may call from our extensions and from configured origins. Cookies are never used, so never allowed. */
export const crossOrigin = ({ extensionIds, allowedOrigins }: HttpSettings): MiddlewareHandler =>
  cors({
    origin: (origin) => {
      const known = extensionIds.some((id) => origin === `chrome-extension://${id}`) || allowedOrigins.includes(origin);
      return known || FIREFOX.test(origin) ? origin : null;
    },
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'last-event-id'],
    exposeHeaders: ['etag', 'retry-after'],
    maxAge: 600,
  });

/**
 * Policy of the panel's pages. Atlaskit writes style elements and attributes at run time, hence `unsafe-inline` for
 * styles; scripts come from us alone.
 */
export const panelPolicy = (ancestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...ancestors].join(' ')}`,
  ].join('; ');
