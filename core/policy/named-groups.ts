import type { GroupId } from '../ids.ts';
import type { Policy } from './rule.ts';

/** Groups that rules ask about the actor, sorted, also those of rules that do not count today: they may tomorrow. */
export const actorGroupsNamed = ({ rules }: Pick<Policy, 'rules'>): readonly GroupId[] =>
  sorted(rules.flatMap(({ when }) => [...(when.actorGroups ?? []), ...(when.actorGroupsExcept ?? [])]));

/** Groups that rules ask about the people an act aims at, sorted. */
export const targetGroupsNamed = ({ rules }: Pick<Policy, 'rules'>): readonly GroupId[] =>
  sorted(rules.flatMap(({ when }) => when.targetGroups ?? []));

const sorted = (groups: readonly GroupId[]): readonly GroupId[] => [...new Set(groups)].sort();
