import { randomUUID } from 'node:crypto';
import { getResponse, type RequestHandler } from 'msw';
import { viewerOf } from '../cloud/session.ts';
import type { Store } from '../cloud/store.ts';
import { ASSETS } from '../pages/assets.ts';
import type { Faults } from './faults.ts';
import { plainly } from './lenient-address.ts';
import type { PagesHandler } from './pages-handler.ts';
import { pictureFor } from './pictures.ts';
import { parseBody, type RequestLog } from './request-log.ts';

/** Answers one request to any Atlassian host: faults first, then API handlers, pictures and pages. Everything is logged. */
export function dispatcher(parts: {
  store: Store;
  log: RequestLog;
  faults: Faults;
  handlers: RequestHandler[];
  pages?: PagesHandler;
}): (request: Request) => Promise<Response> {
  const { store, log, faults, handlers, pages } = parts;
  return async (sent) => {
    const url = plainly(new URL(sent.url));
    const request = url.href === sent.url ? sent : new Request(url, sent as RequestInit);
    const text = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.clone().text();
    const viewer = viewerOf(request, store.state);
    const answer = async () =>
      faults.take(request.method, url.host + url.pathname) ??
      // A page loads dozens of scripts: none of them needs to be held against every API address first.
      (url.pathname.startsWith(ASSETS) ? await pages?.(request, { store, viewer }) : undefined) ??
      (await getResponse(handlers, request.clone())) ??
      pictureFor(url) ??
      (await pages?.(request, { store, viewer })) ??
      new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
    const response = await answer().catch(broken);
    log.add({
      at: new Date().toISOString(),
      method: request.method,
      host: url.host,
      path: url.pathname,
      ...(request === sent ? {} : { sentAs: sent.url }),
      query: url.search,
      body: parseBody(text),
      hasSession: viewer !== null,
      status: response.status,
    });
    const headers = new Headers(response.headers);
    headers.set('atl-traceid', randomUUID().replaceAll('-', ''));
    return new Response(response.body, { status: response.status, headers });
  };
}

/** A fault of the fake itself: shown, so that nobody takes it for Atlassian's behaviour. */
function broken(error: unknown): Response {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`fake Atlassian Cloud: ${text}\n`);
  return new Response(`The fake is broken here:\n${text}\n`, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
