import type { RuleId } from '../../core/ids.ts';
import type { Reads } from '../../core/ports/store.ts';

/** Stands for the name of a rule that no policy here has: what a browser calls it is anybody's word, and shown to nobody. */
export const UNKNOWN_RULE = 'A rule Gatehouse does not know';

/** Of a stop that comes of no rule: of the organization's default, or of a fact that nobody knew. */
export const NO_RULE = 'No rule named';

/** What the rule that stopped something is called, in the policy it is said to belong to or in the one in force. */
export async function nameOfRule(
  { policy }: Pick<Reads, 'policy'>,
  { ruleIds, policyVersion }: { readonly ruleIds: readonly RuleId[]; readonly policyVersion: number },
): Promise<string> {
  const [strongest] = ruleIds;
  if (strongest === undefined) return NO_RULE;
  for (const one of [await policy.ofVersion(policyVersion), await policy.current()]) {
    const rule = one?.rules.find(({ id }) => id === strongest);
    if (rule) return rule.name;
  }
  return UNKNOWN_RULE;
}
