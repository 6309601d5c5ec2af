import type { AccountFacts } from '../identity/account.ts';
import type { IdentityType } from '../identity/types.ts';
import type { AccountId, GroupId } from '../ids.ts';
import type { GroupGrant, SeatCount } from '../licence/seats.ts';
import type { Organization, Plan, Site } from '../organization/organization.ts';
import type { Product } from '../organization/product.ts';

export interface DirectoryAccount {
  readonly facts: AccountFacts;
  readonly name: string;
  /** Whether the groups listed for the account are all of them. False: those that are listed are all that was learnt. */
  readonly groupsKnown: boolean;
}

export interface DirectoryGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly directoryId: string;
  /** Filled by an identity provider and therefore read-only at Atlassian; null when Atlassian does not say. */
  readonly synced: boolean | null;
}

export interface GroupRole extends GroupGrant {
  /** New users of the product land in this group. */
  readonly isDefault: boolean;
}

export interface ProductSeats {
  readonly product: Product;
  readonly cloudId: Site['cloudId'];
  readonly seats: SeatCount;
  readonly plan: Plan | null;
}

export interface DirectoryState {
  /** 0 until the first sync has finished. */
  readonly generation: number;
  readonly running: boolean;
  readonly finishedAt: string | null;
  readonly failure: string | null;
  readonly accounts: number | null;
  readonly groups: number | null;
}

export interface PeopleQuery {
  readonly q: string | null;
  readonly type: IdentityType | null;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface PeoplePage {
  /** `emailInLetters`: the address as people write it; null where that is no other spelling. */
  readonly accounts: readonly (DirectoryAccount & { readonly emailInLetters: string | null })[];
  readonly next: string | null;
  readonly counts: Record<IdentityType, number>;
  readonly total: number;
}

/** The copy of the organization that is in force: one generation, swapped as a whole. */
export interface DirectoryReads {
  state(): Promise<DirectoryState>;
  /** Null until the first sync has finished. */
  organization(): Promise<Organization | null>;
  accountsById(ids: readonly AccountId[]): Promise<readonly DirectoryAccount[]>;
  /** Addresses in any case. All accounts of each, in no order: an address may have several, and whoever asks must say what then. */
  accountsByEmail(emails: readonly string[]): Promise<readonly DirectoryAccount[]>;
  /** As `accountsByEmail`. */
  accountsByEmailHash(hashes: readonly string[]): Promise<readonly (DirectoryAccount & { emailHash: string })[]>;
  groupsOf(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, readonly DirectoryGroup[]>>;
  groups(): Promise<readonly DirectoryGroup[]>;
  roles(): Promise<readonly GroupRole[]>;
  seats(): Promise<readonly ProductSeats[]>;
  people(query: PeopleQuery): Promise<PeoplePage>;
}

/** One generation in the making. Nothing of it is seen until `swap`. */
export interface DirectoryDraft {
  readonly organization: Organization;
  readonly groups: readonly DirectoryGroup[];
  readonly roles: readonly GroupRole[];
  readonly seats: readonly ProductSeats[];
}

export interface DraftAccount extends DirectoryAccount {
  readonly identityType: IdentityType;
  /** md5 of the lower-cased address; null without an address. */
  readonly emailHash: string | null;
  readonly groupIds: readonly GroupId[];
}

export interface DirectoryWrites extends DirectoryReads {
  /** Starts a generation, throwing away what an interrupted one left behind. */
  begin(): Promise<number>;
  putAccounts(generation: number, accounts: readonly DraftAccount[]): Promise<void>;
  putDraft(generation: number, draft: DirectoryDraft): Promise<void>;
  /** Puts the generation in force and drops the one before. */
  swap(generation: number, at: string): Promise<void>;
  /** Keeps what is in force and remembers, in words, why the last try failed. */
  fail(why: string): Promise<void>;
  /** A membership that Gatehouse itself has just given, so that the copy need not wait for the next sync. */
  addMembership(accountId: AccountId, groupId: GroupId): Promise<void>;
  setSeats(seats: ProductSeats): Promise<void>;
}
