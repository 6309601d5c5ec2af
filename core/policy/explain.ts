import type { RuleId } from '../ids.ts';
import { counted } from '../plural.ts';
import type { Conditions } from './conditions.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { everybodyHasAccess, type IntentFacts } from './facts.ts';
import { intentPhrase } from './intent.ts';
import { type Match, matchRule } from './match.ts';
import { isLive, type Mode, type Policy, type Rule } from './rule.ts';
import { conditionsInWords } from './words.ts';

export interface RuleExplanation {
  readonly ruleId: RuleId;
  readonly name: string;
  readonly mode: Mode;
  /** `not-counted`: switched off, outside its validity, or everybody has a seat and the rule is not about those. */
  readonly match: Match | 'not-counted';
  readonly conditions: readonly { readonly text: string; readonly match: Match }[];
}

export interface Explanation {
  readonly decision: Decision;
  /** The decision as a few sentences, in order. */
  readonly sentences: readonly string[];
  /** Every rule, in the order of the policy. */
  readonly rules: readonly RuleExplanation[];
}

/** Why an intent is decided as it is, in words for people who wrote none of the rules. @param now ISO date-time */
export function explain(facts: IntentFacts, policy: Policy, now: string): Explanation {
  const decision = decide(facts, policy, now);
  return {
    decision,
    sentences: explainDecision(decision, facts),
    rules: policy.rules.map((rule) => explainRule(rule, facts, now)),
  };
}

const outcomes: Readonly<Record<Decision['outcome'], string>> = {
  allow: 'is allowed',
  warn: 'is allowed after a warning',
  justify: 'is allowed after a reason was written',
  block: 'is stopped',
};

/** The decision as sentences: what comes of it, why, what was only recorded, and what to do instead. */
export function explainDecision(decision: Decision, facts: Pick<IntentFacts, 'intent'>): string[] {
  const observed = decision.observedRuleIds.length;
  return [
    `To ${intentPhrase(facts.intent)} ${outcomes[decision.outcome]}.`,
    ...decision.reasons.map(({ text }) => text),
    ...(decision.reasons.some(({ code }) => code === 'fact-missing')
      ? ['When a fact is missing, the organization has chosen to be careful.']
      : []),
    ...(observed > 0 ? [`${counted(observed, 'rule')} only recorded it.`] : []),
    ...(decision.mayAskIt ? ['IT can be asked instead.'] : []),
  ];
}

function explainRule(rule: Rule, facts: IntentFacts, now: string): RuleExplanation {
  const about = { ruleId: rule.id, name: rule.name, mode: rule.mode };
  const counts =
    isLive(rule, now) && (!everybodyHasAccess(facts) || rule.when.targetStandings?.includes('has-seat') === true);
  return {
    ...about,
    match: counts ? matchRule(rule, facts, now) : 'not-counted',
    conditions: partsOf(rule.when).map((when) => ({
      text: conditionsInWords(when).join(' and '),
      match: matchRule({ ...timeless(rule), when }, facts, now),
    })),
  };
}

/** The rule as if it counted always. */
const timeless = ({ id, name, owner, mode, when, mayAskIt, message }: Rule): Rule => ({
  id,
  name,
  owner,
  enabled: true,
  mode,
  when,
  mayAskIt,
  message,
});

/** Conditions that are true or false by themselves: each alone, but all those on a target together, since one person must fit them. */
function partsOf(when: Conditions): Conditions[] {
  const parts = Object.entries(when).filter(([, value]) => value !== undefined);
  const onTarget = parts.filter(([name]) => name.startsWith('target'));
  const alone = parts.filter(([name]) => !name.startsWith('target')).map((part) => [part]);
  return [...alone, ...(onTarget.length > 0 ? [onTarget] : [])].map((some) => Object.fromEntries(some) as Conditions);
}
