import type { Identity } from './classify.ts';
import type { IdentityType, SubState } from './types.ts';

export type LabelKey = IdentityType | 'deactivated' | 'suspended' | 'invited' | 'unclaimed' | 'guest';

/** States that say more than the type does replace it on the badge; the type stays in the reasons. */
const byState: readonly (readonly [SubState, LabelKey])[] = [
  ['deactivated', 'deactivated'],
  ['suspended', 'suspended'],
  ['invited', 'invited'],
  ['unclaimed', 'unclaimed'],
  ['confluence-guest', 'guest'],
  ['jira-guest', 'guest'],
];

/** What a badge says of an account: a sub-state that matters more, else the type. */
export function labelKeyOf({ type, subStates }: Pick<Identity, 'type' | 'subStates'>): LabelKey {
  if (type === 'unknown') return 'unknown';
  return byState.find(([name]) => subStates.includes(name))?.[1] ?? type;
}
