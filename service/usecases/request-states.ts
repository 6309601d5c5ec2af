import type { RequestState } from '../../core/requests/index.ts';

/** Requests that somebody still has to do something about; asking again attaches to them. */
export const openStates: readonly RequestState[] = ['in-review', 'approved', 'granting', 'grant-failed'];
