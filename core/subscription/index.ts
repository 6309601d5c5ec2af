export { BillableAccount, ProductAccess, SubscriptionFacts } from './account.ts';
export { type Billable, billable } from './billable.ts';
export { charged, trialEndsOn } from './charged.ts';
export { type Included, includedIn } from './included.ts';
export { type Overage, overage, Purchase } from './overage.ts';
export { marginalCost, priceOn, rulesOn, SubscriptionBook, SubscriptionPrice, totalCost } from './price.ts';
export { Answer, BillingRule, BillingRules, Edition, ProductRule } from './rules.ts';
export { shippedRules } from './shipped-rules.ts';
export { type Tally, tally } from './tally.ts';
