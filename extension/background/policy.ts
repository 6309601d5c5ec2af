import { z } from 'zod';
import { getBundle } from '../../core/contract/routes/policy.ts';
import { PolicyBundle } from '../../core/policy/index.ts';
import { slot } from '../platform/slot.ts';
import { ask, requireSession } from './service.ts';

/** The policy as it was last read, kept over restarts: it goes on protecting when the service or the session is gone. */
export const StoredPolicy = z.object({
  serviceUrl: z.string(),
  etag: z.string().nullable(),
  fetchedAt: z.iso.datetime(),
  bundle: PolicyBundle,
});
export type StoredPolicy = z.infer<typeof StoredPolicy>;

const stored = slot('local', 'policy', StoredPolicy);

/**
 * The policy in force: the last one read, from whatever service. It holds until another was read, so that neither signing
 * out nor editing the service's address shakes it off. Null when none was ever read.
 */
export const currentPolicy = (): Promise<StoredPolicy | null> => stored.get();

/** Asks for a newer policy with the ETag of the one at hand. Answers whether it changed. Throws what `ask` throws. */
export async function refreshPolicy(): Promise<boolean> {
  const [{ serviceUrl }, present] = await Promise.all([requireSession(), stored.get()]);
  const own = present?.serviceUrl === serviceUrl ? present : null;
  const answer = await ask(getBundle, { etag: own?.etag ?? null });
  const fetchedAt = new Date().toISOString();
  if (answer.changed) await stored.set({ serviceUrl, etag: answer.etag, fetchedAt, bundle: answer.value });
  else if (own !== null) await stored.set({ ...own, fetchedAt });
  return answer.changed;
}
