import { createHash, randomBytes } from 'node:crypto';
import { fetchValue, type Send } from '../../core/contract/client.ts';
import { paths } from '../../core/contract/routes/index.ts';
import { exchangeCode } from '../../core/contract/routes/session.ts';

/** Redirects of one sign-in; a healthy one takes about seven. */
const HOPS = 15;

/**
 * Signs somebody in at the service through the identity provider, as the panel would with a browser. Answers the session's
 * token; throws with the place where it went wrong.
 * @param subject of an account in mocks/identity-provider/accounts.ts
 */
export async function signIn(serviceUrl: string, subject: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = new URL('/signed-in', serviceUrl).href;
  const query = new URLSearchParams({
    client_id: 'panel',
    redirect_uri: redirectUri,
    state: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const code = await walk(new URL(`${paths.authorize}?${query}`, serviceUrl), redirectUri, subject);
  const send: Send = (path, init) => fetch(new URL(path, serviceUrl), init);
  const body = {
    grant_type: 'authorization_code',
    client_id: 'panel',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  } as const;
  return (await fetchValue(send, exchangeCode, { body })).access_token;
}

/** Follows the redirects with a cookie jar per host and presses the person's button when the login page comes. */
async function walk(start: URL, redirectUri: string, subject: string): Promise<string> {
  const jars = new Map<string, Map<string, string>>();
  let url = start;
  for (let hop = 0; hop < HOPS; hop++) {
    if (url.href.startsWith(`${redirectUri}?`)) {
      const code = url.searchParams.get('code');
      if (code === null) throw new Error(`${subject} may not sign in: ${url.searchParams.get('error') ?? 'no reason'}`);
      return code;
    }
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    let response = await ask(url, jar, { method: 'GET' });
    if (response.status === 200)
      response = await ask(url, jar, { method: 'POST', body: new URLSearchParams({ account: subject }) });
    const location = response.headers.get('location');
    if (location === null) throw new Error(`Signing in stopped at ${url.host}${url.pathname} with ${response.status}.`);
    url = new URL(location, url);
  }
  throw new Error(`Signing in did not end within ${HOPS} redirects; it was at ${url.host}${url.pathname}.`);
}

async function ask(url: URL, jar: Map<string, string>, init: RequestInit): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, { ...init, redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';', 1)[0] ?? '';
    const equals = pair.indexOf('=');
    jar.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return response;
}
