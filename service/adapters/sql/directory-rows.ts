import type { Selectable } from 'kysely';
import { AccountFacts, addressKey } from '../../../core/identity/index.ts';
import { AccountId, CloudId, GroupId } from '../../../core/ids.ts';
import { ProductRole } from '../../../core/licence/index.ts';
import { Plan, Product } from '../../../core/organization/index.ts';
import type {
  DirectoryAccount,
  DirectoryGroup,
  DraftAccount,
  GroupRole,
  ProductSeats,
} from '../../../core/ports/directory-store.ts';
import type { Schema } from './schema.ts';
import { inLetters, searchKey } from './search-key.ts';

const toFlag = (value: boolean | null): number | null => (value === null ? null : Number(value));
const fromFlag = (value: number | null): boolean | null => (value === null ? null : value === 1);

export const toAccount = (row: Selectable<Schema['accounts']>): DirectoryAccount => ({
  name: row.name,
  groupsKnown: row.groups_known === 1,
  facts: AccountFacts.parse({
    accountId: row.account_id,
    accountType: row.account_type,
    email: row.email,
    claimStatus: row.claim_status,
    accountStatus: row.account_status,
    membershipStatus: row.membership_status,
    invitationPending: fromFlag(row.invitation_pending),
    isConfluenceGuest: fromFlag(row.is_confluence_guest),
    isJiraGuest: fromFlag(row.is_jira_guest),
    isOrgAdmin: fromFlag(row.is_org_admin),
    isProductAdmin: fromFlag(row.is_product_admin),
  }),
});

export function fromAccount(org: string, generation: number, account: DraftAccount): Schema['accounts'] {
  const email = account.facts.email === null ? null : addressKey(account.facts.email);
  return {
    org_id: org,
    generation,
    account_id: account.facts.accountId,
    name: account.name,
    name_key: searchKey(account.name),
    identity_type: account.identityType,
    account_type: account.facts.accountType,
    email,
    email_in_letters: email && inLetters(email),
    email_hash: account.emailHash,
    claim_status: account.facts.claimStatus,
    account_status: account.facts.accountStatus,
    membership_status: account.facts.membershipStatus,
    invitation_pending: toFlag(account.facts.invitationPending),
    is_confluence_guest: toFlag(account.facts.isConfluenceGuest),
    is_jira_guest: toFlag(account.facts.isJiraGuest),
    is_org_admin: toFlag(account.facts.isOrgAdmin),
    is_product_admin: toFlag(account.facts.isProductAdmin),
    groups_known: Number(account.groupsKnown),
  };
}

export const toGroup = (
  row: Pick<Schema['groups'], 'group_id' | 'name' | 'directory_id' | 'synced'>,
): DirectoryGroup => ({
  id: GroupId.parse(row.group_id),
  name: row.name,
  directoryId: row.directory_id,
  synced: fromFlag(row.synced),
});

export const toRole = (row: Selectable<Schema['group_roles']>): GroupRole => ({
  groupId: GroupId.parse(row.group_id),
  product: Product.parse(row.product),
  cloudId: CloudId.parse(row.cloud_id),
  role: ProductRole.parse(row.role),
  isDefault: row.is_default === 1,
});

export const toSeats = (row: Selectable<Schema['seats']>): ProductSeats => ({
  product: Product.parse(row.product),
  cloudId: CloudId.parse(row.cloud_id),
  seats: { used: row.used, total: row.total, unlimited: row.unlimited === 1 },
  plan: Plan.nullable().parse(row.plan),
});

export const fromSeats = (org: string, generation: number, seats: ProductSeats): Schema['seats'] => ({
  org_id: org,
  generation,
  cloud_id: seats.cloudId,
  product: seats.product,
  used: seats.seats.used,
  total: seats.seats.total,
  unlimited: Number(seats.seats.unlimited),
  plan: seats.plan,
});

/** Account ids as rows of a query, so that a thousand of them are one parameter. */
export const idList = (values: readonly string[]): string => JSON.stringify(values);

export const accountIdOf = (row: { account_id: string }): AccountId => AccountId.parse(row.account_id);
