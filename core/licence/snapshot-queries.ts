import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Product } from '../organization/product.ts';
import { seatOf } from './roles.ts';
import { type SeatCount, unknownSeats } from './seats.ts';
import {
  accountOf,
  billedState,
  type SeatSnapshot,
  type SnapshotAccount,
  type SnapshotGrant,
  slotKey,
  type Tri,
} from './snapshot.ts';

export interface SlotCount {
  readonly seats: SeatCount;
  /** Bounds when some accounts are uncertain; both null when nothing can be said. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/**
 * Seats of one product on one site. What the product publishes goes first; else what was counted; else unknown, never 0
 * (section 3 of the domain). A count with uncertain people in it is unknown, with bounds.
 */
export function seatCount(snapshot: SeatSnapshot, product: Product, cloudId: CloudId): SlotCount {
  const key = slotKey(product, cloudId);
  const published = snapshot.published.get(key) ?? unknownSeats;
  if (published.used !== null) return { seats: published, atLeast: published.used, atMost: published.used };
  const slot = snapshot.slots.get(key);
  if (!slot) return { seats: published, atLeast: null, atMost: null };
  const atLeast = slot.holders.length;
  if (!snapshot.complete) return { seats: published, atLeast, atMost: null };
  return { seats: { ...published, used: slot.maybe === 0 ? atLeast : null }, atLeast, atMost: atLeast + slot.maybe };
}

/** What a group gives: every product role, on every site. Empty for a group that gives nothing; null for one not known. */
export const grantsOf = (snapshot: SeatSnapshot, groupId: GroupId): readonly SnapshotGrant[] | null =>
  snapshot.grantsOf.get(groupId) ?? (snapshot.groups.has(groupId) ? [] : null);

/** Which of these groups give a seat of the product on the site. */
export const groupsGiving = (
  snapshot: SeatSnapshot,
  groupIds: readonly GroupId[],
  product: Product,
  cloudId: CloudId,
): GroupId[] =>
  [...new Set(groupIds)].filter((groupId) => seatGiven(grantsIn(snapshot, [groupId]), product, cloudId) === 'yes');

const grantsIn = (snapshot: SeatSnapshot, groupIds: readonly GroupId[]): SnapshotGrant[] =>
  groupIds.flatMap((groupId) => snapshot.grantsOf.get(groupId) ?? []);

/** Whether these roles together give a seat of the product on the site. */
export function seatGiven(
  roles: readonly Pick<SnapshotGrant, 'product' | 'cloudId' | 'role'>[],
  product: Product,
  cloudId: CloudId,
): Tri {
  let given: Tri = 'no';
  for (const grant of roles) {
    if (grant.product !== product || grant.cloudId !== cloudId) continue;
    const seat = seatOf(grant.role, product);
    if (seat === 'yes') return 'yes';
    if (seat === 'unknown') given = 'unknown';
  }
  return given;
}

/** Whether the account, were it in these groups, would hold a seat. Null: its groups are not known; nor are those beside the listed. */
export function seatWith(
  snapshot: SeatSnapshot,
  account: SnapshotAccount,
  groupIds: readonly GroupId[] | null,
  product: Product,
  cloudId: CloudId,
): Tri {
  const billed = billedState(account, snapshot.suspendedKeepsSeat);
  if (billed === 'no') return 'no';
  if (groupIds === null) return 'unknown';
  const given = seatGiven(grantsIn(snapshot, groupIds), product, cloudId);
  if (given === 'yes') return billed;
  return account.mayHaveMore ? 'unknown' : given;
}

/** Whether somebody holds a seat now. Somebody the snapshot does not have is unknown, unless it has everybody. */
export function hasSeat(snapshot: SeatSnapshot, accountId: AccountId, product: Product, cloudId: CloudId): Tri {
  const account = accountOf(snapshot, { accountId, email: null });
  if (!account) return snapshot.complete ? 'no' : 'unknown';
  return seatWith(snapshot, account, account.groupIds, product, cloudId);
}

export interface SeatLeft {
  readonly product: Product;
  readonly cloudId: CloudId;
  readonly before: Tri;
  readonly after: Tri;
  /** Groups that still give it. */
  readonly stillBy: readonly GroupId[];
}

/** What remains of each seat a group gives when somebody leaves the group: another group may still give it. */
export function afterLeaving(snapshot: SeatSnapshot, account: SnapshotAccount, groupId: GroupId): SeatLeft[] {
  const rest = account.groupIds?.filter((held) => held !== groupId) ?? null;
  return seatSlotsOf(snapshot.grantsOf.get(groupId) ?? []).map(({ product, cloudId }) => ({
    product,
    cloudId,
    before: seatWith(snapshot, account, account.groupIds, product, cloudId),
    after: seatWith(snapshot, account, rest, product, cloudId),
    stillBy: groupsGiving(snapshot, rest ?? [], product, cloudId),
  }));
}

/** The products on sites of which these roles give a seat, or may give one, each once. */
export function seatSlotsOf(
  roles: readonly Pick<SnapshotGrant, 'product' | 'cloudId' | 'role'>[],
): { readonly product: Product; readonly cloudId: CloudId }[] {
  const found = new Map<string, { product: Product; cloudId: CloudId }>();
  for (const { product, cloudId, role } of roles)
    if (seatOf(role, product) !== 'no') found.set(slotKey(product, cloudId), { product, cloudId });
  return [...found.values()];
}

/** The groups in which new users of a product land. */
export const defaultGroups = (snapshot: SeatSnapshot, product: Product, cloudId: CloudId): readonly GroupId[] => [
  ...new Set(snapshot.defaults.get(slotKey(product, cloudId))),
];
