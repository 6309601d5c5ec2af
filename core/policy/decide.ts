import type { RuleId } from '../ids.ts';
import { type CompiledPolicy, compilePolicy, type Found, findRules } from './compile.ts';
import { type CompiledRule, strengthOf } from './compile-rule.ts';
import { byDefault, type Decision, defaultPrompt, noIds } from './decision.ts';
import { allHaveSeats, type IntentActor, type IntentFacts } from './facts.ts';
import { type Asked, askedOf, fitEverybody, MAYBE, YES } from './match.ts';
import { textIn } from './message.ts';
import type { Policy } from './rule.ts';

/**
 * Decides one intent. Pure and total: the same facts, policy and time give the same answer, often the same frozen object.
 * Precedence: people named for emergencies, then block, justify, warn, allow; no rule gives the organization's default. A rule
 * that hangs on a missing fact gives `onUnknown`, and never less than the decision would be without that rule. Source: sections
 * 7 and 10 of the domain.
 * @param policy compiled, or a policy that is never changed afterwards
 * @param now ISO date-time; rules outside their validity do not count.
 */
export function decide(facts: IntentFacts, policy: Policy | CompiledPolicy, now: string): Decision {
  const compiled = 'shelves' in policy ? policy : compilePolicy(policy);
  const { answers } = compiled;
  const shelf = compiled.shelves.get(facts.intent);
  const everybody = shelf?.aboutPeople === true && allHaveSeats(facts.targets);
  const found =
    shelf === undefined || (everybody && !compiled.namesSeat)
      ? null
      : findRules(shelf, compiled.clocks, facts, now, everybody);
  if (everybody && (found === null || (found.certain.length === 0 && found.open === null)))
    return noting(answers.everybodyHasAccess, found);
  if (compiled.breakGlass.size > 0 && isNamed(compiled, facts.actor)) return noting(answers.emergency, found);
  return found === null
    ? answers.unmatched
    : conclude(compiled, askedOf(facts, now, compiled.clocks), found, everybody);
}

const isNamed = ({ breakGlass }: CompiledPolicy, { accountId }: IntentActor): boolean =>
  accountId !== null && breakGlass.has(accountId);

function conclude(compiled: CompiledPolicy, asked: Asked, found: Found, everybody: boolean): Decision {
  const { facts } = asked;
  const { defaultOutcome, onUnknown, version } = compiled.policy;
  const { certain, open } = found;
  const strongest = certain[0];
  const fallback = everybody ? 'allow' : defaultOutcome;
  // A rule that may apply explains a stop better than the default does, so of two equals it speaks.
  if (open !== null && strengthOf[onUnknown] > (strongest?.strength ?? strengthOf[fallback] - 1))
    return {
      outcome: onUnknown,
      ruleIds: [...idsOf(certain), open.rule.id],
      observedRuleIds: idsOf(found.observed),
      reasons: [open.missing],
      mayAskIt: open.rule.mayAskIt,
      prompt: spoken(open, facts).prompt,
      policyVersion: version,
    };
  // What lets pass more than the default would lets pass those only whom it is about.
  const isException = strongest !== undefined && strongest.strength < strengthOf[fallback];
  const excepted = isException ? fitEverybody(certain, asked) : YES;
  if (strongest !== undefined && excepted === YES) {
    const answer = spoken(strongest, facts);
    if (certain.length === 1) return noting(answer, found);
    return {
      outcome: answer.outcome,
      ruleIds: idsOf(certain),
      observedRuleIds: idsOf(found.observed),
      // Whatever stops says why; of what allows, one is reason enough.
      reasons: answer.outcome === 'allow' ? answer.reasons : certain.flatMap(({ alone }) => alone.reasons),
      mayAskIt: answer.mayAskIt,
      prompt: answer.prompt,
      policyVersion: version,
    };
  }
  // An allow rule only ever replaces the default: where that allows anyway, it makes no difference whether the rule applies.
  const missing =
    fallback === 'allow' ? null : (open ?? found.openAllow ?? (excepted === MAYBE ? (strongest ?? null) : null));
  // Never where everybody has access: that was answered above, or a rule that is left open stopped it.
  if (missing === null) return noting(compiled.answers.unmatched, found);
  return {
    outcome: strengthOf[onUnknown] > strengthOf[fallback] ? onUnknown : fallback,
    ruleIds: missing.alone.ruleIds,
    observedRuleIds: idsOf(found.observed),
    reasons: [byDefault, missing.missing],
    mayAskIt: true,
    prompt: defaultPrompt,
    policyVersion: version,
  };
}

/** The answer, with what was only observed. */
const noting = (answer: Decision, found: Found | null): Decision =>
  found === null || found.observed.length === 0 ? answer : { ...answer, observedRuleIds: idsOf(found.observed) };

/** What a rule alone decides, in the person's language. */
function spoken({ rule, alone }: CompiledRule, { language }: IntentFacts): Decision {
  if (alone.prompt === null || typeof rule.message === 'string') return alone;
  return { ...alone, prompt: { ...alone.prompt, message: textIn(rule.message, language ?? null) } };
}

function idsOf(rules: readonly CompiledRule[]): readonly RuleId[] {
  if (rules.length === 0) return noIds;
  return rules.length === 1 ? (rules[0] as CompiledRule).alone.ruleIds : rules.map(({ rule }) => rule.id);
}
