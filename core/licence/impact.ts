import { z } from 'zod';
import { addressKey } from '../identity/address.ts';
import type { CloudId } from '../ids.ts';
import type { Product } from '../organization/product.ts';
import { because, Reason } from '../reason.ts';
import type { SeatBilling } from './billing.ts';
import { GuardEffect } from './guard-effect.ts';
import type { GivenRole, ImpactFacts, ImpactPerson, Named } from './impact-facts.ts';
import { guardOf } from './impact-guard.ts';
import { intentKind } from './intent-kind.ts';
import { AppEffect, appEffect, type MarketplaceApp, type ProductChange } from './marketplace.ts';
import { seatChange } from './seat-change.ts';
import { SeatLine } from './seat-line.ts';
import { appWords, countedSeats, seatsOf } from './seat-words.ts';
import { accountOf, type SeatSnapshot, type SnapshotAccount, type Tri } from './snapshot.ts';
import { grantsOf, seatCount, seatGiven, seatSlotsOf, seatWith } from './snapshot-queries.ts';

/** Everything an intent would do to seats and money. */
export const Impact = z.object({
  lines: z.array(SeatLine),
  apps: z.array(AppEffect),
  guard: GuardEffect.nullable(),
  /** `known`: every seat number is; `unknown`: none is; `partly`: some are. */
  confidence: z.enum(['known', 'partly', 'unknown']),
  /** The facts that are missing. */
  missing: z.array(Reason),
  reasons: z.array(Reason),
});
export type Impact = z.infer<typeof Impact>;

const payLater: SeatBilling = { period: null, renewsOn: null, peak: null };

/**
 * The effect of an intent before it happens (section 3 of the domain): seats before and after of every product on every site that
 * the groups or roles give, the plan's edge, apps, the subscription. Costs the size of the question, not of the directory.
 */
export function impactOf(snapshot: SeatSnapshot, facts: ImpactFacts): Impact {
  const kind = intentKind(facts.intent);
  if (kind === 'new-app')
    return quiet('unknown', [
      because('new-app', 'A new app brings users and prices of its own: they are not known here.'),
    ]);
  if (kind === 'other-plan')
    return quiet('unknown', [
      because(
        'other-plan',
        'Another plan changes what everybody who has the app costs: by how much is not known here.',
      ),
    ]);
  if (kind === 'no-seat') return quiet('known', [because('no-seat', 'This gives nobody a seat.')]);
  if (kind === 'customer')
    return quiet('known', [because('customer-no-seat', 'The Customer role alone takes no seat.')]);

  const people = distinct(snapshot, facts.people);
  const isNobodyNamed = kind === 'open-link' || people.length === 0;
  const { roles, missing } = given(snapshot, facts.gives);
  const lines = seatSlotsOf(roles).map(({ product, cloudId }): SeatLine => {
    const { seats: before } = seatCount(snapshot, product, cloudId);
    const missingOnes = isNobodyNamed ? null : takenBy(snapshot, people, product, cloudId);
    // Whoever has the seat already takes none, whatever the role may be.
    const sure = seatGiven(roles, product, cloudId) === 'yes' || missingOnes === 0;
    const taken = sure ? missingOnes : null;
    const plan = facts.plans.find((row) => row.product === product && row.cloudId === cloudId);
    const change = seatChange({
      product,
      before,
      taken,
      plan: plan?.plan ?? null,
      billing: plan?.billing ?? payLater,
      priceBook: facts.priceBook,
      today: facts.today,
    });
    if (before.used === null)
      missing.push(because('seats-unknown', `How many ${seatsOf(product)} are in use is not known.`));
    if (!sure && !isNobodyNamed)
      missing.push(
        because('seat-unknown', `Whether this takes a seat of ${appWords(product)} is not known.`, { product }),
      );
    else if (taken === null && !isNobodyNamed)
      missing.push(
        because('standing-unknown', `Whether everybody named here already has ${appWords(product)} is not known.`),
      );
    const billing = change.billing ?? { cliff: null, overage: null, proRata: null, reasons: [] };
    return {
      product,
      cloudId,
      siteHost: facts.hosts.get(cloudId) ?? cloudId,
      before,
      taken,
      after: change.after,
      cost: change.cost,
      billing,
    };
  });
  if (kind === 'open-link') missing.push(because('link-open', 'How many people will follow the link is not known.'));
  else if (isNobodyNamed && lines.length > 0)
    missing.push(because('whom-unknown', 'Whom this gives access is not known.'));
  const guard = facts.guard && !isNobodyNamed ? guardOf(people, roles, facts.plans, facts.guard) : null;
  if (guard?.becoming === null) missing.push(...guard.reasons);
  return {
    lines,
    apps: facts.apps
      .filter((app) => lines.some((line) => line.cloudId === app.cloudId && app.products.includes(line.product)))
      .map((app) => appEffect(app, countsOf(snapshot, app, lines), facts.today)),
    guard,
    confidence: confidenceOf(lines, missing),
    missing,
    reasons: reasonsOf(lines, missing),
  };
}

const quiet = (confidence: Impact['confidence'], reasons: Reason[]): Impact => ({
  lines: [],
  apps: [],
  guard: null,
  confidence,
  missing: confidence === 'unknown' ? reasons : [],
  reasons,
});

/** Named twice, by account and by address, is one person. */
function distinct(snapshot: SeatSnapshot, people: readonly ImpactPerson[]): Named[] {
  const found = new Map<string, Named>();
  people.forEach((person, index) => {
    const account = accountOf(snapshot, person) ?? null;
    const email = person.email === null ? null : addressKey(person.email);
    const key = account?.facts.accountId ?? person.accountId ?? email ?? `nobody ${index}`;
    // An address of several accounts is nobody new, and nobody can tell which of them is meant.
    const isTaken = email !== null && snapshot.byEmail.has(email);
    const isNew =
      account === null &&
      !isTaken &&
      (person.isNew ?? (person.accountId === null && email !== null && snapshot.complete));
    if (!found.has(key)) found.set(key, { person, account, isNew });
  });
  return [...found.values()];
}

function given(snapshot: SeatSnapshot, gives: ImpactFacts['gives']): { roles: GivenRole[]; missing: Reason[] } {
  if (gives === null) return { roles: [], missing: [because('gives-unknown', 'What access this gives is not known.')] };
  const roles: GivenRole[] = [...gives.roles];
  const missing: Reason[] = [];
  for (const groupId of new Set(gives.groups)) {
    const granted = grantsOf(snapshot, groupId);
    if (granted) roles.push(...granted);
    else missing.push(because('group-unknown', `What the group ${groupId} gives is not known.`, { group: groupId }));
  }
  return { roles, missing };
}

function takenBy(snapshot: SeatSnapshot, people: readonly Named[], product: Product, cloudId: CloudId): number | null {
  let taken = 0;
  for (const { account, isNew } of people) {
    const takes: Tri = account ? takesOne(snapshot, account, product, cloudId) : isNew ? 'yes' : 'unknown';
    if (takes === 'unknown') return null;
    if (takes === 'yes') taken += 1;
  }
  return taken;
}

function takesOne(snapshot: SeatSnapshot, account: SnapshotAccount, product: Product, cloudId: CloudId): Tri {
  if (account.facts.accountType === 'app') return 'no';
  const has = seatWith(snapshot, account, account.groupIds, product, cloudId);
  if (has !== 'no') return has === 'yes' ? 'no' : 'unknown';
  // Letting somebody in again takes a seat. Of suspended people it takes one when suspension had freed it.
  return account.facts.membershipStatus === 'suspended' && snapshot.suspendedKeepsSeat === 'unknown'
    ? 'unknown'
    : 'yes';
}

/** Seats of every product an app works in, those that do not change included. */
const countsOf = (snapshot: SeatSnapshot, app: MarketplaceApp, lines: readonly SeatLine[]): ProductChange[] =>
  app.products.map((product) => {
    const line = lines.find((one) => one.product === product && one.cloudId === app.cloudId);
    const { seats } = seatCount(snapshot, product, app.cloudId);
    return { product, cloudId: app.cloudId, before: line?.before ?? seats, after: line?.after ?? seats };
  });

function confidenceOf(lines: readonly SeatLine[], missing: readonly Reason[]): Impact['confidence'] {
  const known = lines.filter(({ after }) => after.used !== null).length;
  if (missing.length === 0 && known === lines.length) return 'known';
  return known === 0 && lines.every(({ taken }) => taken === null || taken > 0) ? 'unknown' : 'partly';
}

function reasonsOf(lines: readonly SeatLine[], missing: readonly Reason[]): Reason[] {
  const taking = lines.flatMap(({ product, siteHost, taken }) =>
    taken === null
      ? []
      : taken === 0
        ? [because('no-seat', `Everybody named here already has ${appWords(product)}: no seat is taken.`)]
        : [because('takes-seats', `This takes ${countedSeats(taken, product)} on ${siteHost}.`)],
  );
  const nothing =
    lines.length === 0 && missing.length === 0 ? [because('no-seat-role', 'What is given here takes no seat.')] : [];
  return [...taking, ...nothing, ...lines.flatMap(({ billing }) => billing.reasons), ...missing];
}
