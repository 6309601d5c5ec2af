import { z } from 'zod';
import { AccountId, RuleId } from '../ids.ts';
import { Conditions } from './conditions.ts';
import { Message } from './message.ts';

export { Conditions } from './conditions.ts';

/**
 * What a rule does when it matches, weakest first. `observe` only records. `allow` spares an act the organization's default and
 * nothing else: every stronger rule that matches wins, so an exception to a block is a condition of the block.
 */
export const Mode = z.enum(['observe', 'allow', 'warn', 'justify', 'block']);
export type Mode = z.infer<typeof Mode>;

export const Rule = z.strictObject({
  id: RuleId,
  name: z.string().min(1).max(120),
  /** Who answers for the rule; shown to the person it stops. */
  owner: z.string().min(1).max(120),
  enabled: z.boolean(),
  mode: Mode,
  when: Conditions,
  /** Whether the prompt offers to ask IT instead. */
  mayAskIt: z.boolean(),
  /** Shown in the prompt: why the rule exists and what to do instead. */
  message: Message,
  link: z.url().optional(),
  validFrom: z.iso.datetime().optional(),
  /** The first moment at which the rule no longer counts. */
  validUntil: z.iso.datetime().optional(),
});
export type Rule = z.infer<typeof Rule>;

export const Policy = z.strictObject({
  /** Grows by one with every publication. */
  version: z.number().int().positive(),
  rules: z.array(Rule),
  /** When no rule matches. */
  defaultOutcome: z.enum(['allow', 'warn', 'justify', 'block']),
  /** When a rule could match but a fact it needs is missing: chosen by the organization, never an accident. */
  onUnknown: z.enum(['warn', 'block']),
  /** Named people no rule stops, for emergencies. Every use is recorded. */
  breakGlass: z.array(AccountId),
});
export type Policy = z.infer<typeof Policy>;

/** Whether a rule counts at `now` (ISO date-time). A date that cannot be read never makes a rule count. */
export const isLive = (rule: Rule, now: string): boolean =>
  rule.enabled &&
  (rule.validFrom === undefined || Date.parse(rule.validFrom) <= Date.parse(now)) &&
  (rule.validUntil === undefined || Date.parse(now) < Date.parse(rule.validUntil));

/** Whether what a policy says can change while nobody changes it: some rule counts at certain times only. */
export const changesWithTime = ({ rules }: Policy): boolean =>
  rules.some(
    ({ enabled, when, validFrom, validUntil }) =>
      enabled && (when.time !== undefined || validFrom !== undefined || validUntil !== undefined),
  );
