import type { AccountFacts } from '../../../core/identity/index.ts';
import { type AccountId, CloudId, type GroupId } from '../../../core/ids.ts';
import type { ImpactPerson, SnapshotAccount, SnapshotFacts, SnapshotGrant } from '../../../core/licence/index.ts';
import type { Product } from '../../../core/organization/index.ts';
import type { BillableAccount } from '../../../core/subscription/index.ts';

const hex = (number: number, width: number): string => number.toString(16).padStart(width, '0');
// The shapes are known to be right: parsing a million of them would be measured by nobody.
const accountId = (index: number) => `712020:${hex(index, 8)}-0001-4e11-8a01-${hex(index, 12)}` as AccountId;
const groupId = (index: number) => `00000000-0000-4000-8000-${hex(index, 12)}` as GroupId;

export const site = CloudId.parse('c1');
export const everybody = groupId(0);
const products: readonly Product[] = ['jira-software', 'confluence', 'jira-servicedesk'];

/** Made by index alone, so every run has the same people: mostly employees, some partners, customers and apps. */
export function accountFacts(index: number): AccountFacts {
  const kind = index % 20;
  const customer = kind === 17;
  const external = kind >= 14 && kind < 17;
  return {
    accountId: accountId(index),
    accountType: kind === 18 ? 'app' : customer ? 'customer' : 'atlassian',
    email: kind === 13 ? null : `person.${index}@${external ? 'partner.example' : 'acme.example'}`,
    claimStatus: customer ? null : external || kind === 12 ? 'unmanaged' : 'managed',
    accountStatus: kind === 11 ? 'inactive' : 'active',
    membershipStatus: kind === 10 ? 'suspended' : 'active',
    invitationPending: kind === 9,
    isConfluenceGuest: kind === 16,
    isJiraGuest: false,
    isOrgAdmin: index % 5000 === 0,
    isProductAdmin: index % 500 === 0,
  };
}

/** Everybody is in eight groups; one group in ten gives a product, the group of everybody gives three. */
export function directory(accounts: number, groups: number): SnapshotFacts {
  const grant = (group: number, product: Product): SnapshotGrant => ({
    groupId: groupId(group),
    product,
    cloudId: site,
    role: 'user',
    isDefault: group === 0,
  });
  return {
    accounts: Array.from(
      { length: accounts },
      (_, index): SnapshotAccount => ({
        facts: accountFacts(index),
        groupIds: Array.from({ length: 8 }, (_none, nth) => groupId(1 + ((index * 7 + nth * 131) % (groups - 1)))),
      }),
    ),
    groups: Array.from({ length: groups }, (_, index) => ({
      id: groupId(index),
      name: `group ${index}`,
      synced: index % 3 === 0,
    })),
    grants: [
      ...products.map((product) => grant(0, product)),
      ...Array.from({ length: Math.floor(groups / 10) }, (_, nth) =>
        grant(1 + nth * 10, products[nth % products.length] ?? 'confluence'),
      ),
    ],
    published: [],
    complete: true,
    suspendedKeepsSeat: 'no',
  };
}

/** Half of them new, half in the directory; other people each round, so that nothing is remembered from the last. */
export const invited = (round: number, people: number, accounts: number): ImpactPerson[] =>
  Array.from({ length: people }, (_, nth) => ({
    accountId: null,
    email:
      nth % 2 === 0
        ? `new.${round}.${nth}@partner.example`
        : (accountFacts((round * 977 + nth * 3989) % accounts).email ?? 'x@acme.example'),
    identityType: 'external',
  }));

export const billableAccounts = (accounts: number): Map<AccountId, BillableAccount> =>
  new Map(
    Array.from({ length: accounts }, (_, index): [AccountId, BillableAccount] => [
      accountId(index),
      {
        accountId: accountId(index),
        identityType: 'managed',
        accountStatus: 'active',
        membershipStatus: 'active',
        isConfluenceGuest: false,
        policyBillable: true,
        access: [{ product: 'jira-software', role: 'user', plan: 'standard', edition: null, sandbox: false }],
      },
    ]),
  );
