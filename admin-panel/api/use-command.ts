import { useCallback, useState } from 'react';
import { CallError, fetchValue, type Input, type Output } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';
import { useApi } from './api.tsx';

export interface Command<R extends Route> {
  /** Answers null when it failed; the reason is in `error`. */
  readonly run: (input: Input<R>) => Promise<Output<R> | null>;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clear: () => void;
}

/** Changes something at the service, then asks again for everything on screen: what was shown is history now. */
export function useCommand<R extends Route>(route: R): Command<R> {
  const { host, cache } = useApi();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const run = useCallback(
    async (input: Input<R>) => {
      setBusy(true);
      setError(null);
      try {
        return await fetchValue(host.send, route, input);
      } catch (cause) {
        if (!(cause instanceof CallError)) throw cause;
        setError(cause);
        return null;
      } finally {
        setBusy(false);
        cache.invalidate();
      }
    },
    [host, cache, route],
  );
  const clear = useCallback(() => setError(null), []);
  return { run, busy, error, clear };
}
