import { HttpResponse } from 'msw';
import { z } from 'zod';
import { viewerOf } from '../session.ts';
import type { FakeAccount } from '../state.ts';
import type { Store } from '../store.ts';

/** Error body of the gateway: 401 without a session, 403 across origins, 429. Source: atlassian gateway, `{code, message}`. */
export const gatewayError = (status: number, message: string) =>
  HttpResponse.json({ code: status, message }, { status });

/** What stands where a host's name goes in a handler's address. */
export const anySite = 'https://:site.atlassian.net';

/**
 * Runs `answer` for a signed-in caller on the page's own origin. A cross-origin caller is refused, as the browser's
 * same-site rules and the gateway's own checks do.
 */
export async function asViewer(
  store: Store,
  request: Request,
  answer: (viewer: FakeAccount) => Promise<Response> | Response,
): Promise<Response> {
  const viewer = viewerOf(request, store.state);
  if (!viewer) return gatewayError(401, 'Unauthorized');
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== new URL(request.url).origin) return gatewayError(403, 'Origin not allowed');
  return answer(viewer);
}

/** The JSON body as the schema has it, or the 400 that says what is wrong with it. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ ok: true; data: z.output<S> } | { ok: false; refusal: Response }> {
  const body = schema.safeParse(await request.json().catch(() => undefined));
  return body.success
    ? { ok: true, data: body.data }
    : { ok: false, refusal: gatewayError(400, z.prettifyError(body.error)) };
}

/** As `asViewer`, with the JSON body checked: 400 when it does not fit. */
export const withBody = <S extends z.ZodType>(
  store: Store,
  request: Request,
  schema: S,
  answer: (viewer: FakeAccount, body: z.output<S>) => Promise<Response> | Response,
): Promise<Response> =>
  asViewer(store, request, async (viewer) => {
    const body = await readJson(request, schema);
    return body.ok ? answer(viewer, body.data) : body.refusal;
  });
