import { itOnlyAccess } from '../../core/policy/index.ts';
import type { Context } from './context.ts';

/** A new installation starts with "IT-only access". Answers whether it had to be published. */
export async function publishFirstPolicy({
  store,
  clock,
  settings,
}: Pick<Context, 'store' | 'clock' | 'settings'>): Promise<boolean> {
  return store.write(async (tx) => {
    if (await tx.policy.current()) return false;
    const policy = itOnlyAccess(1);
    const at = clock.now();
    await tx.policy.publish(policy, at);
    const actor = { kind: 'system', name: 'gatehouse' } as const;
    await tx.audit.append({ type: 'policy.published', orgId: settings.orgId, at, actor, version: policy.version });
    tx.announce({ type: 'policy.changed', version: policy.version });
    return true;
  });
}
