import { addDays } from '../licence/days.ts';
import { because } from '../reason.ts';
import type { SubscriptionFacts } from './account.ts';
import type { BillingRules } from './rules.ts';
import type { Finding } from './tri.ts';

const said = (answer: Finding['answer'], code: string, text: string): Finding => ({
  answer,
  reasons: [because(code, text)],
  verified: true,
});

/** The day after the last free one; null when nobody knows when the trial began. */
export const trialEndsOn = ({ trialStartedOn }: SubscriptionFacts, { trialDays }: BillingRules): string | null =>
  trialStartedOn === null ? null : addDays(trialStartedOn, trialDays);

/** Whether the organization pays for the people counted at all: free for the eligible, free during the trial (section 4). */
export function charged(facts: SubscriptionFacts, rules: BillingRules): Finding {
  const { state, discount, today } = facts;
  if (state === 'none') return said('no', 'no-subscription', 'there is no subscription');
  if (discount === 'community' || discount === 'academic')
    return said('no', `free-${discount}`, `the subscription is free for ${discount} customers`);
  if (state === null) return said('unknown', 'subscription-unknown', 'it is not known whether there is a subscription');
  if (state === 'trial') {
    const ends = trialEndsOn(facts, rules);
    if (ends === null) return said('unknown', 'trial-end-unknown', 'it is not known when the free trial ends');
    if (today < ends) return said('no', 'trial', `the free trial of ${rules.trialDays} days runs until ${ends}`);
    return said('unknown', 'trial-over', `the free trial ended on ${ends}, and whether it was bought is not known`);
  }
  if (discount === null) return said('unknown', 'discount-unknown', 'it is not known whether the subscription is free');
  return { answer: 'yes', reasons: [], verified: true };
}
