import type { AccountId } from '../ids.ts';
import type { BillableAccount, ProductAccess } from '../subscription/account.ts';
import { type GuardEffect, type GuardFacts, guardEffect } from './guard-effect.ts';
import type { GivenRole, Named, ProductPlan } from './impact-facts.ts';

/** The subscription's part of an impact: the people named, with the access they would gain. */
export function guardOf(
  people: readonly Named[],
  roles: readonly GivenRole[],
  plans: readonly ProductPlan[],
  facts: GuardFacts,
): GuardEffect {
  const gained = roles.map(
    ({ product, cloudId, role }): ProductAccess => ({
      product,
      role,
      plan: plans.find((row) => row.product === product && row.cloudId === cloudId)?.plan ?? null,
      edition: null,
      sandbox: null,
    }),
  );
  return guardEffect(
    people.map((named) => ({ now: standingOf(named, facts), isNew: named.isNew })),
    gained,
    facts,
  );
}

function standingOf({ person, account, isNew }: Named, { accounts }: GuardFacts): BillableAccount | null {
  if (account) return accounts.get(account.facts.accountId) ?? null;
  if (!isNew) return null;
  return {
    // Of no meaning to the bill: the account does not exist yet.
    accountId: 'new' as AccountId,
    identityType: person.identityType,
    accountStatus: 'active',
    membershipStatus: 'active',
    isConfluenceGuest: false,
    // Where a new managed account lands is the default policy's matter, which is not known here.
    policyBillable: null,
    access: [],
  };
}
