import { z } from 'zod';
import type { AccountId } from '../ids.ts';
import { counted } from '../plural.ts';
import { because, Reason } from '../reason.ts';
import type { BillableAccount, ProductAccess, SubscriptionFacts } from '../subscription/account.ts';
import { billable } from '../subscription/billable.ts';
import { marginalCost, type SubscriptionPrice } from '../subscription/price.ts';
import type { BillingRules } from '../subscription/rules.ts';
import { Cost } from './cost.ts';

export interface GuardFacts {
  readonly subscription: SubscriptionFacts;
  readonly rules: BillingRules;
  /** People on the bill now; null when not known. */
  readonly people: number | null;
  readonly price: SubscriptionPrice | null;
  readonly accounts: ReadonlyMap<AccountId, BillableAccount>;
}

export const GuardChange = z.enum(['becomes', 'stays', 'not', 'unknown']);
export type GuardChange = z.infer<typeof GuardChange>;

export const GuardEffect = z.object({
  /** Of each person in the order asked: whether the subscription bills for them from now on, already did, will not. */
  each: z.array(z.object({ change: GuardChange, text: z.string(), verified: z.boolean() })),
  /** People who become billable; null when of somebody it is not known. */
  becoming: z.number().int().nonnegative().nullable(),
  cost: Cost,
  reasons: z.array(Reason),
});
export type GuardEffect = z.infer<typeof GuardEffect>;

export interface GuardPerson {
  /** As the directory has them, or as they will be once they exist; null when they could not be looked up. */
  readonly now: BillableAccount | null;
  readonly isNew: boolean;
}

/** Whether giving these people this access makes them billable for Atlassian Access / Guard (sections 3 and 4 of the domain). */
export function guardEffect(
  people: readonly GuardPerson[],
  gained: readonly ProductAccess[],
  facts: GuardFacts,
): GuardEffect {
  const each = people.map((person) => changeOf(person, gained, facts));
  const unknown = each.filter(({ change }) => change === 'unknown').length;
  const becomes = each.filter(({ change }) => change === 'becomes').length;
  const becoming = unknown > 0 ? null : becomes;
  return {
    each,
    becoming,
    cost: marginalCost(facts.price, facts.people, becoming),
    reasons: [reasonOf(becomes, unknown)],
  };
}

function changeOf({ now, isNew }: GuardPerson, gained: readonly ProductAccess[], facts: GuardFacts) {
  if (now === null)
    return {
      change: 'unknown',
      text: 'Not known whether billable: nothing is known of this person.',
      verified: true,
    } as const;
  const access = now.access === null ? null : [...now.access, ...gained];
  const before = billable(now, facts.subscription, facts.rules);
  const after = billable({ ...now, access }, facts.subscription, facts.rules);
  const change = ((): GuardChange => {
    if (after.billable === 'unknown') return 'unknown';
    if (after.billable === 'no') return 'not';
    // Somebody without an account is on nobody's bill.
    if (isNew || before.billable === 'no') return 'becomes';
    return before.billable === 'yes' ? 'stays' : 'unknown';
  })();
  return { change, text: after.text, verified: after.verified };
}

function reasonOf(becomes: number, unknown: number): Reason {
  if (unknown > 0)
    return because('guard-unknown', `Whether Atlassian Guard bills for ${unknown} of them is not known.`);
  if (becomes === 0) return because('guard-unchanged', 'Nobody becomes billable for Atlassian Guard.');
  return because(
    'guard-billable',
    `${counted(becomes, 'person becomes', 'people become')} billable for Atlassian Guard.`,
  );
}
