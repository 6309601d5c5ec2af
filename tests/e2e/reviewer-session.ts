import { createHash, randomBytes } from 'node:crypto';
import { fetchValue, type Send } from '../../core/contract/client.ts';
import { paths } from '../../core/contract/routes/index.ts';
import { listRequests } from '../../core/contract/routes/requests.ts';
import { exchangeCode } from '../../core/contract/routes/session.ts';
import type { Stage } from '../stage/stage.ts';

const sessions = new WeakMap<Stage, Promise<string>>();

/** Ravi at the API, signed in once per stage through the real provider. */
export async function reviewerSession(stage: Stage) {
  const token = await (sessions.get(stage) ?? remember(stage));
  const send: Send = (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(stage.serviceUrl + path, { ...init, headers });
  };
  return {
    send,
    requests: (state: 'open' | 'all') => fetchValue(send, listRequests, { query: { state, limit: 200 } }),
  };
}

function remember(stage: Stage): Promise<string> {
  const session = signIn(stage, 'idp|ravi.shah');
  sessions.set(stage, session);
  return session;
}

/** Walks the redirects of a sign-in as a browser would, and exchanges the code. */
export async function signIn(stage: Stage, subject: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${stage.serviceUrl}/signed-in`;
  const query = new URLSearchParams({
    client_id: 'panel',
    redirect_uri: redirect,
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  let url = new URL(`${paths.authorize}?${query}`, stage.serviceUrl);
  const jars = new Map<string, Map<string, string>>();
  for (let hop = 0; !url.href.startsWith(`${redirect}?`); hop++) {
    if (hop > 12) throw new Error(`signing in does not end; it is at ${url}`);
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    let response = await fetch(url, { redirect: 'manual', headers: { cookie: cookie() } });
    keep(jar, response);
    if (response.status === 200) {
      const body = new URLSearchParams({ account: subject });
      response = await fetch(url, { method: 'POST', body, redirect: 'manual', headers: { cookie: cookie() } });
      keep(jar, response);
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
  }
  const answer = await fetchValue((path, init) => fetch(stage.serviceUrl + path, init), exchangeCode, {
    body: {
      grant_type: 'authorization_code',
      client_id: 'panel',
      code: url.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: redirect,
    },
  });
  return answer.access_token;
}

function keep(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
}
