import { fetchValue } from '../../core/contract/client.ts';
import { paths } from '../../core/contract/routes/index.ts';
import { exchangeCode, type Me } from '../../core/contract/routes/session.ts';
import { openSignIn, redirectAddress } from '../platform/web-auth.ts';
import { say } from '../words/say.ts';
import { Failure, notConfigured } from './failure.ts';
import { sender } from './service.ts';
import { keepSession } from './session.ts';
import { serviceAddress } from './settings.ts';

/**
 * Signs the person in: opens the service's sign-in in a window of the browser, takes the one-time code from the address
 * it ends at and exchanges it, with a PKCE verifier that never left this worker (RFC 7636, S256).
 */
export async function signIn(): Promise<Me> {
  const { url: serviceUrl } = await serviceAddress();
  if (serviceUrl === null) throw notConfigured();
  const verifier = randomText();
  const state = randomText();
  const redirectUri = redirectAddress();
  const query = new URLSearchParams({
    client_id: 'extension',
    redirect_uri: redirectUri,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  });
  const end = await openSignIn(`${serviceUrl}${paths.authorize}?${query}`);
  const code = codeFrom(end, state);
  const answer = await fetchValue(sender(serviceUrl, null), exchangeCode, {
    body: {
      grant_type: 'authorization_code',
      client_id: 'extension',
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    },
  });
  const expiresAt = new Date(Date.now() + answer.expires_in * 1000).toISOString();
  await keepSession({ serviceUrl, accessToken: answer.access_token, expiresAt, me: answer.me });
  return answer.me;
}

/** The one-time code in the address the window ended at. Throws `Failure` with what to do when there is none. */
export function codeFrom(address: string | null, state: string): string {
  if (address === null) throw new Failure('failed', say('failure.sign-in-unfinished'));
  const { searchParams } = new URL(address);
  if (searchParams.get('state') !== state) throw new Failure('failed', say('failure.sign-in-other'));
  const code = searchParams.get('code');
  if (code !== null && code !== '') return code;
  throw new Failure('failed', searchParams.get('error_description') ?? say('failure.sign-in'));
}

const randomText = (): string => base64Url(crypto.getRandomValues(new Uint8Array(32)));

async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
