import { hashKey, keepPreviousData, useQueryClient, useQuery as useTanstackQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { CallError, Output } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';
import { useApi } from './api.tsx';
import { asking, outdate, type Question } from './questions.ts';

export interface Query<T> {
  /** The newest good answer; stays while a newer one is fetched and when that fails. */
  readonly value: T | null;
  /** Why the newest try failed; null when it did not. */
  readonly error: CallError | null;
  /** True while `value` still answers the question before (only with `keepPrevious`). */
  readonly previous: boolean;
  readonly retry: () => void;
}

/**
 * The newest answer to a question; asks again when the service says that it changed. With `keepPrevious` the answer to the
 * question before stays in sight until there is one, so that typing in a search does not blink.
 */
export function useQuery<R extends Route>(
  route: R,
  question: Question<R>,
  options: { readonly keepPrevious?: boolean } = {},
): Query<Output<R>> {
  const { host } = useApi();
  const client = useQueryClient();
  const asked = asking(host.send, route, question);
  const { data, failureReason, error, isFetching, isPlaceholderData } = useTanstackQuery({
    ...asked,
    ...(options.keepPrevious === true && { placeholderData: keepPreviousData }),
  });
  const retry = useCallback(() => outdate(client, route), [client, route]);
  return {
    value: data?.value ?? null,
    error: useLastFailure(hashKey(asked.queryKey), failureReason ?? error, isFetching),
    previous: isPlaceholderData,
    retry,
  };
}

/** What went wrong holds until there is an answer; the library forgets it when the question is asked once more. */
function useLastFailure(question: string, error: CallError | null, isAsking: boolean): CallError | null {
  const last = useRef({ question, error });
  if (error !== null || !isAsking || last.current.question !== question) last.current = { question, error };
  return last.current.error;
}
