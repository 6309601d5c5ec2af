import type { CheckAnswer } from '../../core/contract/messages/index.ts';
import { MOST_RULES } from '../../core/contract/routes/policy.ts';

/** What a request to IT says of the stop that it comes of. Of more rules than it may name, the strongest. */
export const askedOf = ({ decision, stopId }: Pick<CheckAnswer, 'decision' | 'stopId'>) => ({
  ruleIds: decision.ruleIds.slice(0, MOST_RULES),
  ruleName: decision.prompt?.ruleName ?? 'Default of your organization',
  policyVersion: decision.policyVersion,
  stopId,
});
