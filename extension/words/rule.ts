import type { Decision } from '../../core/policy/index.ts';
import { say } from './say.ts';

/** Whose rule decided, as IT named it; the organization's default in our own words. Null where nothing is stopped. */
export function ruleOf({ prompt, reasons }: Decision): { readonly rule: string; readonly owner: string } | null {
  if (prompt === null) return null;
  return isDefault({ reasons })
    ? { rule: say('prompt.default-rule'), owner: say('it') }
    : { rule: prompt.ruleName, owner: prompt.owner };
}

/** Whether no rule says why, but the default. */
export const isDefault = ({ reasons }: Pick<Decision, 'reasons'>): boolean => reasons[0]?.code === 'default';
