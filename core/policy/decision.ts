import { z } from 'zod';
import { RuleId } from '../ids.ts';
import { because, Reason } from '../reason.ts';

export const Outcome = z.enum(['allow', 'warn', 'justify', 'block']);
export type Outcome = z.infer<typeof Outcome>;

export const Prompt = z.object({
  ruleName: z.string(),
  owner: z.string(),
  message: z.string(),
  link: z.string().nullable(),
});
export type Prompt = z.infer<typeof Prompt>;

/** What an intent does to seats and money hangs on no rule: whoever asks has it among the facts, and shows it beside this. */
export const Decision = z.object({
  outcome: Outcome,
  /** Rules that matched, strongest first; those only observed are not among them. */
  ruleIds: z.array(RuleId).readonly(),
  /** Rules in `observe` mode that matched: recorded, never shown. */
  observedRuleIds: z.array(RuleId).readonly(),
  reasons: z.array(Reason).min(1).readonly(),
  mayAskIt: z.boolean(),
  /** What the prompt says; null when the outcome is `allow`. */
  prompt: Prompt.readonly().nullable(),
  policyVersion: z.number().int().positive(),
});
export type Decision = Readonly<z.infer<typeof Decision>>;

/** Answers that hang on no rule, made once for a policy. */
export interface GeneralAnswers {
  /** No rule applies. */
  readonly unmatched: Decision;
  readonly everybodyHasAccess: Decision;
  readonly emergency: Decision;
}

export const noIds: readonly RuleId[] = Object.freeze([]);

export const byDefault: Reason = Object.freeze(because('default', 'No rule applies; the organization’s default does.'));

export const defaultPrompt: Prompt = Object.freeze({
  ruleName: 'Default of your organization',
  owner: 'IT',
  message: 'Your organization lets IT look at this first.',
  link: null,
});

export const generalAnswers = (defaultOutcome: Outcome, policyVersion: number): GeneralAnswers => ({
  unmatched:
    defaultOutcome === 'allow'
      ? allowed(because('no-rule', 'No rule applies.'), policyVersion)
      : shared({
          outcome: defaultOutcome,
          ruleIds: noIds,
          observedRuleIds: noIds,
          reasons: [byDefault],
          mayAskIt: true,
          prompt: defaultPrompt,
          policyVersion,
        }),
  everybodyHasAccess: allowed(
    because('everybody-has-access', 'Everybody named here already has access.'),
    policyVersion,
  ),
  emergency: allowed(
    because('break-glass', 'You are named for emergency access. This use is recorded.'),
    policyVersion,
  ),
});

const allowed = (reason: Reason, policyVersion: number): Decision =>
  shared({
    outcome: 'allow',
    ruleIds: noIds,
    observedRuleIds: noIds,
    reasons: [Object.freeze(reason)],
    mayAskIt: false,
    prompt: null,
    policyVersion,
  });

/** For an answer that is given again and again, so that it costs nothing: nobody may change it. */
export function shared(decision: Decision): Decision {
  Object.freeze(decision.reasons);
  return Object.freeze(decision);
}
