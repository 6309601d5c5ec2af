import type { RuleId } from '../ids.ts';

/** The ids that can stand in a line of a log: whoever sends one with a line break, or with signs that nobody sees, made it up. */
export const plainRuleIds = (ids: readonly RuleId[]): RuleId[] => ids.filter((id) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(id));
