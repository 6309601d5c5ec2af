import type { z } from 'zod';
import type { listRequests as route } from '../../core/contract/routes/requests.ts';
import type { Target } from '../../core/licence/index.ts';
import type { AccessRequest } from '../../core/requests/index.ts';
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
  const requests = found.slice(0, limit).map(inShort);
  const last = requests.at(-1);
  return {
    requests,
    next: found.length > limit && last ? String(last.number) : null,
    counts: await store.requests.counts(),
  };
}

/** So much of a text that nobody could read is in a list, in UTF-16 units. */
const SHORT_TEXT = 40;

/** A request as a list shows it: its people once, not with its effect again, and of long texts the beginning. */
const inShort = (request: AccessRequest): AccessRequest => ({
  ...request,
  targets: request.targets.map(shortly),
  effect: request.effect && { ...request.effect, targets: [] },
  ...(request.effectOnApproval && { effectOnApproval: { ...request.effectOnApproval, targets: [] } }),
});

const shortly = (target: Target): Target =>
  target.text === undefined || target.email !== null || target.text.length <= SHORT_TEXT
    ? target
    : { ...target, text: `${target.text.slice(0, SHORT_TEXT).replace(/[\ud800-\udbff]$/, '')}…` };
