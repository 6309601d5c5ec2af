import { alwaysBlocked, type Intent, type PolicyBundle } from '../../core/policy/index.ts';
import { knownResourceTypes, type NetworkRule, replaceRules } from '../platform/dynamic-rules.ts';
import type { EndpointName } from '../sites/endpoints/table.ts';
import { type Endpoint, endpoints, type HostKind, hosts } from '../sites/endpoints.ts';
import { type Navigation, navigations } from '../sites/navigations.ts';
import { addressPatterns, navigationPatterns, oddPatterns } from './network-rules-patterns.ts';

/**
 * Calls whose body only tells one way of getting access from another: the address can be closed when every one of them is
 * blocked. All other calls that need their body are the guard's affair.
 */
const waysOf: Readonly<Record<string, readonly Intent[]>> = { 'access-request': ['request-access', 'join'] };

/** Adding colleagues who have a seat is daily work, and let through whatever the policy says of others: only the page knows whom. */
const leftToThePage: ReadonlySet<string> = new Set<EndpointName>(['jira-project-role']);

/** Ids kept free for each row of a table. */
const MOST_RULES = 100;

/** First ids: those of pages far above the calls', so that no call moves them. */
const CALLS_FROM = 1;
const NAVIGATIONS_FROM = 10_001;

/**
 * The wall: rules that the browser itself enforces, with no script of ours running. Calls are blocked by method and address, pages by
 * address, however that is spelled. Ids follow the tables, so a rule keeps its id from one policy to the next.
 * @param blocked intents that the policy blocks whatever they aim at
 * @param types every type of request that this browser knows
 */
export const networkRules = (blocked: readonly Intent[], types: readonly string[]): NetworkRule[] => [
  ...endpoints.flatMap((endpoint, row) => callRules(endpoint, CALLS_FROM + row * MOST_RULES, blocked, types)),
  ...navigations.flatMap((navigation, row) =>
    navigationRules(navigation, NAVIGATIONS_FROM + row * MOST_RULES, blocked, types),
  ),
];

/** Whether rules stop everything at the addresses of this row. */
export function isClosed(endpoint: Endpoint, blocked: readonly Intent[]): boolean {
  if (leftToThePage.has(endpoint.name)) return false;
  const ways = endpoint.bodyNeeded ? waysOf[endpoint.name] : [endpoint.intent];
  return ways?.every((intent) => blocked.includes(intent)) === true;
}

/** Whether rules stop the opening of this page. */
export const isClosedPage = (navigation: Navigation, blocked: readonly Intent[]): boolean =>
  navigation.intents.every((intent) => blocked.includes(intent));

const domains = (kinds: readonly HostKind[]): string[] => [...new Set(kinds.flatMap((kind) => hosts[kind]))];

function callRules(
  endpoint: Endpoint,
  id: number,
  blocked: readonly Intent[],
  types: readonly string[],
): NetworkRule[] {
  if (!isClosed(endpoint, blocked)) return [];
  const requestMethods = endpoint.methods.map((method) => method.toLowerCase());
  const condition = { requestDomains: domains(endpoint.hosts), requestMethods };
  return [...addressPatterns(endpoint.path), ...oddPatterns(endpoint.path)].map((regexFilter, index) =>
    rule(id + index, { ...condition, regexFilter }, types),
  );
}

function navigationRules(
  navigation: Navigation,
  id: number,
  blocked: readonly Intent[],
  types: readonly string[],
): NetworkRule[] {
  if (!isClosedPage(navigation, blocked)) return [];
  const requestDomains = domains([navigation.host]);
  return navigationPatterns(navigation.words).map((regexFilter, index) =>
    rule(id + index, { requestDomains, regexFilter }, types),
  );
}

/** What a rule of this id stops. Throws for ids that no row of our tables has. */
export function intentOfRule(id: number): Intent {
  const [first, intents] =
    id < NAVIGATIONS_FROM
      ? [CALLS_FROM, endpoints.map(({ intent }) => intent)]
      : [NAVIGATIONS_FROM, navigations.map((navigation) => navigation.intents[0])];
  const intent = intents[Math.floor((id - first) / MOST_RULES)];
  if (intent === undefined) throw new Error(`No row of our tables has the rule ${id}.`);
  return intent;
}

const rule = (
  id: number,
  condition: Readonly<Record<string, unknown>>,
  resourceTypes: readonly string[],
): NetworkRule =>
  ({
    id,
    action: { type: 'block' },
    condition: { ...condition, isUrlFilterCaseSensitive: false, resourceTypes },
  }) as NetworkRule;

/** Puts the rules of a policy in place. An unchanged set is not written. @param now ISO date-time */
export async function applyNetworkRules(bundle: PolicyBundle, now: string): Promise<void> {
  await replaceRules(networkRules(alwaysBlocked(bundle, now), knownResourceTypes()));
}
