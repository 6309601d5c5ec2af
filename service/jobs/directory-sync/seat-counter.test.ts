import { describe, expect, it } from 'vitest';
import { AccountFacts } from '../../../core/identity/index.ts';
import { AccountId, CloudId, GroupId, OrgId } from '../../../core/ids.ts';
import type { DraftAccount } from '../../../core/ports/directory-store.ts';
import { seatCounter } from './seat-counter.ts';
import type { Structure } from './structure.ts';

const cloudId = CloudId.parse('acme');
const group = GroupId.parse('jira-users');
const structure: Structure = {
  organization: {
    orgId: OrgId.parse('acme'),
    name: 'Acme',
    domains: [],
    sites: [{ cloudId, host: 'acme.atlassian.net', products: ['jira-software'] }],
  },
  groups: [],
  roles: [{ groupId: group, product: 'jira-software', cloudId, role: 'user', isDefault: true }],
  productFacts: new Map(),
};
const account = (facts: Partial<AccountFacts>, change: Partial<DraftAccount> = {}): DraftAccount => ({
  name: 'Emma',
  identityType: 'managed',
  emailHash: null,
  groupIds: [group],
  groupsKnown: true,
  facts: AccountFacts.parse({
    accountId: AccountId.parse('712020:emma'),
    accountType: 'atlassian',
    email: null,
    claimStatus: null,
    accountStatus: 'active',
    membershipStatus: 'active',
    invitationPending: null,
    isConfluenceGuest: null,
    isJiraGuest: null,
    isOrgAdmin: null,
    isProductAdmin: null,
    ...facts,
  }),
  ...change,
});
const used = (...accounts: readonly DraftAccount[]) => {
  const counter = seatCounter(structure);
  for (const one of accounts) counter.count(one);
  return counter.seats()[0]?.seats.used;
};

describe('how many seats are in use', () => {
  it('is counted while everything about everybody is known', () => {
    expect(used(account({}), account({}, { groupIds: [] }), account({ accountStatus: 'inactive' }))).toBe(1);
  });

  it('is not known while somebody may hold one: of unknown groups, or of unknown standing with the group', () => {
    expect(used(account({}), account({}, { groupIds: [], groupsKnown: false }))).toBeNull();
    expect(used(account({}), account({ membershipStatus: null }))).toBeNull();
    expect(used(account({}), account({ membershipStatus: null }, { groupIds: [] }))).toBe(1);
  });

  it('is known all the same where whoever it is takes no seat', () => {
    const customer = account({ accountType: 'customer' }, { groupIds: [], groupsKnown: false });
    expect(used(account({}), customer)).toBe(1);
  });
});
