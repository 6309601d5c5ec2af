import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveEvent } from '../../core/contract/live.ts';
import type { Route } from '../../core/contract/route.ts';
import { routes } from '../../core/contract/routes/index.ts';
import type { Host } from '../host/host.ts';
import { followLive } from './live.ts';
import { keepAnswers, outdate } from './questions.ts';

interface Api {
  readonly host: Host;
  /** `polling` where the host has no stream; `lost` while a stream is being opened again. */
  readonly live: LiveState;
  /** False for a moment at the start: what is asked before the stream is open has to be asked once more when it is. */
  readonly isReady: boolean;
  /** Tells of events of the stream; returns the way out. */
  readonly onLive: (listener: (event: LiveEvent) => void) => () => void;
}

export type LiveState = 'connecting' | 'open' | 'lost' | 'polling';

const Context = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(Context);
  if (!api) throw new Error('useApi stands outside of ApiProvider');
  return api;
}

/** How often a host without a stream asks again, in milliseconds. */
const POLL_MS = 5000;

/** So long a page waits for the stream, in milliseconds. */
const WAIT_MS = 1000;

/** Gives pages the service: answers that refresh themselves when the service says that something changed. */
export function ApiProvider(props: { host: Host; onSignedOut: () => void; children: ReactNode }) {
  const { host, onSignedOut } = props;
  const client = useMemo(() => keepAnswers(onSignedOut), [onSignedOut]);
  // Whoever signs in next finds nothing of the person before.
  useEffect(() => () => client.clear(), [client]);
  const listeners = useRef(new Set<(event: LiveEvent) => void>());
  const [live, setLive] = useState<LiveState>(host.live === 'poll' ? 'polling' : 'connecting');

  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasWaited(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  const isReady = hasWaited || live !== 'connecting';

  useEffect(() => {
    if (host.live === 'poll') return pollWhileVisible(client);
    const stop = new AbortController();
    void followLive(
      host.send,
      {
        onOpen: () => {
          setLive('open');
          outdate(client);
        },
        onEvent: (event) => {
          refresh(client, event);
          for (const listener of listeners.current) listener(event);
        },
        onLost: () => setLive('lost'),
      },
      stop.signal,
      window,
    );
    return () => stop.abort();
  }, [host, client]);

  const api = useMemo(
    (): Api => ({
      host,
      live,
      isReady,
      onLive: (listener) => {
        listeners.current.add(listener);
        return () => void listeners.current.delete(listener);
      },
    }),
    [host, live, isReady],
  );
  return (
    <Context value={api}>
      <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
    </Context>
  );
}

/** Which answers an event makes stale. The audit log grows with every change. */
function refresh(client: QueryClient, event: LiveEvent): void {
  outdate(client, ...touched[event.type], routes.listAudit);
}

const touched: Record<LiveEvent['type'], readonly Route[]> = {
  'request.changed': [routes.listRequests, routes.getRequest],
  'directory.changed': [
    routes.getDirectory,
    routes.listPeople,
    routes.getHealth,
    routes.resolveIdentities,
    // What approving gives follows from groups and seats.
    routes.listRequests,
    routes.getRequest,
  ],
  'policy.changed': [],
};

function pollWhileVisible(client: QueryClient): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') outdate(client);
  }, POLL_MS);
  return () => clearInterval(timer);
}
