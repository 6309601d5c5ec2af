import type { Output } from '../../../core/contract/client.ts';
import { routes } from '../../../core/contract/routes/index.ts';
import type { AccessRequest, RequestState } from '../../../core/requests/index.ts';
import { type Query, useQuery } from '../../api/use-query.ts';
import type { DoneState, QueueTab, Trail } from '../../navigation.ts';

export const statesOf: Record<QueueTab, readonly RequestState[]> = {
  open: ['in-review'],
  granting: ['approved', 'granting'],
  failed: ['grant-failed'],
  done: ['granted', 'denied', 'withdrawn', 'expired'],
};

/** What is asked for the first page of what is open: the same everywhere, so that it is asked once. */
export const openQueue = { query: { state: 'in-review', limit: 50 } } as const;

/** How many a list of several states shows at most; a list of one state is paged. */
const MIXED = 100;
const PAGE = openQueue.query.limit;

export type Counts = Partial<Record<RequestState, number>>;

type Page = Output<typeof routes.listRequests>;

export interface RequestList {
  readonly requests: readonly AccessRequest[] | null;
  readonly next: string | null;
  /** True when several states were put together and there is more in at least one. */
  readonly isCut: boolean;
  readonly counts: Counts | null;
  /** By id, what approving would do now, where it is possible. */
  readonly now: Page['now'];
  /** What all open requests do together; null on every other list, and where there are too many. */
  readonly joint: Page['together'];
  readonly failed: Query<unknown> | null;
}

/**
 * The requests of a tab, newest first. The service lists one state at a time, so tabs of several states are put together
 * here from the newest of each; one state alone is paged by the service's cursor.
 */
export function useRequestList(tab: QueueTab, only: DoneState | null, trail: Trail): RequestList {
  const states = only === null ? statesOf[tab] : [only];
  const cursor = states.length === 1 ? trail.at(-1) : undefined;
  const limit = states.length === 1 ? PAGE : MIXED;
  const ask = (state: RequestState | undefined) => ({
    query: { state: state ?? states[0] ?? 'in-review', limit, ...(cursor === undefined ? {} : { cursor }) },
  });
  // Hooks are called the same number of times whatever the tab; questions that repeat cost nothing.
  const pages: readonly Query<Page>[] = [
    useQuery(routes.listRequests, ask(states[0])),
    useQuery(routes.listRequests, ask(states[1])),
    useQuery(routes.listRequests, ask(states[2])),
    useQuery(routes.listRequests, ask(states[3])),
  ];
  return together(pages.slice(0, states.length), limit);
}

export function together(pages: readonly Query<Page>[], limit: number): RequestList {
  const values = pages.flatMap(({ value }) => (value === null ? [] : [value]));
  const complete = values.length === pages.length;
  const all = values.flatMap(({ requests }) => requests).sort((a, b) => b.number - a.number);
  const mixed = pages.length > 1;
  return {
    requests: complete ? all.slice(0, limit) : null,
    next: mixed ? null : (values[0]?.next ?? null),
    isCut: mixed && (all.length > limit || values.some(({ next }) => next !== null)),
    counts: values[0]?.counts ?? null,
    now: Object.assign({}, ...values.map(({ now }) => now)),
    joint: mixed ? null : (values[0]?.together ?? null),
    failed: pages.find(({ error }) => error !== null) ?? null,
  };
}

/** How many a tab holds; null while it is not known. */
export const countOf = (counts: Counts | null, states: readonly RequestState[]): number | null =>
  counts === null ? null : states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
