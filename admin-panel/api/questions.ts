import { type Query, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { CallError, call, type Input, type Output, type Send } from '../../core/contract/client.ts';
import type { Route } from '../../core/contract/route.ts';

declare module '@tanstack/react-query' {
  interface Register {
    // Everything else is a fault of ours and is thrown where the answer is looked at.
    defaultError: CallError;
  }
}

/** What is asked, without what is added here. */
export type Question<R extends Route> = Omit<Input<R>, 'etag' | 'signal' | 'idempotencyKey'>;

/** An answer as it is kept. */
interface Kept<T> {
  readonly value: T;
  readonly etag: string | null;
}

/** A question to the service as the query library takes it. */
export const asking = <R extends Route>(send: Send, route: R, question: Question<R>) =>
  queryOptions({
    queryKey: [nameOf(route), question.params ?? null, question.query ?? null, question.body ?? null],
    queryFn: async ({ client, queryKey, signal }): Promise<Kept<Output<R>>> => {
      const kept = client.getQueryData<Kept<Output<R>>>(queryKey);
      const answer = await call(send, route, { ...question, etag: kept?.etag ?? null, signal } as Input<R>);
      if (answer.changed) return { value: answer.value, etag: answer.etag };
      if (kept) return kept;
      throw new CallError('unexpected-answer', 'The service answered "not modified" to a first question.', 304);
    },
  });

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 15_000;

/** Questions whose answer changed while it was on its way. */
const askedTooEarly = new WeakSet<object>();

/** Keeps the answers of one session. What somebody looks at is up to date as far as the service tells; everything else is not. */
export function keepAnswers(onSignedOut: () => void): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: ({ code }) => {
        if (code === 'not-signed-in') onSignedOut();
      },
      onSettled: (_answer, _error, query) => {
        if (askedTooEarly.delete(query)) void client.invalidateQueries({ predicate: (one) => one === query });
      },
    }),
    defaultOptions: {
      queries: {
        // The browser's word for being online is not about the service. A command is never kept to be sent later behind anybody's back.
        networkMode: 'always',
        retry: (_, error) => error.retryable === true,
        retryDelay: (failures) => Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS),
        throwOnError: (error) => !(error instanceof CallError),
        // The service tells what has changed.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'observerRemoved' || query.getObserversCount() > 0) return;
    askedTooEarly.delete(query);
    query.invalidate();
  });
  return client;
}

/**
 * Says that answers of these routes (all without an argument) may be history. Those somebody looks at are asked for again: at once, or as
 * soon as an answer that is on its way is there, so that changes in quick succession do not keep every answer from coming.
 */
export function outdate(client: QueryClient, ...routes: readonly Route[]): void {
  const names = routes.map(nameOf);
  const isMeant = ({ queryKey: [name] }: Query) => names.length === 0 || names.some((one) => one === name);
  for (const query of client.getQueryCache().findAll({ predicate: isMeant, fetchStatus: 'fetching' })) {
    // One that failed waits to be asked again: this is a better time than any.
    if (query.state.fetchFailureReason === null) askedTooEarly.add(query);
    else void query.cancel({ revert: true });
  }
  void client.invalidateQueries({ predicate: isMeant }, { cancelRefetch: false });
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
