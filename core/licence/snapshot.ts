import type { AccountFacts } from '../identity/account.ts';
import { addressKey } from '../identity/address.ts';
import type { AccountId, CloudId, GroupId } from '../ids.ts';
import type { Product } from '../organization/product.ts';
import { seatOf } from './roles.ts';
import type { GroupGrant, SeatCount } from './seats.ts';

export type Tri = 'yes' | 'no' | 'unknown';

/**
 * The part of an account that seats depend on. `groupIds` null: its groups could not be read; with `mayHaveMore` it may be in others
 * beside those listed.
 */
export interface SnapshotAccount {
  readonly facts: Pick<AccountFacts, 'accountId' | 'accountType' | 'email' | 'accountStatus' | 'membershipStatus'>;
  readonly groupIds: readonly GroupId[] | null;
  readonly mayHaveMore?: boolean;
  /** Last day each product was used, ISO date. A product that is not listed, or a null day, is not known. */
  readonly lastActive?: readonly LastActive[];
}

export interface LastActive {
  readonly product: Product;
  readonly cloudId: CloudId;
  readonly on: string | null;
}

export interface SnapshotGroup {
  readonly id: GroupId;
  readonly name: string;
  /** Filled by an identity provider and read-only at Atlassian; null when Atlassian does not say. */
  readonly synced: boolean | null;
}

export interface SnapshotGrant extends GroupGrant {
  /** New users of the product land in this group. */
  readonly isDefault: boolean;
}

/** What a product says about its own seats: it goes before what was counted. */
export interface PublishedSeats {
  readonly product: Product;
  readonly cloudId: CloudId;
  readonly seats: SeatCount;
}

export interface SnapshotFacts {
  readonly accounts: Iterable<SnapshotAccount>;
  readonly groups: readonly SnapshotGroup[];
  readonly grants: readonly SnapshotGrant[];
  readonly published: readonly PublishedSeats[];
  /** False while accounts are missing from the list: a person not found may then exist, and counts are no counts. */
  readonly complete: boolean;
  /** Whether a suspended person keeps the seat. The domain's text is silent, so it is the organization's to say. */
  readonly suspendedKeepsSeat: Tri;
}

/** One product on one site. */
export interface Slot {
  readonly product: Product;
  readonly cloudId: CloudId;
  /** Indexes into `accounts` of those who hold a seat for certain. */
  readonly holders: readonly number[];
  /** Those of whom it is not known. */
  readonly maybe: number;
}

/** Directory facts arranged so that a question costs what it asks about, not what the organization has. Never changed. */
export interface SeatSnapshot {
  readonly accounts: readonly SnapshotAccount[];
  readonly byId: ReadonlyMap<string, number>;
  /** Null for an address of several accounts. */
  readonly byEmail: ReadonlyMap<string, number | null>;
  readonly groups: ReadonlyMap<GroupId, SnapshotGroup>;
  readonly grantsOf: ReadonlyMap<GroupId, readonly SnapshotGrant[]>;
  /** By slot: the groups in which new users land. */
  readonly defaults: ReadonlyMap<string, readonly GroupId[]>;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly published: ReadonlyMap<string, SeatCount>;
  readonly complete: boolean;
  readonly suspendedKeepsSeat: Tri;
}

export const slotKey = (product: Product, cloudId: CloudId): string => `${cloudId} ${product}`;

/** Whether an account in a seat-giving group is billed for it (section 3; off the bill when deactivated, section 5). */
export function billedState({ facts }: Pick<SnapshotAccount, 'facts'>, suspendedKeepsSeat: Tri): Tri {
  const { accountType, accountStatus, membershipStatus } = facts;
  if (accountType === 'app' || accountType === 'customer') return 'no';
  if (accountStatus === 'inactive' || accountStatus === 'closed' || membershipStatus === 'no_membership') return 'no';
  if (membershipStatus === 'suspended' && suspendedKeepsSeat === 'no') return 'no';
  if (accountType === null || accountStatus === null || membershipStatus === null) return 'unknown';
  return membershipStatus === 'suspended' ? suspendedKeepsSeat : 'yes';
}

/** Reads accounts, groups and role assignments once: O(accounts × their groups). An account listed twice is counted once. */
export function buildSnapshot(facts: SnapshotFacts): SeatSnapshot {
  const grantsOf = new Map<GroupId, SnapshotGrant[]>();
  const defaults = new Map<string, GroupId[]>();
  const slotNumbers = new Map<string, number>();
  const slots: { product: Product; cloudId: CloudId; holders: number[]; maybe: number }[] = [];
  const seatSlots = new Map<GroupId, number[]>();
  const maybeSlots = new Map<GroupId, number[]>();
  for (const grant of facts.grants) {
    append(grantsOf, grant.groupId, grant);
    const key = slotKey(grant.product, grant.cloudId);
    if (grant.isDefault) append(defaults, key, grant.groupId);
    const number = slotNumbers.get(key) ?? slots.length;
    if (number === slots.length) {
      slotNumbers.set(key, number);
      slots.push({ product: grant.product, cloudId: grant.cloudId, holders: [], maybe: 0 });
    }
    const seat = seatOf(grant.role, grant.product);
    if (seat !== 'no') append(seat === 'yes' ? seatSlots : maybeSlots, grant.groupId, number);
  }

  const accounts: SnapshotAccount[] = [];
  const byId = new Map<string, number>();
  const byEmail = new Map<string, number | null>();
  // The last account seen in each slot: two groups that give the same product are one seat.
  const lastIn = new Int32Array(slots.length).fill(-1);
  for (const account of facts.accounts) {
    const { accountId, email } = account.facts;
    if (byId.has(accountId)) continue;
    const index = accounts.push(account) - 1;
    byId.set(accountId, index);
    if (email !== null) noteEmail(byEmail, accounts, addressKey(email), index);
    const billed = billedState(account, facts.suspendedKeepsSeat);
    if (billed === 'no') continue;
    if (account.groupIds === null) {
      for (const slot of slots) slot.maybe += 1;
      continue;
    }
    for (const groupId of account.groupIds)
      for (const number of seatSlots.get(groupId) ?? []) {
        const slot = slots[number];
        if (!slot || lastIn[number] === index) continue;
        lastIn[number] = index;
        if (billed === 'yes') slot.holders.push(index);
        else slot.maybe += 1;
      }
    for (const groupId of account.groupIds)
      for (const number of maybeSlots.get(groupId) ?? []) {
        const slot = slots[number];
        if (!slot || lastIn[number] === index) continue;
        lastIn[number] = index;
        slot.maybe += 1;
      }
    if (account.mayHaveMore)
      for (const [number, slot] of slots.entries()) if (lastIn[number] !== index) slot.maybe += 1;
  }
  return {
    accounts,
    byId,
    byEmail,
    groups: new Map(facts.groups.map((group) => [group.id, group])),
    grantsOf,
    defaults,
    slots: new Map(slots.map((slot) => [slotKey(slot.product, slot.cloudId), slot])),
    published: new Map(facts.published.map((row) => [slotKey(row.product, row.cloudId), row.seats])),
    complete: facts.complete,
    suspendedKeepsSeat: facts.suspendedKeepsSeat,
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * A customer account may share its address with an Atlassian account; the address then means the latter. Of two Atlassian accounts it
 * means neither: which one comes first in a directory says nothing.
 */
function noteEmail(
  byEmail: Map<string, number | null>,
  accounts: readonly SnapshotAccount[],
  email: string,
  index: number,
): void {
  const isCustomer = (one: number): boolean => accounts[one]?.facts.accountType === 'customer';
  const before = byEmail.get(email);
  if (before === undefined || (before !== null && isCustomer(before))) byEmail.set(email, index);
  else if (!isCustomer(index)) byEmail.set(email, null);
}

/** The account meant by an id or an address (any case); undefined when the snapshot has none, or several of that address. */
export function accountOf(
  snapshot: SeatSnapshot,
  person: { readonly accountId: AccountId | null; readonly email: string | null },
): SnapshotAccount | undefined {
  const index =
    person.accountId !== null
      ? snapshot.byId.get(person.accountId)
      : person.email !== null
        ? snapshot.byEmail.get(addressKey(person.email))
        : undefined;
  return index === undefined || index === null ? undefined : snapshot.accounts[index];
}
