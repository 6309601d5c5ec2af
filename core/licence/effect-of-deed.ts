import Big from 'big.js';
import { isKnownProduct, type Product, productName } from '../organization/index.ts';
import { because, type Reason } from '../reason.ts';
import { type Cost, costNotKnown } from './cost.ts';
import type { Effect, EffectFacts } from './effect.ts';
import { freePlanLimit } from './free-plan.ts';
import type { Impact } from './impact.ts';
import type { SeatLine } from './seat-line.ts';
import { appWords, countedSeats, seatOf } from './seat-words.ts';
import { unknownSeats } from './seats.ts';

export type DeedFacts = Pick<EffectFacts, 'organizationName' | 'cloudId' | 'siteHost' | 'targets' | 'seats'> & {
  readonly product: Product;
  readonly impact: Impact;
  /** Plans of what the deed gives; null when not known. */
  readonly planOf: (line: SeatLine) => string | null;
};

/** The effect of everything a deed gives: the app asked for in front, every other app beside it, one cost for all. */
export function effectOfDeed(facts: DeedFacts): Effect {
  const { impact, product, cloudId, siteHost } = facts;
  const isAsked = (line: SeatLine): boolean => line.product === product && line.cloudId === cloudId;
  const lines = impact.lines.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || byName(a, b));
  const asked = lines.find(isAsked);
  // What is given is known, and the app asked for is not among it.
  const given = asked !== undefined || lines.length === 0;
  const seatsTaken = asked ? asked.taken : impact.missing.length === 0 ? 0 : null;
  const seatsAfter = asked?.after ?? (seatsTaken === 0 ? facts.seats : { ...unknownSeats, total: facts.seats.total });
  return {
    product,
    cloudId,
    siteHost,
    targets: [...facts.targets],
    seats: asked?.before ?? facts.seats,
    seatsTaken,
    seatsAfter,
    cost: costOf(impact),
    payer: facts.organizationName,
    reasons: [
      ...(given ? [] : [because('not-given', `What is given here has no ${seatOf(product)} in it.`, { product })]),
      ...lines.flatMap(takingOf),
      ...impact.missing,
      ...lines.flatMap((line) => limitOf(line, facts.planOf(line), lines.length > 1)),
    ],
    confidence:
      impact.confidence === 'known' && lines.every(({ after }) => after.total !== null || after.unlimited)
        ? 'exact'
        : 'unknown',
    lines,
  };
}

/** By name, apps that nobody knows last. */
const byName = (a: SeatLine, b: SeatLine): number =>
  Number(isKnownProduct(b.product)) - Number(isKnownProduct(a.product)) ||
  productName(a.product).localeCompare(productName(b.product), 'en') ||
  a.siteHost.localeCompare(b.siteHost, 'en');

function takingOf({ product, siteHost, taken }: SeatLine): Reason[] {
  if (taken === null) return [];
  return taken === 0
    ? [because('no-seat', `Everybody named here already has ${appWords(product)}: no seat is taken.`)]
    : [because('takes-seats', `This takes ${countedSeats(taken, product)} on ${siteHost}.`)];
}

function limitOf({ product, after, taken }: SeatLine, plan: string | null, several: boolean): Reason[] {
  if (taken === 0 || after.used === null) return [];
  const of = several ? `${productName(product)}: ` : '';
  const ofApp = several ? { ofProduct: product } : {};
  const limit = freePlanLimit(product);
  if (plan === 'free' && limit !== null && after.used > limit)
    return [
      because('free-plan-cliff', `${of}The free plan ends at ${limit} users: one more starts a paid trial.`, {
        limit,
        ...ofApp,
      }),
    ];
  if (after.unlimited || after.total === null || after.used <= after.total) return [];
  const over = after.used - after.total;
  return [
    because('over-limit', `${of}That is ${over} more than the ${after.total} seats bought.`, {
      over,
      total: after.total,
      ...ofApp,
    }),
  ];
}

/** The sum of every line; one that is not known, or in other money, leaves the whole unknown. */
function costOf({ lines, missing }: Impact): Cost {
  const [first, ...others] = lines;
  if (!first) return missing[0] ? forReason(missing[0]) : costNotKnown('What this gives takes no seat.', 'no-seat');
  const open = missing.find(({ code }) => code === 'gives-unknown' || code === 'group-unknown');
  if (open) return forReason(open);
  return others.reduce<Cost>((sum, { cost }) => added(sum, cost), first.cost);
}

const forReason = ({ code, text, values }: Reason): Cost => costNotKnown(text, code, values);

function added(sum: Cost, cost: Cost): Cost {
  if (!sum.known) return sum;
  if (!cost.known) return cost;
  if (sum.currency !== cost.currency || sum.period !== cost.period)
    return costNotKnown('The apps are priced in different currencies or periods.', 'different-money');
  return {
    ...sum,
    amount: new Big(sum.amount).plus(cost.amount).toFixed(2),
    source: sum.source === cost.source ? sum.source : `${sum.source}; ${cost.source}`,
    verified: sum.verified && cost.verified,
  };
}
