import { z } from 'zod';
import { AccountId, CloudId } from '../ids.ts';
import { Product } from '../organization/product.ts';
import { because, type Reason } from '../reason.ts';
import { AccessPathId } from './access-path.ts';
import { accessPaths } from './access-paths.ts';

const moment = z.iso.datetime();
const place = { product: Product, cloudId: CloudId };

/** A seat as the directory or the audit stream shows it. */
export const Seat = z.object({
  accountId: AccountId,
  ...place,
  /** When the seat was given; null when only its being there is known. */
  since: moment.nullable(),
  /** When Gatehouse first saw it. */
  firstSeenAt: moment,
});
export type Seat = z.infer<typeof Seat>;

/** An access request that was approved. */
export const ApprovedRequest = z.object({
  requestId: z.string().min(1),
  accountIds: z.array(AccountId),
  ...place,
  approvedAt: moment,
  /** When a time-bound grant ended; null while it stands. */
  revokedAt: moment.nullable(),
});
export type ApprovedRequest = z.infer<typeof ApprovedRequest>;

/** A grant in the organization's audit log. */
export const GrantEvent = z.object({
  eventId: z.string().min(1),
  at: moment,
  accountId: AccountId,
  /** Null when the log does not name them. */
  product: Product.nullable(),
  cloudId: CloudId.nullable(),
  actor: z.object({ accountId: AccountId.nullable(), name: z.string().min(1) }).nullable(),
  /** The path it came by; null when the log does not tell. */
  path: AccessPathId.nullable(),
});
export type GrantEvent = z.infer<typeof GrantEvent>;

export interface SeatOrigin {
  readonly seat: Seat;
  readonly outcome: 'requested' | 'before-gatehouse' | 'incident';
  readonly requestId: string | null;
  /** Name of who gave the seat; null when nobody is named. */
  readonly who: string | null;
  readonly path: AccessPathId | 'unknown' | null;
  readonly reasons: readonly Reason[];
}

const time = (at: string): number => Date.parse(at);
const isSamePlace = (a: { product: string; cloudId: string }, b: { product: string; cloudId: string }): boolean =>
  a.product === b.product && a.cloudId === b.cloudId;

/**
 * Where one seat comes from (section 7 of the domain, seat provenance): an approved request, a time before Gatehouse, or nowhere
 * known, which is an incident with who gave it and by which path. `startedAt` is when Gatehouse began to watch. A path that nobody
 * names stays `unknown`.
 */
export function seatOrigin(
  seat: Seat,
  requests: readonly ApprovedRequest[],
  events: readonly GrantEvent[],
  startedAt: string,
): SeatOrigin {
  const from = seat.since ?? seat.firstSeenAt;
  const about = requests.filter((one) => isSamePlace(one, seat) && one.accountIds.includes(seat.accountId));
  const covering = about.find(
    ({ approvedAt, revokedAt }) =>
      time(approvedAt) <= time(from) && (revokedAt === null || time(revokedAt) > time(from)),
  );
  if (covering)
    return {
      seat,
      outcome: 'requested',
      requestId: covering.requestId,
      who: null,
      path: null,
      reasons: [because('approved-request', `Request ${covering.requestId} was approved for this person and app.`)],
    };
  if (time(from) < time(startedAt))
    return {
      seat,
      outcome: 'before-gatehouse',
      requestId: null,
      who: null,
      path: null,
      reasons: [because('before-gatehouse', 'The seat was there before Gatehouse began to watch.')],
    };
  const event = grantOf(seat, events);
  return {
    seat,
    outcome: 'incident',
    requestId: null,
    who: event?.actor?.name ?? null,
    path: event?.path ?? 'unknown',
    reasons: [
      because('no-approved-request', 'No approved request gave this seat.'),
      ...whyNot(about, from),
      event?.actor
        ? because('given-by', `${event.actor.name} gave it on ${event.at.slice(0, 10)}.`)
        : because('giver-unknown', 'Who gave it is not known.'),
      pathReason(event?.path ?? null),
    ],
  };
}

/** The grant that made the seat: the last one for this person and app that is not later than the seat was seen. */
function grantOf(seat: Seat, events: readonly GrantEvent[]): GrantEvent | undefined {
  const fits = (event: GrantEvent): boolean =>
    event.accountId === seat.accountId &&
    (event.product === null || event.product === seat.product) &&
    (event.cloudId === null || event.cloudId === seat.cloudId) &&
    time(event.at) <= time(seat.firstSeenAt);
  // A grant that names the app says more than one that does not, however old.
  const exactness = ({ product, cloudId }: GrantEvent): number => Number(product !== null) + Number(cloudId !== null);
  return events.filter(fits).toSorted((a, b) => exactness(b) - exactness(a) || time(b.at) - time(a.at))[0];
}

function whyNot(about: readonly ApprovedRequest[], from: string): Reason[] {
  const late = about.find(({ approvedAt }) => time(approvedAt) > time(from));
  const over = about.find(({ revokedAt }) => revokedAt !== null && time(revokedAt) <= time(from));
  return [
    ...(late
      ? [because('approved-afterwards', `Request ${late.requestId} was approved only after the seat was there.`)]
      : []),
    ...(over ? [because('grant-had-ended', `The access of request ${over.requestId} had ended before.`)] : []),
  ];
}

function pathReason(path: AccessPathId | null): Reason {
  const known = accessPaths.find(({ id }) => id === path);
  return known
    ? because('path-known', `It came by: ${known.name}.`)
    : because('path-unknown', 'By which path it came is not known.');
}

export interface Provenance {
  readonly origins: readonly SeatOrigin[];
  readonly incidents: readonly SeatOrigin[];
  readonly counts: Readonly<Record<SeatOrigin['outcome'], number>>;
}

/** Where every seat comes from; incidents newest first. */
export function provenanceOf(
  seats: readonly Seat[],
  requests: readonly ApprovedRequest[],
  events: readonly GrantEvent[],
  startedAt: string,
): Provenance {
  const origins = seats.map((seat) => seatOrigin(seat, requests, events, startedAt));
  const counts = { requested: 0, 'before-gatehouse': 0, incident: 0 };
  for (const { outcome } of origins) counts[outcome] += 1;
  return {
    origins,
    counts,
    incidents: origins
      .filter(({ outcome }) => outcome === 'incident')
      .toSorted((a, b) => time(b.seat.firstSeenAt) - time(a.seat.firstSeenAt)),
  };
}
