import { api } from './browser.ts';

export type NetworkRule = chrome.declarativeNetRequest.Rule;

/**
 * Puts exactly these rules in place, in one step: the browser applies removals and additions together or not at all.
 * Rules survive restarts; an unchanged set is not written again. Answers whether anything changed.
 */
export async function replaceRules(rules: readonly NetworkRule[]): Promise<boolean> {
  const { declarativeNetRequest } = api();
  const present = await declarativeNetRequest.getDynamicRules();
  if (fingerprint(present) === fingerprint(rules)) return false;
  await declarativeNetRequest.updateDynamicRules({
    removeRuleIds: present.map((rule) => rule.id),
    addRules: [...rules],
  });
  return true;
}

const fingerprint = (rules: readonly NetworkRule[]): string =>
  JSON.stringify(
    [...rules].sort((a, b) => a.id - b.id),
    (_, value: unknown) =>
      // Browsers give keys back in an order of their own.
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
        : value,
  );
