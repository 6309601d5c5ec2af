import AppProvider from '@atlaskit/app-provider';
import { useCallback, useEffect, useState } from 'react';
import { ApiProvider } from './api/api.tsx';
import { Clock } from './components/clock.tsx';
import { Flags } from './components/flags.tsx';
import { Skeleton } from './components/skeleton.tsx';
import type { Host, HostSession } from './host/host.ts';
import { SignIn } from './pages/sign-in.tsx';
import { SignedIn } from './pages/signed-in.tsx';
import { Places } from './place.tsx';

type Session = HostSession | { readonly state: 'looking' } | { readonly state: 'ended' };

/** The panel: theme, session, and then the pages. */
export function App({ host }: { host: Host }) {
  const [session, setSession] = useState<Session>({ state: 'looking' });
  useEffect(() => {
    let left = false;
    void host.restoreSession().then((found) => {
      if (!left) setSession(found);
    });
    return () => {
      left = true;
    };
  }, [host]);
  const onSignedOut = useCallback(() => setSession({ state: 'ended' }), []);

  return (
    <AppProvider defaultColorMode={host.theme ?? 'auto'} UNSAFE_isThemingDisabled={host.theme === null}>
      <Places history={host.history}>
        {session.state === 'looking' ? (
          <main className="gh-lonely">
            <h1 className="gh-hidden">Gatehouse</h1>
            <Skeleton rows={3} what="Gatehouse" />
          </main>
        ) : session.state === 'signed-in' ? (
          <ApiProvider host={host} onSignedOut={onSignedOut}>
            <Clock>
              <Flags>
                <SignedIn onSignedOut={() => setSession({ state: 'signed-out' })} />
              </Flags>
            </Clock>
          </ApiProvider>
        ) : (
          <SignIn host={host} problem={problemOf(session)} onSignedIn={() => setSession({ state: 'signed-in' })} />
        )}
      </Places>
    </AppProvider>
  );
}

const problemOf = (session: Session): string | null =>
  session.state === 'failed' ? session.message : session.state === 'ended' ? 'Your session has ended.' : null;
