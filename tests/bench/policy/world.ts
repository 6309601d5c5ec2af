import type { IdentityType } from '../../../core/identity/index.ts';
import { AccountId, CloudId, GroupId, RuleId } from '../../../core/ids.ts';
import type { Effect } from '../../../core/licence/index.ts';
import { KnownProduct, type Product } from '../../../core/organization/index.ts';
import {
  type Conditions,
  Intent,
  type IntentFacts,
  type Mode,
  type Policy,
  type Rule,
} from '../../../core/policy/index.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const numbered = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index));

const sites = numbered(50, (index) => `site-${index}`).map((id) => CloudId.parse(id));
const groups = numbered(50, (index) => `group-${index}`).map((id) => GroupId.parse(id));
const domains = numbered(200, (index) => `company-${index}.example`);
const types: readonly IdentityType[] = ['managed', 'external', 'portal-only', 'app'];

/** A request as the peers take it: flat, and with one target, because not every peer can say "somebody among the targets". */
export interface FlatRequest {
  readonly intent: Intent;
  readonly product: string;
  readonly site: string;
  readonly actorType: string;
  readonly groups: readonly string[];
  readonly targetType: string;
  readonly domain: string;
  readonly standing: string;
  readonly seatsLeft: number;
}

export interface Request {
  readonly flat: FlatRequest;
  readonly facts: IntentFacts;
}

/** The moment of every decision. */
export const NOW = '2026-11-21T08:00:00.000Z';

/** Rules at the top of every policy that are about everybody, as those of a template are. */
const GENERAL = 8;

/**
 * A policy as large organizations grow them: a few general rules, then local ones for a site or an app, about certain people.
 * A policy that stops nearly every request would be easy on engines that end at the first match, and nobody could work with it.
 */
export function policyOf(rules: number, seed: number): Policy {
  const random = dice(seed);
  const { pick, some } = choices(random);
  const people = (): Conditions =>
    pick<() => Conditions>([
      () => ({ targetDomains: some(domains, 4) }),
      () => ({ targetDomains: some(domains, 4), targetTypes: some(types, 2) }),
      () => ({ targetTypes: some(types, 1), targetDomainsExcept: some(domains, 4) }),
      () => ({ actorGroups: some(groups, 3) }),
      () => ({ actorGroups: some(groups, 2), targetTypes: some(types, 2) }),
      () => ({ targetTypes: some(types, 2), actorGroupsExcept: some(groups, 3), targetStandings: ['new'] }),
      () => ({ actorTypes: some(types, 1), seatsLeft: { below: Math.floor(random() * 20) } }),
    ])();
  const conditions = (index: number): Conditions => ({
    intents: some(Intent.options, 2),
    ...(index < GENERAL
      ? { targetTypes: some(types, 1) }
      : {
          ...(random() < 0.7 ? { cloudIds: some(sites, 3) } : { products: some(KnownProduct.options, 2) }),
          ...(random() < 0.3 && { products: some(KnownProduct.options, 2) }),
          ...people(),
        }),
  });
  const modes: readonly Mode[] = [
    ...(['observe', 'allow', 'warn', 'warn', 'warn', 'justify', 'justify', 'block', 'block', 'block'] as const),
  ];
  return {
    version: 1,
    rules: numbered(rules, (index) => `rule-${index}`).map(
      (id, index): Rule => ({
        id: RuleId.parse(id),
        name: `Rule ${id}`,
        owner: 'IT',
        enabled: true,
        mode: pick(modes),
        when: conditions(index),
        mayAskIt: true,
        message: 'Ask IT.',
      }),
    ),
    defaultOutcome: 'allow',
    onUnknown: 'block',
    breakGlass: [],
  };
}

/** Requests whose facts are all known: most peers have no word for a missing fact. Nobody named has a seat already. */
export function requestsOf(count: number, seed: number): Request[] {
  const random = dice(seed);
  const { pick, some } = choices(random);
  return Array.from({ length: count }, (_, index) => {
    const flat: FlatRequest = {
      intent: pick(Intent.options),
      product: pick(KnownProduct.options),
      site: pick(sites),
      actorType: pick(types),
      groups: some(groups, 4),
      targetType: pick(types),
      domain: pick(domains),
      standing: pick(['without-seat', 'new']),
      seatsLeft: Math.floor(random() * 60) - 5,
    };
    return { flat, facts: factsOf(flat, index) };
  });
}

function factsOf(flat: FlatRequest, index: number): IntentFacts {
  const product = flat.product as Product;
  const cloudId = CloudId.parse(flat.site);
  const seats = { used: 100 - flat.seatsLeft, total: 100, unlimited: false };
  const effect: Effect = {
    product,
    cloudId,
    siteHost: 'acme.atlassian.net',
    targets: [],
    seats,
    seatsTaken: 1,
    seatsAfter: seats,
    cost: { known: false, why: 'No price.' },
    payer: 'Acme',
    reasons: [],
    confidence: 'exact',
    lines: [],
  };
  return {
    intent: flat.intent,
    product,
    cloudId,
    actor: {
      accountId: AccountId.parse(`actor-${index}`),
      identityType: flat.actorType as IdentityType,
      groups: flat.groups.map((id) => GroupId.parse(id)),
      roles: [],
    },
    targets: [
      {
        email: `person-${index}@${flat.domain}`,
        accountId: null,
        identityType: flat.targetType as IdentityType,
        standing: flat.standing as 'new',
        groups: [],
      },
    ],
    verifiedDomains: [],
    effect,
  };
}

function choices(random: () => number) {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const some = <T>(values: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(values))),
  ];
  return { pick, some };
}
