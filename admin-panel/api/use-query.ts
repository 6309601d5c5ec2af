import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Output } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';
import { useApi } from './api.tsx';
import { keyOf, type Question, type Snapshot } from './query-cache.ts';

export interface Query<T> extends Snapshot<T> {
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
  const { cache } = useApi();
  const key = keyOf(route, question as Question<Route>);
  const latest = useRef(question);
  latest.current = question;
  // The key stands for the question: a new object with the same content is the same question.
  const subscribe = useCallback(
    (listener: () => void) => {
      void key;
      return cache.subscribe(route, latest.current, listener);
    },
    [cache, route, key],
  );
  const snapshot = useSyncExternalStore(subscribe, () => cache.snapshot(route, question));
  const retry = useCallback(() => cache.invalidate(route), [cache, route]);

  const before = useRef<Output<R> | null>(null);
  if (snapshot.value !== null) before.current = snapshot.value;
  const previous = options.keepPrevious === true && snapshot.value === null && before.current !== null;
  return { ...snapshot, value: previous ? before.current : snapshot.value, previous, retry };
}
