import type { z } from 'zod';
import type { listAudit as route } from '../../core/contract/routes/audit.ts';
import type { Context } from './context.ts';

export async function listAudit(
  { store }: Pick<Context, 'store'>,
  { type, before, limit }: z.output<(typeof route)['query']>,
): Promise<z.input<(typeof route)['response']>> {
  const found = await store.audit.list({ type: type ?? null, before: before ?? null, limit: limit + 1 });
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}
