import { api } from './browser.ts';

export type NetworkRule = chrome.declarativeNetRequest.Rule;

/**
 * Every type of request that this browser knows, documents in windows included. Browsers differ and gain types: a rule that names
 * its own would let the others pass, and one that names a type the browser does not know is refused.
 */
export const knownResourceTypes = (): string[] => Object.values<string>(api().declarativeNetRequest.ResourceType);

/**
 * Puts exactly these rules in place, in one step: the browser applies removals and additions together or not at all.
 * Rules survive restarts; an unchanged set is not written again. Answers whether anything changed.
 */
export async function replaceRules(wanted: readonly NetworkRule[]): Promise<boolean> {
  const { declarativeNetRequest } = api();
  const present = await declarativeNetRequest.getDynamicRules();
  const standing = fingerprint(present);
  if (standing === fingerprint(wanted)) return false;
  const rules = await runnable(wanted);
  if (standing === fingerprint(rules)) return false;
  await declarativeNetRequest.updateDynamicRules({
    removeRuleIds: present.map((rule) => rule.id),
    addRules: [...rules],
  });
  return true;
}

/**
 * Comparing in a script costs the third power of the length, which a page chooses: up to 0.1 s for so much of `%25`, 5 s for three
 * times that. No address of our tables is as long.
 */
const LONGEST = 300;

/**
 * Id of a rule of ours that blocks this request; null when none does, and for addresses longer than any honest one. Reads the rules
 * as the browser compares them; what they say ends before the query.
 */
export async function blockingRule(method: string, url: string): Promise<number | null> {
  const [address = ''] = url.split(/[?#]/, 1);
  if (address.length > LONGEST) return null;
  const { hostname } = new URL(address);
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const rules = await api().declarativeNetRequest.getDynamicRules();
  const found = rules.find(({ condition: { requestMethods, requestDomains, regexFilter } }) => {
    if (regexFilter === undefined) return false;
    const methods: readonly string[] | undefined = requestMethods;
    if (methods !== undefined && !methods.includes(method.toLowerCase())) return false;
    if (!requestDomains?.some((domain) => host === domain || host.endsWith(`.${domain}`))) return false;
    return new RegExp(regexFilter, 'i').test(address);
  });
  return found?.id ?? null;
}

/** One pattern that this browser cannot run would make it refuse the whole set: it is left out and said so. */
async function runnable(rules: readonly NetworkRule[]): Promise<NetworkRule[]> {
  const { declarativeNetRequest } = api();
  const supported = await Promise.all(
    rules.map(async ({ condition: { regexFilter: regex } }) => {
      if (regex === undefined) return true;
      const answer = await declarativeNetRequest.isRegexSupported({ regex });
      if (!answer.isSupported) console.error(`Gatehouse: this browser cannot block ${regex} (${answer.reason}).`);
      return answer.isSupported;
    }),
  );
  return rules.filter((_, index) => supported[index]);
}

const fingerprint = (rules: readonly NetworkRule[]): string =>
  JSON.stringify(
    [...rules].sort((a, b) => a.id - b.id),
    (_, value: unknown) =>
      // Browsers give keys back in an order of their own, and Firefox those that were never set as null.
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([, part]) => part !== null)
              .sort(([a], [b]) => a.localeCompare(b)),
          )
        : value,
  );
