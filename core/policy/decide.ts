import { z } from 'zod';
import { RuleId } from '../ids.ts';
import { Effect } from '../licence/effect.ts';
import { because, Reason } from '../reason.ts';
import { type CompiledPolicy, compilePolicy, type Found, findRules, foundNothing } from './compile.ts';
import { type CompiledRule, strengthOf } from './compile-rule.ts';
import { allHaveSeats, type IntentFacts } from './facts.ts';
import { textIn } from './message.ts';
import type { Policy } from './rule.ts';

export type { IntentActor, IntentFacts, IntentTarget } from './facts.ts';
export { isLive } from './rule.ts';

export const Outcome = z.enum(['allow', 'warn', 'justify', 'block']);
export type Outcome = z.infer<typeof Outcome>;

export const Prompt = z.object({
  ruleName: z.string(),
  owner: z.string(),
  message: z.string(),
  link: z.string().nullable(),
});
export type Prompt = z.infer<typeof Prompt>;

export const Decision = z.object({
  outcome: Outcome,
  /** Rules that matched, strongest first; those only observed are not among them. */
  ruleIds: z.array(RuleId).readonly(),
  /** Rules in `observe` mode that matched: recorded, never shown. */
  observedRuleIds: z.array(RuleId).readonly(),
  reasons: z.array(Reason).min(1).readonly(),
  mayAskIt: z.boolean(),
  /** What the prompt says; null when the outcome is `allow`. */
  prompt: Prompt.nullable(),
  policyVersion: z.number().int().positive(),
  /** What it would do to seats and money, where the facts said so. */
  effect: Effect.optional(),
});
export type Decision = z.infer<typeof Decision>;

/** Answers share what is the same in many, so it is frozen: a decision then costs little more than the object it is. */
const only = (reason: Reason): readonly Reason[] => Object.freeze([Object.freeze(reason)]);
const everybodyHas = only(because('everybody-has-access', 'Everybody named here already has access.'));
const noRule = only(because('no-rule', 'No rule applies.'));
const byDefault = only(because('default', 'No rule applies; the organization’s default does.'));
const emergency = only(because('break-glass', 'You are named for emergency access. This use is recorded.'));
const noIds: readonly RuleId[] = Object.freeze([]);
const defaultPrompt: Decision['prompt'] = Object.freeze({
  ruleName: 'Default of your organization',
  owner: 'IT',
  message: 'Your organization lets IT look at this first.',
  link: null,
});

/**
 * Decides one intent. Pure and total: the same facts, policy and time give the same answer. Precedence: people named for
 * emergencies, then block, justify, warn, allow; no rule gives the organization's default. A rule that hangs on a missing fact
 * gives `onUnknown`, and never less than the decision would be without that rule. Source: sections 7 and 10 of the domain.
 * @param policy compiled, or a policy that is never changed afterwards
 * @param now ISO date-time; rules outside their validity do not count.
 */
export function decide(facts: IntentFacts, policy: Policy | CompiledPolicy, now: string): Decision {
  const compiled = 'shelves' in policy ? policy : compilePolicy(policy);
  const shelf = compiled.shelves.get(facts.intent);
  if (shelf === undefined) return conclude(compiled, facts, foundNothing, false);
  const everybody = shelf.aboutPeople && allHaveSeats(facts.targets);
  const found =
    everybody && !compiled.namesSeat ? foundNothing : findRules(shelf, compiled.clocks, facts, now, everybody);
  return conclude(compiled, facts, found, everybody);
}

function conclude(compiled: CompiledPolicy, facts: IntentFacts, found: Found, everybody: boolean): Decision {
  const { defaultOutcome, onUnknown } = compiled.policy;
  const strongest = found.certain[0];
  if (strongest === undefined && found.open === null && everybody) return allow(compiled, facts, found, everybodyHas);
  if (compiled.breakGlass.size > 0 && facts.actor.accountId !== null && compiled.breakGlass.has(facts.actor.accountId))
    return answer(compiled, facts, found, 'allow', noIds, emergency, false, null);

  const fallback = everybody ? 'allow' : defaultOutcome;
  const { open } = found;
  // A rule that may apply explains a stop better than the default does, so of two equals it speaks.
  if (open !== null && strengthOf[onUnknown] > (strongest?.strength ?? strengthOf[fallback] - 1)) {
    const ruleIds = [...idsOf(found.certain), open.rule.id];
    const { mayAskIt } = open.rule;
    return answer(compiled, facts, found, onUnknown, ruleIds, [open.missing], mayAskIt, promptOf(open, facts));
  }
  if (strongest !== undefined) {
    const { mode, rule } = strongest;
    if (mode === 'allow' || mode === 'observe') return allow(compiled, facts, found, strongest.applies);
    const prompt = promptOf(strongest, facts);
    const reasons = reasonsOf(found.certain);
    return answer(compiled, facts, found, mode, idsOf(found.certain), reasons, rule.mayAskIt, prompt);
  }
  // An allow rule only ever replaces the default: where that allows anyway, it makes no difference whether the rule applies.
  if (fallback === 'allow') return allow(compiled, facts, found, noRule);
  const missing = open ?? found.openAllow;
  if (missing === null) return answer(compiled, facts, found, fallback, noIds, byDefault, true, defaultPrompt);
  const outcome = strengthOf[onUnknown] > strengthOf[fallback] ? onUnknown : fallback;
  const reasons = [...byDefault, missing.missing];
  return answer(compiled, facts, found, outcome, missing.ids, reasons, true, defaultPrompt);
}

const allow = (compiled: CompiledPolicy, facts: IntentFacts, found: Found, reasons: readonly Reason[]): Decision =>
  answer(compiled, facts, found, 'allow', idsOf(found.certain), reasons, false, null);

/** Written out twice, because adding a property to an object that was made without it is slow. */
function answer(
  compiled: CompiledPolicy,
  facts: IntentFacts,
  found: Found,
  outcome: Outcome,
  ruleIds: readonly RuleId[],
  reasons: readonly Reason[],
  mayAskIt: boolean,
  prompt: Decision['prompt'],
): Decision {
  const observedRuleIds = idsOf(found.observed);
  const policyVersion = compiled.policy.version;
  return facts.effect
    ? { outcome, ruleIds, observedRuleIds, reasons, mayAskIt, prompt, policyVersion, effect: facts.effect }
    : { outcome, ruleIds, observedRuleIds, reasons, mayAskIt, prompt, policyVersion };
}

const promptOf = ({ rule, prompt }: CompiledRule, { language }: IntentFacts): Decision['prompt'] =>
  typeof rule.message === 'string' ? prompt : { ...prompt, message: textIn(rule.message, language ?? null) };

function idsOf(rules: readonly CompiledRule[]): readonly RuleId[] {
  if (rules.length === 0) return noIds;
  return rules.length === 1 ? (rules[0] as CompiledRule).ids : rules.map(({ rule }) => rule.id);
}

const reasonsOf = (rules: readonly CompiledRule[]): readonly Reason[] =>
  rules.length === 1 ? (rules[0] as CompiledRule).applies : rules.flatMap(({ applies }) => applies);
