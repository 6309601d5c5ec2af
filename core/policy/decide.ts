import { z } from 'zod';
import type { IdentityType } from '../identity/types.ts';
import { type AccountId, type CloudId, RuleId } from '../ids.ts';
import type { Standing } from '../licence/effect.ts';
import type { Product } from '../organization/product.ts';
import { because, Reason } from '../reason.ts';
import type { Intent } from './intent.ts';
import { matchRule } from './match.ts';
import type { Mode, Policy, Rule } from './rule.ts';

export const Outcome = z.enum(['allow', 'warn', 'justify', 'block']);
export type Outcome = z.infer<typeof Outcome>;

/** A person an intent aims at, as far as known. */
export interface IntentTarget {
  readonly email: string | null;
  readonly accountId: AccountId | null;
  readonly identityType: IdentityType;
  readonly standing: Standing;
}

/** Everything `decide` looks at. `null` is a missing fact. */
export interface IntentFacts {
  readonly intent: Intent;
  readonly actor: { readonly accountId: AccountId | null; readonly identityType: IdentityType };
  readonly targets: readonly IntentTarget[];
  readonly product: Product | null;
  readonly cloudId: CloudId | null;
}

export const Decision = z.object({
  outcome: Outcome,
  /** Enforcing rules that matched, strongest first. */
  ruleIds: z.array(RuleId),
  /** Rules in `observe` mode that matched: recorded, never shown. */
  observedRuleIds: z.array(RuleId),
  reasons: z.array(Reason).min(1),
  mayAskIt: z.boolean(),
  /** What the prompt says; null when the outcome is `allow`. */
  prompt: z
    .object({ ruleName: z.string(), owner: z.string(), message: z.string(), link: z.string().nullable() })
    .nullable(),
  policyVersion: z.number().int().positive(),
});
export type Decision = z.infer<typeof Decision>;

const strength: Record<Mode | Outcome, number> = { allow: 0, observe: 0, warn: 1, justify: 2, block: 3 };

/** Intents that give access to a named person: harmless when everybody named already has it. */
const aboutPeople: ReadonlySet<Intent> = new Set(['invite', 'share-with-new-person', 'add-to-project']);

/**
 * Decides one intent. Pure: the same facts, policy and time give the same answer. Precedence: break-glass, then block,
 * justify, warn, allow; no rule gives the organization's default; a rule that hangs on a missing fact gives `onUnknown`.
 * @param now ISO date-time; rules outside their validity do not count.
 */
export function decide(facts: IntentFacts, policy: Policy, now: string): Decision {
  const allow = (reason: Reason, observed: readonly Rule[] = []): Decision => ({
    outcome: 'allow',
    ruleIds: [],
    observedRuleIds: observed.map((rule) => rule.id),
    reasons: [reason],
    mayAskIt: false,
    prompt: null,
    policyVersion: policy.version,
  });

  if (
    aboutPeople.has(facts.intent) &&
    facts.targets.length > 0 &&
    facts.targets.every((target) => target.standing === 'has-seat')
  )
    return allow(because('everybody-has-access', 'Everybody named here already has access.'));

  const live = policy.rules.filter((rule) => isLive(rule, now));
  const matched = live.filter((rule) => matchRule(rule, facts) === 'match');
  const open = live.filter((rule) => rule.mode !== 'observe' && matchRule(rule, facts) === 'unknown');
  const observed = matched.filter((rule) => rule.mode === 'observe');

  if (facts.actor.accountId !== null && policy.breakGlass.includes(facts.actor.accountId))
    return allow(because('break-glass', 'You are named for emergency access. This use is recorded.'), observed);

  const enforcing = matched
    .filter((rule) => rule.mode !== 'observe')
    .sort((a, b) => strength[b.mode] - strength[a.mode]);
  const strongest = enforcing[0];
  const unknownRule = open.sort((a, b) => strength[b.mode] - strength[a.mode])[0];

  if (unknownRule && strength[policy.onUnknown] > strength[strongest?.mode ?? 'allow'])
    return stopped(policy, policy.onUnknown, unknownRule, [...enforcing, unknownRule], observed, [
      because('fact-missing', `Not enough is known to tell whether "${unknownRule.name}" applies.`),
    ]);
  if (strongest)
    return stopped(
      policy,
      strongest.mode as Exclude<Mode, 'observe'>,
      strongest,
      enforcing,
      observed,
      enforcing.map((rule) => because('rule', `Rule "${rule.name}" applies.`)),
    );
  if (policy.defaultOutcome === 'allow') return allow(because('no-rule', 'No rule applies.'), observed);
  return {
    outcome: policy.defaultOutcome,
    ruleIds: [],
    observedRuleIds: observed.map((rule) => rule.id),
    reasons: [because('default', 'No rule applies; the organization’s default does.')],
    mayAskIt: true,
    prompt: {
      ruleName: 'Default of your organization',
      owner: 'IT',
      message: 'Your organization lets IT look at this first.',
      link: null,
    },
    policyVersion: policy.version,
  };
}

function stopped(
  policy: Policy,
  outcome: Exclude<Outcome, 'allow'>,
  shown: Rule,
  rules: readonly Rule[],
  observed: readonly Rule[],
  reasons: Reason[],
): Decision {
  return {
    outcome,
    ruleIds: rules.map((rule) => rule.id),
    observedRuleIds: observed.map((rule) => rule.id),
    reasons,
    mayAskIt: shown.mayAskIt,
    prompt: { ruleName: shown.name, owner: shown.owner, message: shown.message, link: shown.link ?? null },
    policyVersion: policy.version,
  };
}

/** Whether a rule counts at `now` (ISO date-time). */
export const isLive = (rule: Rule, now: string): boolean =>
  rule.enabled &&
  (rule.validFrom === undefined || Date.parse(rule.validFrom) <= Date.parse(now)) &&
  (rule.validUntil === undefined || Date.parse(now) < Date.parse(rule.validUntil));
