import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env, HttpContext } from './environment.ts';
import { problem } from './problem.ts';

/** The largest body that a full batch of the contract can need. Bytes. */
const LARGEST = 256 * 1024;
/** What is read and thrown away at most, so that a refusal reaches the caller. Bytes. */
const PATIENCE = 8 * 1024 * 1024;

/** Refuses bodies that are too large, before anything reads them. */
export const limitBody: MiddlewareHandler<Env> = bodyLimit({
  maxSize: LARGEST,
  onError: (c) => problem(c as HttpContext, 'too-large'),
});

/**
 * Reads what a refused call still sends. Otherwise the connection would be cut with the body half-way, and the caller
 * would see a network error in place of the refusal.
 */
export const discardUnreadBody: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || Object.keys(c.req.bodyCache).length > 0) return;
  const { body } = c.req.raw;
  if (!body || body.locked) return;
  let bytes = 0;
  for await (const chunk of body) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > PATIENCE) {
      c.header('connection', 'close');
      return;
    }
  }
};
