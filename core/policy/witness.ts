import { IdentityType } from '../identity/types.ts';
import { CloudId } from '../ids.ts';
import { KnownProduct, type Product } from '../organization/product.ts';
import type { Conditions, KnownStanding } from './conditions.ts';
import type { IntentFacts } from './facts.ts';
import { Intent } from './intent.ts';
import type { Rule } from './rule.ts';

/** One act, and the moment it happens. */
export interface Witness {
  readonly facts: IntentFacts;
  readonly at: string;
}

/**
 * An act that both rules are likely to match, to be tried out; null when none was found, which proves nothing. Seats, costs and
 * hours of the day are not made up.
 * @param otherwise the moment when neither rule has a first one
 */
export function likelyBoth(a: Rule, b: Rule, otherwise: string): Witness | null {
  if ([a.when, b.when].some(({ seatsLeft, cost, time }) => seatsLeft || cost || time)) return null;
  const shared = <T>(of: (when: Conditions) => readonly T[] | undefined, all: readonly T[]): T | undefined =>
    all.find((value) => holds(of(a.when), value) && holds(of(b.when), value));
  const domains = [...(a.when.targetDomains ?? []), ...(b.when.targetDomains ?? []), 'example.com', 'example.org'];
  const kept = [...(a.when.targetDomainsExcept ?? []), ...(b.when.targetDomainsExcept ?? [])];
  const domain = domains.find(
    (name) => holds(a.when.targetDomains, name) && holds(b.when.targetDomains, name) && !kept.includes(name),
  );
  const intent = shared<Intent>((when) => when.intents, Intent.options);
  const product = shared<Product>(
    (when) => when.products,
    [...KnownProduct.options, ...(a.when.products ?? []), ...(b.when.products ?? [])],
  );
  const cloudId = shared(
    (when) => when.cloudIds,
    valuesOf(a.when.cloudIds, b.when.cloudIds, CloudId.parse('any-site')),
  );
  const container = shared((when) => when.containers, valuesOf(a.when.containers, b.when.containers, 'ANY'));
  const actorType = shared<IdentityType>((when) => when.actorTypes, knownTypes);
  const targetType = shared<IdentityType>((when) => when.targetTypes, knownTypes);
  const standing = shared<KnownStanding>((when) => when.targetStandings, ['new', 'without-seat', 'has-seat']);
  if (!intent || !product || !cloudId || !container || !actorType || !targetType || !standing || !domain) return null;
  const outside = [...(a.when.actorGroupsExcept ?? []), ...(b.when.actorGroupsExcept ?? [])];
  const verified = a.when.targetOnVerifiedDomain ?? b.when.targetOnVerifiedDomain ?? false;
  return {
    facts: {
      intent,
      product,
      cloudId,
      container,
      actor: {
        accountId: null,
        identityType: actorType,
        roles: [...(a.when.actorRoles ?? []), ...(b.when.actorRoles ?? [])],
        groups: [...(a.when.actorGroups ?? []), ...(b.when.actorGroups ?? [])].filter(
          (group) => !outside.includes(group),
        ),
      },
      targets: [
        {
          email: `somebody@${domain}`,
          accountId: null,
          identityType: targetType,
          standing,
          groups: [...(a.when.targetGroups ?? []), ...(b.when.targetGroups ?? [])],
        },
      ],
      verifiedDomains: verified ? [domain] : [],
    },
    at: latest(a.validFrom, b.validFrom) ?? otherwise,
  };
}

const knownTypes = IdentityType.options.filter((type) => type !== 'unknown');

const holds = (allowed: readonly unknown[] | undefined, value: unknown): boolean => allowed?.includes(value) !== false;

const valuesOf = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined, otherwise: T): T[] => [
  ...(a ?? []),
  ...(b ?? []),
  otherwise,
];

function latest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
}
