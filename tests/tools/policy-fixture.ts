import { RuleId } from '../../core/ids.ts';
import { type Decision, decide, type IntentFacts, itOnlyAccess, type Rule } from '../../core/policy/index.ts';

/** A rule that blocks everything, but for what is said otherwise. */
export const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id: RuleId.parse(id),
  name: id,
  owner: 'IT',
  enabled: true,
  mode: 'block',
  when: {},
  mayAskIt: true,
  message: 'Ask IT.',
  ...more,
});

/** A policy without rules, as somebody writes it. */
export const base = { version: 1, rules: [], defaultOutcome: 'allow', onUnknown: 'block', breakGlass: ['emma'] };

/** An invitation of which nothing is known. */
export const inviting: IntentFacts = {
  intent: 'invite',
  actor: { accountId: null, identityType: 'managed' },
  targets: [],
  product: null,
  cloudId: null,
  verifiedDomains: null,
};

/** What the shipped policy says of it. */
export const blocked: Decision = decide(inviting, itOnlyAccess(3), '2026-11-21T08:00:00Z');
