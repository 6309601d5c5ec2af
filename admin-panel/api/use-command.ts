import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { CallError, fetchValue, type Input, type Output } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';
import { useApi } from './api.tsx';
import { outdate } from './questions.ts';

export interface Command<R extends Route> {
  /** Answers null when it failed; the reason is in `error`. */
  readonly run: (input: Input<R>) => Promise<Output<R> | null>;
  readonly busy: boolean;
  readonly error: CallError | null;
}

/** Changes something at the service, then asks again for everything on screen: what was shown is history now. */
export function useCommand<R extends Route>(route: R): Command<R> {
  const { host } = useApi();
  const client = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (input: Input<R>) => fetchValue(host.send, route, input),
    // Also when it failed: the service may have done it all the same.
    onSettled: () => outdate(client),
  });
  const run = useCallback(
    async (input: Input<R>) => {
      try {
        return await mutateAsync(input);
      } catch (cause) {
        if (cause instanceof CallError) return null;
        throw cause;
      }
    },
    [mutateAsync],
  );
  return { run, busy: isPending, error };
}
