import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Product } from '../organization/product.ts';
import type { SeatSnapshot, SnapshotAccount } from './snapshot.ts';
import { slotKey } from './snapshot.ts';
import { afterLeaving, defaultGroups, groupsGiving, seatWith } from './snapshot-queries.ts';

export interface IdleSeat {
  readonly accountId: AccountId;
  readonly lastActive: string;
}

export interface IdleSeats {
  /** Longest idle first. */
  readonly idle: readonly IdleSeat[];
  readonly active: number;
  /** Holders of whom nobody knows when they were last active: not idle, not active. */
  readonly unknown: number;
}

/**
 * Seats of a product that nobody has used since before `threshold` (ISO date). O(holders of that product). Null when who holds
 * seats is not known. A day that is not known is not idleness.
 */
export function idleSeats(
  snapshot: SeatSnapshot,
  product: Product,
  cloudId: CloudId,
  threshold: string,
): IdleSeats | null {
  const slot = snapshot.slots.get(slotKey(product, cloudId));
  if (!slot) return null;
  const idle: IdleSeat[] = [];
  let active = 0;
  let unknown = slot.maybe;
  for (const index of slot.holders) {
    const account = snapshot.accounts[index];
    const on = account?.lastActive?.find((use) => use.product === product && use.cloudId === cloudId)?.on ?? null;
    if (!account || on === null) unknown += 1;
    else if (on < threshold) idle.push({ accountId: account.facts.accountId, lastActive: on });
    else active += 1;
  }
  idle.sort((a, b) => order(a.lastActive, b.lastActive) || order(a.accountId, b.accountId));
  return { idle, active, unknown };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface Step {
  readonly do: 'remove' | 'add';
  readonly accountId: AccountId | null;
  readonly groupId: GroupId;
  /** Synced groups are changed at the identity provider only; they are read-only at Atlassian. */
  readonly at: 'atlassian' | 'identity-provider' | 'unknown';
  /** New users land in this group by default, so a removal by hand may be undone. */
  readonly mayComeBack: boolean;
}

export interface Swap {
  readonly from: AccountId;
  /** In this order: the seat is freed before it is taken, so the count never rises. */
  readonly steps: readonly Step[];
  /** What the person who gives up the seat also loses, because a group gives several products. */
  readonly alsoLoses: readonly { readonly product: Product; readonly cloudId: CloudId }[];
}

/** Where a group's members are changed (section 3 of the domain). */
export function changedAt(snapshot: SeatSnapshot, groupId: GroupId): Step['at'] {
  const synced = snapshot.groups.get(groupId)?.synced ?? null;
  if (synced === null) return 'unknown';
  return synced ? 'identity-provider' : 'atlassian';
}

/**
 * How to hand one person's seat to another: leave every group that gives it, then join `into`. Null when the person holds none
 * through a group. `to` null is somebody without an account yet.
 */
export function swapSeat(
  snapshot: SeatSnapshot,
  from: SnapshotAccount,
  to: AccountId | null,
  into: GroupId,
  product: Product,
  cloudId: CloudId,
): Swap | null {
  const giving = groupsGiving(snapshot, from.groupIds ?? [], product, cloudId);
  if (giving.length === 0 || seatWith(snapshot, from, giving, product, cloudId) === 'no') return null;
  const defaults = new Set(defaultGroups(snapshot, product, cloudId));
  const remove = giving.map(
    (groupId): Step => ({
      do: 'remove',
      accountId: from.facts.accountId,
      groupId,
      at: changedAt(snapshot, groupId),
      mayComeBack: defaults.has(groupId),
    }),
  );
  const add: Step = { do: 'add', accountId: to, groupId: into, at: changedAt(snapshot, into), mayComeBack: false };
  return {
    from: from.facts.accountId,
    steps: [...remove, add],
    alsoLoses: lostBeside(snapshot, from, giving, product, cloudId),
  };
}

/** Seats that none of the groups left behind gives. */
function lostBeside(
  snapshot: SeatSnapshot,
  from: SnapshotAccount,
  giving: readonly GroupId[],
  product: Product,
  cloudId: CloudId,
): Swap['alsoLoses'] {
  const rest = new Set(from.groupIds?.filter((groupId) => !giving.includes(groupId)));
  const lost = new Map<string, { product: Product; cloudId: CloudId }>();
  for (const groupId of giving)
    for (const seat of afterLeaving(snapshot, from, groupId)) {
      const itself = seat.product === product && seat.cloudId === cloudId;
      const still = seat.stillBy.some((other) => rest.has(other));
      if (!itself && !still)
        lost.set(slotKey(seat.product, seat.cloudId), { product: seat.product, cloudId: seat.cloudId });
    }
  return [...lost.values()];
}
