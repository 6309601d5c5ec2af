import type { z } from 'zod';
import { type Call, type HttpOptions, send, sendWithRetries } from './http.ts';

export interface OrganizationApi {
  readonly get: <S extends z.ZodType>(path: string, schema: S, what: string) => Promise<z.output<S>>;
  /** A search: a POST that changes nothing, so it is tried again like a GET. */
  readonly search: <S extends z.ZodType>(path: string, body: object, schema: S, what: string) => Promise<z.output<S>>;
  /** A change: sent once, the caller decides about another try. */
  readonly change: <S extends z.ZodType>(path: string, body: object, schema: S, what: string) => Promise<z.output<S>>;
}

const BASE = 'https://api.atlassian.com/admin';

/** The Organizations REST API. Only an organization API key is accepted there, as a Bearer token. */
export function organizationApi(options: HttpOptions, orgId: string, apiKey: string): OrganizationApi {
  const call = <S extends z.ZodType>(method: 'GET' | 'POST', path: string, schema: S, what: string, body?: object) =>
    ({
      method,
      url: BASE + path.replace('{org}', encodeURIComponent(orgId)),
      authorization: `Bearer ${apiKey}`,
      schema,
      what,
      ...(body === undefined ? {} : { body }),
    }) satisfies Call<S>;
  return {
    get: (path, schema, what) => sendWithRetries(options, call('GET', path, schema, what)),
    search: (path, body, schema, what) => sendWithRetries(options, call('POST', path, schema, what, body)),
    change: (path, body, schema, what) => send(options, call('POST', path, schema, what, body)),
  };
}

interface Page {
  readonly links?: { readonly next?: string | null | undefined } | null | undefined;
}

/** Walks pages until there is no next one. v2 gives bare cursors, v1 gives addresses that carry one: both are understood. */
export async function* pages<P extends Page>(read: (cursor: string | null) => Promise<P>): AsyncIterable<P> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: P = await read(cursor);
    yield page;
    cursor = cursorOf(page.links?.next);
    if (cursor !== null && seen.has(cursor)) throw new Error('Atlassian sent the same page again instead of the next.');
    if (cursor !== null) seen.add(cursor);
  } while (cursor !== null);
}

export function cursorOf(next: string | null | undefined): string | null {
  if (!next) return null;
  return /^https?:\/\//.test(next) ? new URL(next).searchParams.get('cursor') : next;
}

/** `path?name=value` without the values that are null. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null) search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}
