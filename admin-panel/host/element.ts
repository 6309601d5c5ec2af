import type { HostDrafts } from './drafts.ts';
import type { HostHistory } from './history.ts';
import type { Host } from './host.ts';

/**
 * Gives the session of whoever is signed in to the page around the panel; null when nobody is.
 * @param refused the session that the service has just refused, because it has ended; null where it refused none
 */
export type TokenProvider = (refused: string | null) => Promise<string | null>;

export interface Embedding {
  /** Where the service is. */
  readonly service: URL;
  readonly token: TokenProvider;
  readonly locale: string;
  readonly history: HostHistory;
  readonly drafts: HostDrafts;
}

/** The panel in somebody else's page: who is signed in is theirs to say, and so are the address, the title and the theme. */
export function elementHost({ service, token, locale, history, drafts }: Embedding): Host {
  let refused: string | null = null;
  const sendAs = (session: string | null, path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (session !== null) headers.set('authorization', `Bearer ${session}`);
    return fetch(new URL(path, service), { ...init, headers, credentials: 'omit' });
  };
  const signIn = async () => {
    if ((await token(refused)) === null)
      throw new Error('Sign in to the page that Gatehouse stands in, then try again.');
  };
  return {
    kind: 'embedded',
    history,
    setTitle: null,
    isUnderHeader: false,
    drafts,
    send: async (path, init) => {
      const session = await token(null);
      const response = await sendAs(session, path, init);
      if (response.status !== 401 || session === null) return response;
      refused = session;
      // Sessions end while people work. What was refused was not done, so it can be sent once more.
      const next = await token(session);
      return next === null || next === session ? response : sendAs(next, path, init);
    },
    restoreSession: async () => {
      try {
        return { state: (await token(null)) === null ? 'signed-out' : 'signed-in' };
      } catch (cause) {
        reportError(cause);
        return { state: 'failed', message: 'The page that Gatehouse stands in could not say who is signed in.' };
      }
    },
    signIn,
    signInAsOther: null,
    signOut: null,
    live: 'stream',
    theme: null,
    locale,
    open: (url) => void window.open(url, '_blank', 'noopener'),
  };
}
