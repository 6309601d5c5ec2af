import type { z } from 'zod';
import type { listAudit as route } from '../../core/contract/routes/audit.ts';
import { readStopId } from '../../core/policy/index.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';

export async function listAudit(
  { store }: Pick<Context, 'store'>,
  { type, stop, before, limit }: z.output<(typeof route)['query']>,
): Promise<z.input<(typeof route)['response']>> {
  const read = stop === undefined ? null : readStopId(stop);
  // Nothing found would say that there was no such stop.
  if (stop !== undefined && read === null)
    throw new Failure('bad-request', 'This is not the number of a stop. Write it as in K7QF-2M9D.');
  const found = await store.audit.list({ type: type ?? null, stop: read, before: before ?? null, limit: limit + 1 });
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}
