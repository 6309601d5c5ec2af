import { applyNetworkRules } from './network-rules.ts';
import { currentPolicy } from './policy.ts';

/** Puts the network rules of the stored policy in place: also when time alone changed what is in force. */
export async function enforce(): Promise<void> {
  const policy = await currentPolicy();
  if (policy !== null) await applyNetworkRules(policy.bundle, new Date().toISOString());
}
