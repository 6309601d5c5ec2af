import { domainOf } from '../organization/organization.ts';
import type { IntentFacts, IntentTarget } from './decide.ts';
import type { Rule } from './rule.ts';

/** `unknown` when the rule hangs on a fact that is missing. */
export type Match = 'match' | 'no-match' | 'unknown';

/** Whether the conditions of a rule hold for an intent. One condition that certainly fails settles it; else missing facts win. */
export function matchRule(rule: Rule, facts: IntentFacts): Match {
  const { when } = rule;
  return all([
    oneOf(when.intents, facts.intent),
    oneOf(when.products, facts.product),
    oneOf(when.cloudIds, facts.cloudId),
    oneOf(when.actorTypes, facts.actor.identityType === 'unknown' ? null : facts.actor.identityType),
    someTarget(rule, facts.targets),
  ]);
}

function someTarget({ when }: Rule, targets: readonly IntentTarget[]): Match {
  const aimsAtPeople = when.targetTypes ?? when.targetDomains ?? when.targetDomainsExcept;
  if (aimsAtPeople === undefined) return 'match';
  // An intent whose targets nobody could read (a link, an unread body) may aim at anybody.
  if (targets.length === 0) return 'unknown';
  const results = targets.map((target) => {
    const domain = target.email === null ? null : domainOf(target.email);
    const listed = oneOf(when.targetDomainsExcept, domain);
    return all([
      oneOf(when.targetTypes, target.identityType === 'unknown' ? null : target.identityType),
      oneOf(when.targetDomains, domain),
      when.targetDomainsExcept === undefined ? 'match' : negate(listed),
    ]);
  });
  if (results.includes('match')) return 'match';
  return results.includes('unknown') ? 'unknown' : 'no-match';
}

function oneOf<T>(allowed: readonly T[] | undefined, value: T | null): Match {
  if (allowed === undefined) return 'match';
  if (value === null) return 'unknown';
  return allowed.includes(value) ? 'match' : 'no-match';
}

const negate = (match: Match): Match => (match === 'match' ? 'no-match' : match === 'no-match' ? 'match' : 'unknown');

const all = (matches: readonly Match[]): Match =>
  matches.includes('no-match') ? 'no-match' : matches.includes('unknown') ? 'unknown' : 'match';
