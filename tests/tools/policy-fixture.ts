import { RuleId } from '../../core/ids.ts';
import type { Rule } from '../../core/policy/index.ts';

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
