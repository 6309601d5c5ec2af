import type { z } from 'zod';
import { type HttpOptions, sendWithRetries } from './http.ts';

/** Jira and Confluence of one site, as an administrator's account with an API token (Basic authentication). */
export interface SiteApi {
  readonly get: <S extends z.ZodType>(host: string, path: string, schema: S, what: string) => Promise<z.output<S>>;
  readonly search: <S extends z.ZodType>(
    host: string,
    path: string,
    body: object,
    schema: S,
    what: string,
  ) => Promise<z.output<S>>;
}

export function siteApi(options: HttpOptions, email: string, token: string): SiteApi {
  const authorization = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
  return {
    get: (host, path, schema, what) =>
      sendWithRetries(options, { method: 'GET', url: `https://${host}${path}`, authorization, schema, what }),
    search: (host, path, body, schema, what) =>
      sendWithRetries(options, { method: 'POST', url: `https://${host}${path}`, authorization, body, schema, what }),
  };
}
