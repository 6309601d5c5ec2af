import type { RequestState } from '../../core/requests/index.ts';

/** Requests that somebody still has to do something about; asking again attaches to them. */
export const openStates: readonly RequestState[] = ['in-review', 'approved', 'granting', 'grant-failed'];

/** Now, or once more. */
export const mayBeApproved = ({ state }: { readonly state: RequestState }): boolean =>
  state === 'in-review' || state === 'grant-failed';
