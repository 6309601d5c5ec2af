import type { z } from 'zod';
import type { listRequests as route } from '../../core/contract/routes/requests.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { openStates } from './request-states.ts';

/** The review queue, newest first. The cursor is the number of the last request shown. */
export async function listRequests(
  { store }: Pick<Context, 'store'>,
  { state, cursor, limit }: z.output<(typeof route)['query']>,
): Promise<z.input<(typeof route)['response']>> {
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw new Failure('bad-request', 'The cursor is not one of ours. Load the list from its start.');
  const states = state === 'all' ? null : state === 'open' ? openStates : [state];
  const before = cursor === undefined ? null : Number(cursor);
  const found = await store.requests.list({ states, before, limit: limit + 1 });
  const requests = found.slice(0, limit);
  const last = requests.at(-1);
  return {
    requests,
    next: found.length > limit && last ? String(last.number) : null,
    counts: await store.requests.counts(),
  };
}
