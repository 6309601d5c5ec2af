import type { z } from 'zod';
import type { listRequests as route } from '../../core/contract/routes/requests.ts';
import type { RequestId } from '../../core/ids.ts';
import type { Effect, Target } from '../../core/licence/index.ts';
import type { AccessRequest } from '../../core/requests/index.ts';
import { asItStands } from './as-it-stands.ts';
import type { Caller, Context } from './context.ts';
import { Failure } from './failure.ts';
import { readOnce } from './read-once.ts';
import { mayBeApproved, openStates } from './request-states.ts';
import { type Standing, together } from './together.ts';

/** Of so many open requests, the newest, it is worked out what they do together; with more it is not. */
const MOST_TOGETHER = 200;

/** The review queue, newest first, as it stands now. The cursor is the number of the last request shown. */
export async function listRequests(
  context: Pick<Context, 'settings' | 'store' | 'clock'>,
  caller: Caller,
  { state, cursor, limit }: z.output<(typeof route)['query']>,
): Promise<z.input<(typeof route)['response']>> {
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw new Failure('bad-request', 'The cursor is not one of ours. Load the list from its start.');
  const { store } = context;
  const states = state === 'all' ? null : state === 'open' ? openStates : [state];
  const before = cursor === undefined ? null : Number(cursor);
  const found = await store.requests.list({ states, before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const counts = await store.requests.counts();

  const reads = readOnce(store);
  const standing = new Map<RequestId, Standing>();
  const look = async (request: AccessRequest): Promise<Standing> => {
    const known = standing.get(request.id) ?? { request, stands: await asItStands(context, reads, request, caller) };
    standing.set(request.id, known);
    return known;
  };
  for (const request of shown) if (mayBeApproved(request)) await look(request);

  const isWhole = state === 'in-review' && cursor === undefined && (counts['in-review'] ?? 0) <= MOST_TOGETHER;
  const open = isWhole
    ? await store.requests.list({ states: ['in-review'], before: null, limit: MOST_TOGETHER })
    : null;
  const all: Standing[] = [];
  for (const request of open ?? []) all.push(await look(request));

  const last = shown.at(-1);
  return {
    requests: shown.map((request) => inShort(asShown(request, standing.get(request.id)))),
    now: Object.fromEntries(shown.flatMap(({ id }) => nowOf(id, standing.get(id)))),
    together: open && { requests: all.length, lines: await together(context, reads, all) },
    next: found.length > limit && last ? String(last.number) : null,
    counts,
  };
}

const nowOf = (id: RequestId, standing: Standing | undefined): [RequestId, Effect][] =>
  standing?.stands.effect ? [[id, { ...standing.stands.effect, targets: [] }]] : [];

/** Before a decision people and group are those of now, which approval will use. */
const asShown = (request: AccessRequest, standing: Standing | undefined): AccessRequest =>
  request.state === 'in-review' && standing
    ? { ...request, targets: standing.stands.targets, group: standing.stands.group }
    : request;

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
