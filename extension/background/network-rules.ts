import { alwaysBlocked, type Intent, type PolicyBundle } from '../../core/policy/index.ts';
import { knownResourceTypes, type NetworkRule, replaceRules } from '../platform/dynamic-rules.ts';
import { type Endpoint, endpoints, type HostKind } from '../sites/endpoints.ts';
import { type Navigation, navigations } from '../sites/navigations.ts';
import {
  addressPatterns,
  encodedPlainly,
  hiddenWayUp,
  navigationPattern,
  oddSlashPatterns,
} from './network-rules-patterns.ts';

/** Domains of each kind of host, their subdomains included. */
const domainsOf: Readonly<Record<HostKind, readonly string[]>> = {
  site: ['atlassian.net', 'jira.com'],
  admin: ['admin.atlassian.com'],
  id: ['id.atlassian.com'],
  home: ['home.atlassian.com', 'team.atlassian.com', 'start.atlassian.com'],
  website: ['www.atlassian.com'],
};

/**
 * Calls whose body only tells one way of getting access from another: the address can be closed when every one of them is
 * blocked. All other calls that need their body are the guard's affair.
 */
const waysOf: Readonly<Record<string, readonly Intent[]>> = { 'access-request': ['request-access', 'join'] };

/** Ids kept free for each row of the table: as many for its addresses as for their odd spellings. */
const MOST_PATTERNS = 20;

/** First ids of the other rules, far above the calls', so that none moves another's ids. */
const ODD_FROM = 9001;
const NAVIGATIONS_FROM = 10_001;

/** Methods that change something. */
const changing = ['post', 'put', 'patch', 'delete'];

/**
 * The wall: rules that the browser itself enforces, with no script of ours running. Calls are blocked by method and address, pages by
 * address, however that is spelled. Ids follow the tables, so a rule keeps its id from one policy to the next.
 * @param blocked intents that the policy blocks whatever they aim at
 * @param types every type of request that this browser knows
 */
export const networkRules = (blocked: readonly Intent[], types: readonly string[]): NetworkRule[] => [
  ...endpoints.flatMap((endpoint, row) => callRules(endpoint, row * MOST_PATTERNS * 2 + 1, blocked, types)),
  ...oddCallRules(blocked, types),
  ...navigations.flatMap((navigation, row) => navigationRules(navigation, NAVIGATIONS_FROM + row * 10, blocked, types)),
];

/** Whether rules stop everything at the addresses of this row. */
export function isClosed(endpoint: Endpoint, blocked: readonly Intent[]): boolean {
  const ways = endpoint.bodyNeeded ? waysOf[endpoint.name] : [endpoint.intent];
  return ways?.every((intent) => blocked.includes(intent)) === true;
}

/** Whether rules stop the opening of this page. */
export const isClosedPage = (navigation: Navigation, blocked: readonly Intent[]): boolean =>
  navigation.intents.every((intent) => blocked.includes(intent));

const domains = (kinds: readonly HostKind[]): string[] => [...new Set(kinds.flatMap((kind) => domainsOf[kind]))];

function callRules(
  endpoint: Endpoint,
  id: number,
  blocked: readonly Intent[],
  types: readonly string[],
): NetworkRule[] {
  if (!isClosed(endpoint, blocked)) return [];
  const requestMethods = endpoint.methods.map((method) => method.toLowerCase());
  const condition = { requestDomains: domains(endpoint.hosts), requestMethods };
  const block = (from: number) => (regexFilter: string, index: number) =>
    rule(from + index, { ...condition, regexFilter }, types);
  return [
    ...addressPatterns(endpoint.path).map(block(id)),
    ...oddSlashPatterns(endpoint.path).map(block(id + MOST_PATTERNS)),
  ];
}

/** Spellings that no honest page writes are reason enough to stop a change on a host that has a closed call. */
function oddCallRules(blocked: readonly Intent[], types: readonly string[]): NetworkRule[] {
  const kinds = endpoints.filter((endpoint) => isClosed(endpoint, blocked)).flatMap((endpoint) => endpoint.hosts);
  if (kinds.length === 0) return [];
  return [encodedPlainly, hiddenWayUp].map((regexFilter, index) =>
    rule(ODD_FROM + index, { requestDomains: domains(kinds), requestMethods: changing, regexFilter }, types),
  );
}

/** The page itself in any spelling, and whatever on its host is spelled as no honest link is. */
function navigationRules(
  navigation: Navigation,
  id: number,
  blocked: readonly Intent[],
  types: readonly string[],
): NetworkRule[] {
  if (!isClosedPage(navigation, blocked)) return [];
  const requestDomains = domains([navigation.host]);
  return [navigationPattern(navigation.words), encodedPlainly, hiddenWayUp].map((regexFilter, index) =>
    rule(id + index, { requestDomains, regexFilter }, types),
  );
}

/** What a blocking rule stops, by its id; null for those that look at the spelling of an address alone. */
export function intentOfRule(id: number): Intent | null {
  if (id < ODD_FROM) return endpoints[Math.floor((id - 1) / (MOST_PATTERNS * 2))]?.intent ?? null;
  if (id < NAVIGATIONS_FROM) return null;
  const [row, place] = [Math.floor((id - NAVIGATIONS_FROM) / 10), (id - NAVIGATIONS_FROM) % 10];
  return place === 0 ? (navigations[row]?.intents[0] ?? null) : null;
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
