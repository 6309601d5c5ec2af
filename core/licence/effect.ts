import { z } from 'zod';
import { IdentityType } from '../identity/types.ts';
import { AccountId, CloudId } from '../ids.ts';
import type { Plan } from '../organization/organization.ts';
import { Product } from '../organization/product.ts';
import { because, Reason } from '../reason.ts';
import { BillingEffect, type SeatBilling } from './billing.ts';
import { Cost, costNotKnown } from './cost.ts';
import { freePlanLimit } from './free-plan.ts';
import type { PriceBook } from './price-book.ts';
import { seatChange } from './seat-change.ts';
import { SeatLine } from './seat-line.ts';
import { appWords, countedSeats, seatsOf } from './seat-words.ts';
import { SeatCount, unknownSeats } from './seats.ts';

export { Cost } from './cost.ts';

/**
 * How a person an intent aims at stands to the product: `has-seat` loses nothing, `without-seat` exists and would take one,
 * `new` has no account in the directory, `unknown` could not be looked up.
 */
export const Standing = z.enum(['has-seat', 'without-seat', 'new', 'unknown']);
export type Standing = z.infer<typeof Standing>;

export const Target = z.object({
  /** What the page showed, see `Whom`: an address, a picked account, a text nobody can read, or others nobody looked at. */
  email: z.string().nullable(),
  accountId: AccountId.nullable(),
  text: z.string().optional(),
  more: z.number().int().positive().nullable().optional(),
  name: z.string().nullable(),
  /** Several Atlassian accounts have the address: which of them is meant nobody knows. Left out where that is not so. */
  several: z.literal(true).optional(),
  standing: Standing,
  identityType: IdentityType,
});
export type Target = z.infer<typeof Target>;

/**
 * What would happen to seats and money if the intent went through. Seats are those of the app asked for, `lines` has those of every
 * app; the cost is that of the whole deed.
 */
export const Effect = z.object({
  /** Null when nobody said which app this is about. */
  product: Product.nullable(),
  cloudId: CloudId,
  siteHost: z.string(),
  targets: z.array(Target),
  seats: SeatCount,
  /** Seats this would take; null when the standing of somebody is unknown. */
  seatsTaken: z.number().int().nonnegative().nullable(),
  seatsAfter: SeatCount,
  cost: Cost,
  payer: z.string(),
  reasons: z.array(Reason),
  /** `exact` when every number came from the directory; `unknown` when one is missing. */
  confidence: z.enum(['exact', 'unknown']),
  /** Present when it was told how the seats are paid for. */
  billing: BillingEffect.optional(),
  /**
   * Every seat that the deed gives, the app asked for among them when it is given. Empty when nothing is known of that; effects that
   * were kept before there was such a thing have no word about it.
   */
  lines: z.array(SeatLine).default([]),
});
export type Effect = z.infer<typeof Effect>;

export interface EffectFacts {
  readonly organizationName: string;
  readonly product: Product | null;
  readonly cloudId: CloudId;
  readonly siteHost: string;
  readonly targets: readonly Target[];
  /** False for what gives no seat of the product: a trial, a link, a token. Its seats and cost are then not known here. */
  readonly aboutSeats: boolean;
  readonly seats: SeatCount;
  readonly plan: Plan | null;
  readonly priceBook: PriceBook;
  /** ISO date, e.g. `2026-11-21`: prices are dated. */
  readonly today: string;
  /** How the seats are paid for; with it the effect also says what becomes of the tier or the month. */
  readonly billing?: SeatBilling;
}

/**
 * The effect of giving the targets a seat of one product, before anything is sent. Unknown counts stay unknown.
 * For everything a group gives at once, see `effectOfDeed`.
 */
export function effectOf(facts: EffectFacts): Effect {
  const { product } = facts;
  return product === null ? ofUnknownApp(facts) : ofApp({ ...facts, product });
}

/** Nobody said which app: whatever is known of any app says nothing about this. */
const ofUnknownApp = ({ organizationName, cloudId, siteHost, targets }: EffectFacts): Effect => ({
  ...nothingKnown({ product: null, cloudId, siteHost, targets, payer: organizationName }),
  cost: costNotKnown('Nobody said which app this is about.', 'app-unknown'),
  reasons: [because('app-unknown', 'Which app this is about is not known, nor are its seats and cost.')],
});

/** The effect of something that can no longer be worked out. @param why a sentence */
export const effectNotKnown = (about: AboutEffect, why: string): Effect => ({
  ...nothingKnown(about),
  cost: costNotKnown(why),
  reasons: [because('effect-unknown', why)],
});

type AboutEffect = Pick<Effect, 'product' | 'cloudId' | 'siteHost' | 'payer'> & { readonly targets: readonly Target[] };

const nothingKnown = ({
  product,
  cloudId,
  siteHost,
  targets,
  payer,
}: AboutEffect): Omit<Effect, 'cost' | 'reasons'> => ({
  product,
  cloudId,
  siteHost,
  payer,
  targets: [...targets],
  seats: unknownSeats,
  seatsTaken: null,
  seatsAfter: unknownSeats,
  confidence: 'unknown',
  lines: [],
});

type OfApp = EffectFacts & { readonly product: Product };

function ofApp(facts: OfApp): Effect {
  // Of nobody nothing is known: not that they have a seat either.
  const unknownStanding = facts.targets.length === 0 || facts.targets.some(({ standing }) => standing === 'unknown');
  const taking = facts.targets.filter(
    (target) => target.standing === 'new' || target.standing === 'without-seat',
  ).length;
  const seatsTaken = unknownStanding || !facts.aboutSeats ? null : taking;
  const { after, cost, billing } = seatChange({
    ...facts,
    before: facts.seats,
    taken: seatsTaken,
    billing: facts.billing ?? null,
  });
  return {
    product: facts.product,
    cloudId: facts.cloudId,
    siteHost: facts.siteHost,
    targets: [...facts.targets],
    seats: facts.seats,
    seatsTaken,
    seatsAfter: after,
    cost: facts.aboutSeats
      ? cost
      : costNotKnown('This is not a matter of seats: what it costs is not known.', 'not-about-seats'),
    payer: facts.organizationName,
    reasons: reasonsOf(facts, seatsTaken, after),
    confidence: after.used === null || facts.seats.total === null ? 'unknown' : 'exact',
    ...(billing && facts.aboutSeats ? { billing } : {}),
    lines: [],
  };
}

function reasonsOf(facts: OfApp, seatsTaken: number | null, after: SeatCount): Reason[] {
  const reasons: Reason[] = [];
  if (!facts.aboutSeats)
    return [
      because('not-about-seats', `This gives no seat of ${appWords(facts.product)}; it may cost something else.`),
    ];
  if (facts.targets.length === 0) reasons.push(because('whom-unknown', 'Whom this gives access is not known.'));
  else if (seatsTaken === null)
    reasons.push(because('standing-unknown', 'Whether everybody named here already has a seat is not known.'));
  else if (seatsTaken === 0)
    reasons.push(because('no-seat', `Everybody named here already has ${appWords(facts.product)}: no seat is taken.`));
  else
    reasons.push(because('takes-seats', `This takes ${countedSeats(seatsTaken, facts.product)} on ${facts.siteHost}.`));
  if (after.used === null)
    reasons.push(because('seats-unknown', `How many ${seatsOf(facts.product)} are in use is not known.`));
  const limit = freePlanLimit(facts.product);
  if (facts.plan === 'free' && limit !== null && after.used !== null && after.used > limit)
    reasons.push(
      because('free-plan-cliff', `The free plan ends at ${limit} users: one more starts a paid trial.`, { limit }),
    );
  else if (!after.unlimited && after.used !== null && after.total !== null && after.used > after.total)
    reasons.push(
      because('over-limit', `That is ${after.used - after.total} more than the ${after.total} seats bought.`, {
        over: after.used - after.total,
        total: after.total,
      }),
    );
  return reasons;
}
