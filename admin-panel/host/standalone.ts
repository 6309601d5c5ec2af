import { CallError, fetchValue } from '../../core/contract/client.ts';
import { errors } from '../../core/contract/errors.ts';
import { paths } from '../../core/contract/routes/index.ts';
import { signOut as endSession, exchangeCode } from '../../core/contract/routes/session.ts';
import { errorWords } from '../words/errors.ts';
import { tabDrafts } from './drafts.ts';
import type { Host, HostFetch, HostSession } from './host.ts';
import { locationHistory } from './location-history.ts';
import { makePkce, randomText } from './pkce.ts';
import { forgetToken, keepPending, keepToken, readToken, takePending } from './session-storage.ts';

const redirectUri = () => new URL('/signed-in', location.origin).href;

/** The panel as a page of the service: signs people in as `core/contract/routes/session.ts` says. */
export const standaloneHost = (): Host => ({
  kind: 'standalone',
  history: locationHistory(),
  setTitle: (title) => {
    document.title = title;
  },
  isUnderHeader: false,
  drafts: tabDrafts(),
  send,
  restoreSession,
  signIn: () => signIn(),
  // OpenID Connect: ask who it is although the provider knows.
  signInAsOther: () => signIn({ prompt: 'login' }),
  signOut: async () => {
    try {
      await fetchValue(send, endSession, {});
    } finally {
      forgetToken();
    }
  },
  live: 'stream',
  theme: 'auto',
  locale: navigator.language,
  open: (url) => void window.open(url, '_blank', 'noopener'),
});

const send: HostFetch = (path, init) => fetch(path, withToken(init));

function withToken(init: RequestInit): RequestInit {
  const token = readToken();
  if (token === null) return init;
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

async function signIn(more: { readonly prompt?: 'login' } = {}): Promise<void> {
  const { verifier, challenge } = await makePkce();
  const state = randomText();
  keepPending({ state, verifier, returnTo: location.hash });
  const query = new URLSearchParams({
    client_id: 'panel',
    redirect_uri: redirectUri(),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  });
  location.assign(`${paths.authorize}?${query}`);
  return new Promise(() => undefined);
}

async function restoreSession(): Promise<HostSession> {
  const query = new URLSearchParams(location.search);
  const code = query.get('code');
  const error = query.get('error');
  if (code === null && error === null) return { state: readToken() === null ? 'signed-out' : 'signed-in' };

  const pending = takePending();
  // Codes and errors leave the address bar and the history before anything else happens.
  history.replaceState(null, '', `/${pending?.returnTo ?? ''}`);
  if (error !== null) return failed(query.get('error_description') ?? wordsFor(error));
  if (code === null || pending === null || query.get('state') !== pending.state)
    return failed('This sign-in was not started in this tab, or was started again since. Sign in once more.');
  return exchange(code, pending.verifier);
}

async function exchange(code: string, verifier: string): Promise<HostSession> {
  try {
    const session = await fetchValue(send, exchangeCode, {
      body: {
        grant_type: 'authorization_code',
        client_id: 'panel',
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri(),
      },
    });
    keepToken(session.access_token, session.expires_in);
    return { state: 'signed-in' };
  } catch (cause) {
    if (cause instanceof CallError) return failed(errorWords(cause));
    throw cause;
  }
}

const failed = (message: string): HostSession => ({ state: 'failed', message });

/** RFC 6749 section 4.1.2.1 names the codes; only the first has something to tell the person. */
const wordsFor = (error: string): string =>
  error === 'access_denied'
    ? 'Signing in was cancelled, or your organization does not let you use Gatehouse.'
    : `${errors['sign-in-failed'].title} ${errors['sign-in-failed'].next}`;
