import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { z } from 'zod';
import { AtlassianError, errorOf } from './errors.ts';

export interface Call<S extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly authorization: string | null;
  readonly body?: unknown;
  readonly schema: S;
  /** Completes "Atlassian … while <what>", e.g. "reading groups". */
  readonly what: string;
}

export interface HttpOptions {
  readonly fetch: typeof fetch;
  /** Ends every call at once. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** How often a read is tried again after 429, 5xx and broken connections. */
  readonly retries: number;
}

/** The longest that one read waits for Atlassian's `Retry-After`; a sync that must wait longer fails and comes back. */
const LONGEST_WAIT_SECONDS = 120;

/** Sends one call, once. Throws `AtlassianError`. */
export async function send<S extends z.ZodType>(options: HttpOptions, call: Call<S>): Promise<z.output<S>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.authorization !== null) headers.authorization = call.authorization;
  const init: RequestInit = { method: call.method, headers, redirect: 'error' };
  if (call.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(call.body);
  }
  const { response, text } = await exchange(options, call, init);
  if (!response.ok) throw errorOf(response.status, response.headers, text, call.what);
  const parsed = call.schema.safeParse(text === '' ? null : json(text, call));
  if (!parsed.success)
    throw new AtlassianError('not-understood', `Atlassian answered something unexpected while ${call.what}.`, {
      status: response.status,
      cause: parsed.error,
    });
  return parsed.data;
}

/** As `send`, but tried again while the failure is a passing one. For reads, and for writes that may be repeated. */
export function sendWithRetries<S extends z.ZodType>(options: HttpOptions, call: Call<S>): Promise<z.output<S>> {
  return pRetry(() => send(options, call), {
    retries: options.retries,
    minTimeout: 300,
    maxTimeout: 5000,
    randomize: true,
    signal: options.signal,
    shouldRetry: ({ error }) =>
      error instanceof AtlassianError && error.passing && (error.retryAfterSeconds ?? 0) <= LONGEST_WAIT_SECONDS,
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (retriesLeft > 0 && error instanceof AtlassianError && error.passing && error.retryAfterSeconds !== null)
        await sleep(Math.min(error.retryAfterSeconds, LONGEST_WAIT_SECONDS) * 1000, undefined, {
          signal: options.signal,
        });
    },
  });
}

async function exchange(options: HttpOptions, call: Call<z.ZodType>, init: RequestInit) {
  try {
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
    const response = await options.fetch(call.url, { ...init, signal });
    return { response, text: await response.text() };
  } catch (cause) {
    const why =
      cause instanceof Error && cause.name === 'TimeoutError' ? 'did not answer in time' : 'cannot be reached';
    const { host } = new URL(call.url);
    throw new AtlassianError('unavailable', `Atlassian (${host}) ${why} while ${call.what}.`, { cause });
  }
}

function json(text: string, call: Call<z.ZodType>): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AtlassianError('not-understood', `Atlassian answered no JSON while ${call.what}.`, { cause });
  }
}
