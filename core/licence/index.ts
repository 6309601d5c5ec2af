export { Alternative, type AlternativeFacts, alternativesTo } from './alternatives.ts';
export { BillingEffect, billingEffect, SeatBilling } from './billing.ts';
export { Cost } from './cost.ts';
export { Effect, type EffectFacts, effectNotKnown, effectOf, Standing, Target } from './effect.ts';
export { type DeedFacts, effectOfDeed } from './effect-of-deed.ts';
export { freePlanLimit } from './free-plan.ts';
export { givesWords } from './gives-words.ts';
export { GuardChange, GuardEffect, type GuardFacts, guardEffect } from './guard-effect.ts';
export { changedAt, type IdleSeats, idleSeats, type Step, type Swap, swapSeat } from './idle.ts';
export { Impact, impactOf } from './impact.ts';
export type { ImpactFacts, ImpactPerson, ProductPlan } from './impact-facts.ts';
export { type IntentKind, intentKind, isAboutSeats } from './intent-kind.ts';
export { AppEffect, appEffect, MarketplaceApp } from './marketplace.ts';
export { findPrice, marginalPrice, PriceBook, PriceEntry, totalPrice } from './price-book.ts';
export { Period } from './price-terms.ts';
export { ProductRole, parseRole, type SeatAnswer, seatOfRole, takesSeat } from './roles.ts';
export { seatChange } from './seat-change.ts';
export { SeatLine } from './seat-line.ts';
export { seatLineWords } from './seat-line-words.ts';
export { seatsOf } from './seat-words.ts';
export { type GroupGrant, holdsSeat, SeatCount, seatHolders, unknownSeats } from './seats.ts';
export {
  accountOf,
  billedState,
  buildSnapshot,
  type SeatSnapshot,
  type SnapshotAccount,
  type SnapshotFacts,
  type SnapshotGrant,
  type SnapshotGroup,
} from './snapshot.ts';
export {
  afterLeaving,
  defaultGroups,
  grantsOf,
  groupsGiving,
  hasSeat,
  type SeatLeft,
  type SlotCount,
  seatCount,
  seatWith,
} from './snapshot-queries.ts';
