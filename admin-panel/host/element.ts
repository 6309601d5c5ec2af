import type { HostDrafts } from './drafts.ts';
import type { HostHistory } from './history.ts';
import type { Host } from './host.ts';

/**
 * Gives the session of whoever is signed in to the page around the panel; null when nobody is.
 * @param refused the session the service has just refused, null where it refused none: that one has ended, or is somebody's no more
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
      const session = await token(refused);
      const headers = new Headers(init.headers);
      if (session !== null) headers.set('authorization', `Bearer ${session}`);
      const response = await fetch(new URL(path, service), { ...init, headers, credentials: 'omit' });
      refused = response.status === 401 ? session : null;
      return response;
    },
    restoreSession: async () => {
      try {
        return { state: (await token(refused)) === null ? 'signed-out' : 'signed-in' };
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
