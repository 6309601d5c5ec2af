import type { Conditions } from './conditions.ts';
import type { Rule } from './rule.ts';

/**
 * Whether `wide` matches whenever `narrow` does, and is at least unknown whenever `narrow` is. A yes is certain; a no may only
 * mean that conditions of different kinds were not compared (a domain list against "on a verified domain", two time windows).
 */
export function covers(wide: Rule, narrow: Rule): boolean {
  const [a, b] = [wide.when, narrow.when];
  return (
    wide.enabled &&
    lists.every((name) => among<unknown>(b[name], a[name])) &&
    a.actorGroupsExcept?.every((group) => b.actorGroupsExcept?.includes(group)) !== false &&
    a.targetDomainsExcept?.every((domain) => keepsOut(b, domain)) !== false &&
    (a.targetOnVerifiedDomain === undefined || a.targetOnVerifiedDomain === b.targetOnVerifiedDomain) &&
    (!namesSeat(b) || namesSeat(a)) &&
    seatsWithin(b.seatsLeft, a.seatsLeft) &&
    costWithin(b.cost, a.cost) &&
    (a.time === undefined || JSON.stringify(a.time) === JSON.stringify(b.time)) &&
    within(wide.validFrom, narrow.validFrom, (limit, date) => date >= limit) &&
    within(wide.validUntil, narrow.validUntil, (limit, date) => date <= limit)
  );
}

/** Conditions that ask for one of several values. */
const lists = [
  'intents',
  'products',
  'cloudIds',
  'containers',
  'actorTypes',
  'actorRoles',
  'actorGroups',
  'targetTypes',
  'targetDomains',
  'targetGroups',
  'targetStandings',
] as const satisfies readonly (keyof Conditions)[];

const among = <T>(few: readonly T[] | undefined, many: readonly T[] | undefined): boolean =>
  many === undefined || few?.every((value) => many.includes(value)) === true;

const keepsOut = (when: Conditions, domain: string): boolean =>
  when.targetDomainsExcept?.includes(domain) === true || when.targetDomains?.includes(domain) === false;

const namesSeat = (when: Conditions): boolean => when.targetStandings?.includes('has-seat') === true;

const seatsWithin = (few: Conditions['seatsLeft'], many: Conditions['seatsLeft']): boolean =>
  many === undefined ||
  (few !== undefined &&
    (many.below === undefined || (few.below !== undefined && few.below <= many.below)) &&
    (many.atLeast === undefined || (few.atLeast !== undefined && few.atLeast >= many.atLeast)));

/** Limits are compared as text: "8.6" and "8.60" count as different, which only loses a finding. */
const costWithin = (few: Conditions['cost'], many: Conditions['cost']): boolean =>
  many === undefined ||
  (few !== undefined &&
    few.currency === many.currency &&
    few.period === many.period &&
    (many.above === undefined || few.above === many.above) &&
    (many.below === undefined || few.below === many.below));

/** Whether a date keeps a limit; no limit is always kept, no date never keeps one. */
const within = (
  limit: string | undefined,
  date: string | undefined,
  keeps: (limit: number, date: number) => boolean,
): boolean => limit === undefined || (date !== undefined && keeps(Date.parse(limit), Date.parse(date)));

/**
 * Why no facts can ever satisfy the conditions, as a sentence; null when nothing was found. Facts that are missing can still
 * make such a rule give `onUnknown`.
 */
export function contradiction(when: Conditions): string | null {
  const { seatsLeft, cost } = when;
  if (when.targetDomains?.every((domain) => when.targetDomainsExcept?.includes(domain)))
    return 'every domain of "targetDomains" is also in "targetDomainsExcept"';
  if (when.actorGroups?.every((group) => when.actorGroupsExcept?.includes(group)))
    return 'every group of "actorGroups" is also in "actorGroupsExcept"';
  for (const name of ['actorTypes', 'targetTypes'] as const)
    if (when[name]?.every((type) => type === 'unknown'))
      return `"${name}" asks for "unknown" only, which is a missing fact and no type`;
  if (seatsLeft?.below !== undefined && seatsLeft.atLeast !== undefined && seatsLeft.below <= seatsLeft.atLeast)
    return `no number is below ${seatsLeft.below} and at least ${seatsLeft.atLeast}`;
  if (cost?.above !== undefined && cost.below !== undefined && Number(cost.below) <= Number(cost.above))
    return `no amount is above ${cost.above} and below ${cost.below}`;
  return null;
}
