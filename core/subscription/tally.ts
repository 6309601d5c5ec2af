import type { AccountId } from '../ids.ts';
import type { BillableAccount, SubscriptionFacts } from './account.ts';
import { billable } from './billable.ts';
import type { BillingRules } from './rules.ts';

export interface Tally {
  /** People counted for certain, those not counted, and those of whom it is not known. Each person once. */
  readonly counted: number;
  readonly notCounted: number;
  readonly unknown: number;
  /** The number on the bill; null while somebody is unknown. */
  readonly people: number | null;
  /** Bounds of it. */
  readonly atLeast: number;
  readonly atMost: number;
  /** How many people each reason stands for. */
  readonly because: Readonly<Record<string, number>>;
}

/**
 * How many unique people the subscription counts (section 4 of the domain). Lists made per product name a person several times:
 * their accesses are put together first, so a person is one, whatever the number of products.
 */
export function tally(accounts: Iterable<BillableAccount>, facts: SubscriptionFacts, rules: BillingRules): Tally {
  const people = new Map<AccountId, BillableAccount>();
  for (const account of accounts) {
    const before = people.get(account.accountId);
    people.set(account.accountId, before ? merged(before, account) : account);
  }
  const counts = { yes: 0, no: 0, unknown: 0 };
  const reasons = new Map<string, number>();
  for (const account of people.values()) {
    const answer = billable(account, facts, rules);
    counts[answer.counted] += 1;
    for (const code of new Set(answer.reasons.map((reason) => reason.code)))
      reasons.set(code, (reasons.get(code) ?? 0) + 1);
  }
  return {
    counted: counts.yes,
    notCounted: counts.no,
    unknown: counts.unknown,
    people: counts.unknown === 0 ? counts.yes : null,
    atLeast: counts.yes,
    atMost: counts.yes + counts.unknown,
    because: Object.fromEntries(reasons),
  };
}

/** Two rows of one person. Where they contradict each other nothing is known. */
function merged(a: BillableAccount, b: BillableAccount): BillableAccount {
  return {
    accountId: a.accountId,
    identityType: agreed(a.identityType, b.identityType) ?? 'unknown',
    accountStatus: agreed(a.accountStatus, b.accountStatus),
    membershipStatus: agreed(a.membershipStatus, b.membershipStatus),
    isConfluenceGuest: agreed(a.isConfluenceGuest, b.isConfluenceGuest),
    policyBillable: agreed(a.policyBillable, b.policyBillable),
    access: a.access === null || b.access === null ? null : [...a.access, ...b.access],
  };
}

const agreed = <T>(a: T, b: T): T | null => (a === b ? a : null);
