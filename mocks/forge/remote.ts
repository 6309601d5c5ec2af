import { z } from 'zod';
import { errors } from '../../core/contract/errors.ts';
import { signIn } from './session.ts';

/** `fetchRemote` of @forge/bridge 7, without multipart bodies. */
const RemoteCall = z.object({
  remoteKey: z.literal('gatehouse-service'),
  path: z.string().startsWith('/api/'),
  method: z.string().default('GET'),
  headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  body: z.string().nullish(),
});

/** Only what the panel sends; a frame must not choose the rest. */
const passed = new Set(['accept', 'content-type', 'idempotency-key', 'if-none-match']);

/**
 * Answers the frame's calls of the remote: forwards them to the service with a session of the person who looks at the
 * page. One session a person; a new one when the service no longer knows the old.
 */
export function remote(serviceUrl: string): (request: Request, subject: string | null) => Promise<Response> {
  const sessions = new Map<string, Promise<string>>();
  const sessionOf = (subject: string): Promise<string> => {
    const known = sessions.get(subject);
    if (known) return known;
    const session = signIn(serviceUrl, subject);
    sessions.set(subject, session);
    // One that failed is not kept: the service or the provider may only have been starting.
    session.catch(() => sessions.delete(subject));
    return session;
  };
  const forward = async (call: z.infer<typeof RemoteCall>, subject: string): Promise<Response> => {
    const headers = new Headers(call.headers.filter(([name]) => passed.has(name.toLowerCase())));
    headers.set('authorization', `Bearer ${await sessionOf(subject)}`);
    const init: RequestInit = { method: call.method, headers };
    if (call.body != null && call.body !== '') init.body = call.body;
    return fetch(new URL(call.path, serviceUrl), init);
  };

  return async (request, subject) => {
    const call = RemoteCall.safeParse(await request.json());
    if (!call.success) return new Response('Not a call of the remote.\n', { status: 400 });
    if (subject === null) return bridged(notSignedIn());
    let response = await forward(call.data, subject);
    if (response.status === 401) {
      sessions.delete(subject);
      response = await forward(call.data, subject);
    }
    return bridged(response);
  };
}

/** As the bridge hands an answer to the frame. */
const bridged = async (response: Response): Promise<Response> =>
  Response.json({
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  });

const notSignedIn = (): Response =>
  Response.json(
    {
      type: 'about:blank',
      title: errors['not-signed-in'].title,
      status: 401,
      code: 'not-signed-in',
      detail: 'The identity provider does not know the person who is signed in to Jira.',
      instance: 'local-forge-bridge',
    },
    { status: 401 },
  );
