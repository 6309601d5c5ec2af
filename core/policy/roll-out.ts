import { z } from 'zod';
import { because, type Reason } from '../reason.ts';

/** Steps of a rule on its way into force, in this order: section 7 of the domain. */
export const Step = z.enum(['observe', 'warn', 'justify', 'block']);
export type Step = z.infer<typeof Step>;

/** How carefully a rule goes into force. Each organization sets its own numbers; nothing in Atlassian's documents gives any. */
export const RollOutPlan = z
  .strictObject({
    /** Where the rule is meant to end. */
    target: Step.default('block'),
    /** Least time on each step. */
    minDays: z.number().int().positive().default(7),
    /** Least number of acts seen on a step before it says anything. */
    minActs: z.number().int().positive().default(20),
    /** Go on only up to this share of overrides, from 0 to 1. */
    advanceUpTo: z.number().min(0).max(1).default(0.1),
    /** Go one step back above this share. */
    stepBackAbove: z.number().min(0).max(1).default(0.3),
  })
  .refine((plan) => plan.advanceUpTo <= plan.stepBackAbove, {
    path: ['stepBackAbove'],
    message: 'Step back at a higher share than the one up to which the rule goes on.',
  });
export type RollOutPlan = z.infer<typeof RollOutPlan>;

/** What was seen while the rule stood on its step. Null is not known. */
export interface StepSeen {
  readonly days: number;
  /** Acts that the rule matched. */
  readonly acts: number | null;
  /**
   * Acts in which the rule was in the way of something rightful: people went on after a warning, gave a reason, or IT approved
   * the request. In observe mode: IT approved later.
   */
  readonly overridden: number | null;
}

export interface NextStep {
  readonly move: 'stay' | 'advance' | 'step-back' | 'done';
  readonly step: Step;
  /** From 0 to 1; null when it is not known. */
  readonly overrideRate: number | null;
  readonly reasons: readonly Reason[];
}

/** Where a rule goes next. What is not known never moves a rule forward. */
export function nextStep(step: Step, seen: StepSeen, plan: RollOutPlan): NextStep {
  const at = Step.options.indexOf(step);
  const end = Step.options.indexOf(plan.target);
  const { acts, overridden } = seen;
  const overrideRate = acts === null || overridden === null || acts === 0 ? null : Math.min(1, overridden / acts);
  const answer = (move: NextStep['move'], to: number, reason: Reason): NextStep => ({
    move,
    step: Step.options[to] ?? step,
    overrideRate,
    reasons: [reason],
  });
  const percent = overrideRate === null ? '' : `${Math.round(overrideRate * 100)} %`;

  if (acts !== null && acts >= plan.minActs && overrideRate !== null && overrideRate > plan.stepBackAbove && at > 0)
    return answer(
      'step-back',
      at - 1,
      because('often-overridden', `${percent} of ${acts} acts were rightful: the rule is in the way.`),
    );
  if (at > end) return answer('step-back', at - 1, because('beyond-target', `The plan ends at "${plan.target}".`));
  if (at === end) return answer('done', at, because('target-reached', `The rule has reached "${plan.target}".`));
  if (seen.days < plan.minDays)
    return answer('stay', at, because('too-early', `${seen.days} of at least ${plan.minDays} days have passed.`));
  if (acts === null || overridden === null)
    return answer('stay', at, because('not-known', 'How often the rule was overridden is not known.'));
  if (acts < plan.minActs)
    return answer('stay', at, because('too-few-acts', `${acts} of at least ${plan.minActs} acts were seen.`));
  if (overrideRate === null || overrideRate > plan.advanceUpTo)
    return answer(
      'stay',
      at,
      because('override-rate', `${percent} of ${acts} acts were rightful: that is too many to go on.`),
    );
  return answer('advance', at + 1, because('quiet', `${percent} of ${acts} acts were rightful: few enough to go on.`));
}
