import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { domainOf } from '../organization/organization.ts';
import { because, type Reason } from '../reason.ts';
import { IdentityType } from './types.ts';

/** One account as it takes part in the search. `aliases` are further addresses that an identity provider knows. */
export const PersonFacts = z.object({
  accountId: AccountId,
  type: IdentityType,
  email: z.string().nullable().default(null),
  aliases: z.array(z.string()).default([]),
  name: z.string().nullable().default(null),
});
export type PersonFacts = z.infer<typeof PersonFacts>;

/** There is no "certain": nothing that is seen here proves that two accounts are one person. */
export type Confidence = 'low' | 'medium' | 'high';

export interface DuplicateHint {
  readonly accounts: readonly [AccountId, AccountId];
  readonly confidence: Confidence;
  readonly reasons: readonly Reason[];
}

type Signal = 'same-address' | 'alias' | 'same-local-part' | 'same-name';

/** Shared mailboxes say nothing about who reads them. */
const shared = new Set(
  'admin contact help hello helpdesk hr info it mail no-reply noreply office sales service support team'.split(' '),
);

/** More people than this with one name or local part: it is simply common. */
const COMMON = 12;

/**
 * Pairs of accounts that may be the same person (section 2 of the domain: a portal customer who signs up again). Ordered by
 * confidence, then as given. A name alone is never more than `low`. Apps and accounts nobody knows take no part.
 */
export function duplicateHints(people: readonly PersonFacts[]): DuplicateHint[] {
  const pairs = new Map<string, { first: number; second: number; signals: Set<Signal> }>();
  const among = people.map((person) => (person.type === 'app' ? null : keysOf(person)));
  for (const signal of ['same-address', 'alias', 'same-local-part', 'same-name'] as const) {
    const buckets = new Map<string, Set<number>>();
    among.forEach((keys, index) => {
      for (const key of keys?.[signal] ?? []) buckets.set(key, (buckets.get(key) ?? new Set()).add(index));
    });
    for (const bucket of buckets.values()) if (bucket.size <= COMMON) pairUp(people, [...bucket], signal, pairs);
  }
  return [...pairs.values()]
    .map(({ first, second, signals }) => hintOf(people[first] as PersonFacts, people[second] as PersonFacts, signals))
    .sort((a, b) => rank[b.confidence] - rank[a.confidence]);
}

const rank: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

function pairUp(
  people: readonly PersonFacts[],
  indexes: readonly number[],
  signal: Signal,
  pairs: Map<string, { first: number; second: number; signals: Set<Signal> }>,
): void {
  for (const [at, first] of indexes.entries())
    for (const second of indexes.slice(at + 1)) {
      if (people[first]?.accountId === people[second]?.accountId) continue;
      const key = `${first} ${second}`;
      const pair = pairs.get(key) ?? { first, second, signals: new Set() };
      pairs.set(key, { ...pair, signals: pair.signals.add(signal) });
    }
}

function keysOf({ email, aliases, name }: PersonFacts): Readonly<Record<Signal, readonly string[]>> {
  const address = email === null ? null : withoutTag(email);
  const local = address === null ? '' : address.slice(0, address.lastIndexOf('@'));
  const spoken = (name ?? '').normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  return {
    'same-address': address === null ? [] : [address],
    alias: [...(address === null ? [] : [address]), ...aliases.map(withoutTag).filter((alias) => alias !== null)],
    'same-local-part': local.length > 2 && !shared.has(local) ? [local] : [],
    // One word is a nickname or a team.
    'same-name': spoken.includes(' ') ? [spoken] : [],
  };
}

/** `Emma+jsm@Acme.example` reaches emma@acme.example at most providers. Null when it is no address. */
function withoutTag(email: string): string | null {
  const domain = domainOf(email);
  if (domain === null) return null;
  const local = email.slice(0, email.lastIndexOf('@')).trim().normalize('NFC').toLowerCase();
  const plus = local.indexOf('+');
  return `${plus > 0 ? local.slice(0, plus) : local}@${domain}`;
}

function hintOf(one: PersonFacts, other: PersonFacts, signals: ReadonlySet<Signal>): DuplicateHint {
  const reasons: Reason[] = [];
  if (signals.has('same-address')) reasons.push(because('same-address', 'Both accounts have the same e-mail address.'));
  else if (signals.has('alias')) reasons.push(because('alias', 'An address of one is an alias of the other.'));
  else if (signals.has('same-local-part'))
    reasons.push(because('same-local-part', 'The part before the @ is the same, the domain is not.'));
  if (signals.has('same-name'))
    reasons.push(because('same-name', 'Both have the same name. Many people share a name: ask before you merge.'));
  const addressed = signals.has('same-address') || signals.has('alias');
  const kinds = new Set([one.type, other.type]);
  const portalAndManaged = kinds.has('portal-only') && kinds.has('managed');
  if (portalAndManaged)
    reasons.push(because('portal-only-and-managed', 'One is a portal-only customer, the other a managed account.'));
  const both = signals.has('same-local-part') && (signals.has('same-name') || portalAndManaged);
  return {
    accounts: [one.accountId, other.accountId],
    confidence: addressed ? 'high' : both ? 'medium' : 'low',
    reasons,
  };
}
