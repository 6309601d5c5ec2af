import type { z } from 'zod';
import { type ErrorCode, errors, Problem } from './errors.ts';
import type { Route } from './route.ts';

/** What went wrong with a call: the service's own problem, or no answer at all (`unreachable`), or one nobody understands. */
export class CallError extends Error {
  readonly code: ErrorCode | 'unreachable' | 'unexpected-answer';
  readonly status: number | null;
  /** The problem document's `instance`: names the line in the service's log. Null when there was no such document. */
  readonly instance: string | null;
  constructor(
    code: CallError['code'],
    message: string,
    status: number | null,
    more: { readonly cause?: unknown; readonly instance?: string } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'CallError';
    this.code = code;
    this.status = status;
    this.instance = more.instance ?? null;
  }
  /** True when the same call may succeed later without a change. */
  get retryable(): boolean {
    return this.code === 'unreachable' || this.status === 429 || (this.status !== null && this.status >= 500);
  }
}

type In<S> = S extends z.ZodType ? z.input<S> : never;
type Part<K extends string, S> = S extends z.ZodType ? { readonly [key in K]: In<S> } : { readonly [key in K]?: never };

/** What a call of the route takes. */
export type Input<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']> &
  (R extends { idempotent: true } ? { readonly idempotencyKey: string } : { readonly idempotencyKey?: never }) & {
    readonly etag?: string | null;
    readonly signal?: AbortSignal;
  };

export type Output<R extends Route> = z.output<R['response']>;

export type Answer<R extends Route> =
  | { readonly changed: true; readonly value: Output<R>; readonly etag: string | null }
  | { readonly changed: false };

/** What is sent: as `fetch` takes it. */
export interface Outgoing {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** What is read of the answer: a `Response` of the web has it. */
export interface Incoming {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}

/** Sends a request to a path of the service; the host adds origin and credentials. */
export type Send = (path: string, outgoing: Outgoing) => Promise<Incoming>;

/**
 * Calls a route of the contract and checks the answer. Throws `CallError` and nothing else.
 * `changed: false` means 304: the caller's `etag` still holds.
 */
export async function call<R extends Route>(send: Send, route: R, input: Input<R>): Promise<Answer<R>> {
  const response = await answer(send, route, input);
  if (response.status === 304) return { changed: false };
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new CallError('unexpected-answer', 'The service answered something that is not JSON.', response.status, {
      cause,
    });
  });
  if (!response.ok) throw problemOf(body, response.status);
  const parsed = route.response.safeParse(body);
  if (!parsed.success)
    throw new CallError(
      'unexpected-answer',
      'The service answered something this version does not understand.',
      response.status,
      { cause: parsed.error },
    );
  return { changed: true, value: parsed.data as Output<R>, etag: response.headers.get('etag') };
}

/** As `call`, for routes that are asked without an ETag. */
export async function fetchValue<R extends Route>(send: Send, route: R, input: Input<R>): Promise<Output<R>> {
  const result = await call(send, route, input);
  if (!result.changed)
    throw new CallError('unexpected-answer', 'The service answered "not modified" to a first question.', 304);
  return result.value;
}

async function answer(send: Send, route: Route, input: Input<Route>): Promise<Incoming> {
  const outgoing: Outgoing = {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...(input.body !== undefined && { 'content-type': 'application/json' }),
      ...(input.idempotencyKey !== undefined && { 'idempotency-key': input.idempotencyKey }),
      ...(input.etag && { 'if-none-match': input.etag }),
    },
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    ...(input.signal && { signal: input.signal }),
  };
  try {
    return await send(addressOf(route, input), outgoing);
  } catch (cause) {
    throw new CallError('unreachable', 'The Gatehouse service cannot be reached.', null, { cause });
  }
}

function addressOf(route: Route, input: Input<Route>): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='));
  return [path, ...(query.length > 0 ? [query.join('&')] : [])].join('?');
}

function problemOf(body: unknown, status: number): CallError {
  const problem = Problem.safeParse(body);
  if (!problem.success)
    return new CallError('unexpected-answer', `The service answered with status ${status}.`, status);
  const { code, detail, instance } = problem.data;
  return new CallError(code, detail || errors[code].title, status, { instance });
}
