import { z } from 'zod';
import { type Answer, CallError, call, type Input, type Output, type Send } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';
import { getHealth } from '../../core/contract/routes/health.ts';
import { slot } from '../platform/slot.ts';
import { say } from '../words/say.ts';
import { Failure, notConfigured, notSignedIn } from './failure.ts';
import { currentSession, endSession, type Session } from './session.ts';
import { serviceAddress } from './settings.ts';

const TIMEOUT_MS = 10_000;

const Reach = z.enum(['reachable', 'unreachable']);
const reach = slot('session', 'reach', Reach);

/** Whether the service answered the last call; `unknown` when none was made since the browser started. */
export const serviceReach = async (): Promise<'reachable' | 'unreachable' | 'unknown'> =>
  (await reach.get()) ?? 'unknown';

/** The session a call would be made with. Throws `Failure` when there is no address or nobody is signed in. */
export async function requireSession(): Promise<Session> {
  const { url } = await serviceAddress();
  if (url === null) throw notConfigured();
  const session = await currentSession(url, Date.now());
  if (session === null) throw notSignedIn();
  return session;
}

const fetchFrom =
  (serviceUrl: string, accessToken: string | null): Send =>
  (path, init) => {
    const headers = new Headers(init.headers);
    if (accessToken !== null) headers.set('authorization', `Bearer ${accessToken}`);
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetch(`${serviceUrl}${path}`, {
      ...init,
      headers,
      signal,
      credentials: 'omit',
      redirect: 'error',
      // The browser's own cache would answer for the service and hide "not modified".
      cache: 'no-store',
    });
  };

/** Throws `Failure`, in words for whoever typed the address, when no Gatehouse answers there. */
export async function requireGatehouseAt(serviceUrl: string): Promise<void> {
  try {
    await call(fetchFrom(serviceUrl, null), getHealth, {});
  } catch (error) {
    // An error in the words of the contract is an answer of Gatehouse. What another server answers the browser mostly keeps to itself.
    const isGatehouse = error instanceof CallError && !['unreachable', 'unexpected-answer'].includes(error.code);
    if (isGatehouse) return;
    const { host } = new URL(serviceUrl);
    throw new Failure('unreachable', say('failure.nobody-answers', { host }), error);
  }
}

/** Sends to a service, with the credentials of a session when one is given. Every try says whether the service is there. */
export const sender =
  (serviceUrl: string, accessToken: string | null): Send =>
  async (path, init) => {
    try {
      const response = await fetchFrom(serviceUrl, accessToken)(path, init);
      await reach.set('reachable');
      return response;
    } catch (cause) {
      // A caller that gave up says nothing about the service.
      if (init.signal?.aborted !== true) await reach.set('unreachable');
      throw cause;
    }
  };

/** Calls a route as the person signed in. */
export const ask = async <R extends Route>(route: R, input: Input<R>): Promise<Answer<R>> =>
  askAs(await requireSession(), route, input);

/** Calls a route with a session, whoever is signed in meanwhile. A session that the service no longer knows is dropped. */
export async function askAs<R extends Route>(session: Session, route: R, input: Input<R>): Promise<Answer<R>> {
  try {
    return await call(sender(session.serviceUrl, session.accessToken), route, input);
  } catch (error) {
    if (error instanceof CallError && error.code === 'not-signed-in') await endSession(session.accessToken);
    throw error;
  }
}

/** As `ask`, for routes without an ETag. */
export const askValue = async <R extends Route>(route: R, input: Input<R>): Promise<Output<R>> =>
  askValueAs(await requireSession(), route, input);

/** As `askValue`, with a session that the caller has chosen. */
export async function askValueAs<R extends Route>(session: Session, route: R, input: Input<R>): Promise<Output<R>> {
  const answer = await askAs(session, route, input);
  if (!answer.changed) throw new Failure('failed', 'The service answered "not modified" to a first question.');
  return answer.value;
}
