import { alwaysBlocked, type Intent, type PolicyBundle } from '../../core/policy/index.ts';
import { type NetworkRule, replaceRules } from '../platform/dynamic-rules.ts';
import { extensionUrl } from '../platform/lifecycle.ts';
import { type Endpoint, endpoints, type hosts } from '../sites/endpoints.ts';
import { type Navigation, navigations } from '../sites/navigations.ts';

/** Domains that the manifest gives us, their subdomains included; rules for others would do nothing. */
const ours: Readonly<Partial<Record<keyof typeof hosts, string>>> = {
  site: 'atlassian.net',
  admin: 'admin.atlassian.com',
  id: 'id.atlassian.com',
  home: 'home.atlassian.com',
  website: 'www.atlassian.com',
};

/**
 * Calls whose body only tells one way of getting access from another: the address can be closed when every one of them is
 * blocked. All other calls that need their body are the guard's affair.
 */
const waysOf: Readonly<Record<string, readonly Intent[]>> = { 'access-request': ['request-access', 'join'] };

const resourceTypes = ['xmlhttprequest', 'ping', 'other', 'main_frame', 'sub_frame'];

/** Ids kept free for each row of the table. */
const MOST_PATTERNS = 20;

/** First id of the rules for navigations, far above the calls', so that neither moves the other's ids. */
const NAVIGATIONS_FROM = 10_001;

/**
 * The wall: rules that the browser itself enforces, with no script of ours running. A call is blocked by method and
 * address; a navigation is led to the page that explains it, and blocked inside frames. Ids follow the tables, so a rule
 * keeps its id from one policy to the next.
 * @param blocked intents that the policy blocks whatever they aim at
 * @param blockedPage address of the explaining page
 */
export const networkRules = (blocked: readonly Intent[], blockedPage: string): NetworkRule[] => [
  ...endpoints.flatMap((endpoint, row) => callRules(endpoint, row * MOST_PATTERNS + 1, blocked)),
  ...navigations.flatMap((navigation, row) =>
    navigationRules(navigation, NAVIGATIONS_FROM + row * 2, blocked, blockedPage),
  ),
];

function callRules(endpoint: Endpoint, id: number, blocked: readonly Intent[]): NetworkRule[] {
  const ways = endpoint.bodyNeeded ? waysOf[endpoint.name] : [endpoint.intent];
  const requestDomains = endpoint.hosts.flatMap((kind) => ours[kind] ?? []);
  if (!ways?.every((intent) => blocked.includes(intent)) || requestDomains.length === 0) return [];
  const requestMethods = endpoint.methods.map((method) => method.toLowerCase());
  const condition = { requestDomains, requestMethods, resourceTypes };
  return addressPatterns(endpoint.path).map(
    (regexFilter, index) =>
      ({
        id: id + index,
        priority: 1,
        action: { type: 'block' },
        condition: { ...condition, regexFilter },
      }) as NetworkRule,
  );
}

/** Longer patterns may outgrow the 2 KB that Chromium gives a compiled one. */
const LONG = 110;

/**
 * A path of the endpoint table as RE2 sources over whole addresses; the domain is the condition's affair. A path of many
 * alternatives becomes several patterns, because browsers limit the size of each.
 */
export const addressPatterns = (path: string): string[] =>
  path
    // Top-level alternatives start anew with ^.
    .split(/\|(?=\^)/)
    .flatMap((part) => (part.length > LONG ? spreadOut(part) : [part]))
    .map((part) => {
      const inAddress = part
        .replace(/(?<!\[)\^/g, '')
        .replaceAll('$', '([?]|$)')
        // Counted repetition makes programs larger still, and tells nothing here.
        .replace(/\{\d+\}/g, '+');
      return `^https://[a-z0-9.:-]+${inAddress}`;
    });

/** One pattern for each alternative of the last plain group. */
function spreadOut(part: string): string[] {
  const group = [...part.matchAll(/\(([^()]*\|[^()]*)\)(?![?*+])/g)].at(-1);
  if (!group?.[1]) return [part];
  const { 0: whole, 1: inner, index } = group;
  return inner.split('|').map((way) => part.slice(0, index) + way + part.slice(index + whole.length));
}

function navigationRules(
  navigation: Navigation,
  id: number,
  blocked: readonly Intent[],
  blockedPage: string,
): NetworkRule[] {
  if (!navigation.intents.every((intent) => blocked.includes(intent))) return [];
  // `\0` is the whole address that was stopped; in the fragment it needs no encoding and reaches no server.
  const regexSubstitution = `${blockedPage}?intent=${navigation.intents[0]}#\\0`;
  const condition = { regexFilter: navigation.url };
  return [
    {
      id,
      priority: 2,
      action: { type: 'redirect', redirect: { regexSubstitution } },
      condition: { ...condition, resourceTypes: ['main_frame'] },
    },
    { id: id + 1, priority: 1, action: { type: 'block' }, condition: { ...condition, resourceTypes: ['sub_frame'] } },
  ] as NetworkRule[];
}

/** Puts the rules of a policy in place. An unchanged set is not written. @param now ISO date-time */
export async function applyNetworkRules(bundle: PolicyBundle, now: string): Promise<void> {
  await replaceRules(networkRules(alwaysBlocked(bundle, now), extensionUrl('blocked/index.html')));
}
