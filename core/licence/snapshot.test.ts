import { describe, expect, it } from 'vitest';
import { AccountId, CloudId, GroupId } from '../ids.ts';
import { accountOf, buildSnapshot, type SeatSnapshot, type SnapshotAccount, type SnapshotFacts } from './snapshot.ts';
import { defaultGroups, groupsGiving, hasSeat, seatCount } from './snapshot-queries.ts';

const site = CloudId.parse('c1');
const other = CloudId.parse('c2');
const jira = GroupId.parse('jira');
const everyone = GroupId.parse('everyone');

const person = (
  id: string,
  groupIds: GroupId[] | null,
  facts: Partial<SnapshotAccount['facts']> = {},
): SnapshotAccount => ({
  facts: {
    accountId: AccountId.parse(id),
    accountType: 'atlassian',
    email: `${id}@acme.example`,
    accountStatus: 'active',
    membershipStatus: 'active',
    ...facts,
  },
  groupIds,
});

const snapshotOf = (accounts: SnapshotAccount[], more: Partial<SnapshotFacts> = {}): SeatSnapshot =>
  buildSnapshot({
    accounts,
    groups: [
      { id: jira, name: 'jira', synced: false },
      { id: everyone, name: 'everyone', synced: true },
    ],
    grants: [
      { groupId: jira, product: 'jira-software', cloudId: site, role: 'user', isDefault: true },
      { groupId: jira, product: 'jira-software', cloudId: site, role: 'admin', isDefault: true },
      { groupId: everyone, product: 'jira-software', cloudId: site, role: 'user', isDefault: false },
      { groupId: everyone, product: 'jira-software', cloudId: other, role: 'user', isDefault: true },
      { groupId: everyone, product: 'confluence', cloudId: site, role: 'guest', isDefault: false },
    ],
    published: [],
    complete: true,
    suspendedKeepsSeat: 'unknown',
    ...more,
  });

describe('buildSnapshot', () => {
  it('counts each person once for each product and site', () => {
    const snapshot = snapshotOf([person('a', [jira, everyone]), person('b', [everyone])]);
    expect(seatCount(snapshot, 'jira-software', site).seats.used).toBe(2);
    expect(seatCount(snapshot, 'jira-software', other).seats.used).toBe(2);
    expect(seatCount(snapshot, 'confluence', site).seats.used).toBe(0);
  });

  it('counts an account that is listed twice once', () => {
    expect(seatCount(snapshotOf([person('a', [jira]), person('a', [jira])]), 'jira-software', site).atMost).toBe(1);
  });

  it('leaves out whoever is not in the organization, and is unsure where a fact is missing', () => {
    const count = (facts: Partial<SnapshotAccount['facts']>) => {
      const { atLeast, atMost } = seatCount(snapshotOf([person('a', [jira], facts)]), 'jira-software', site);
      return [atLeast, atMost];
    };
    expect(count({})).toEqual([1, 1]);
    expect(count({ membershipStatus: 'no_membership' })).toEqual([0, 0]);
    expect(count({ accountStatus: 'closed' })).toEqual([0, 0]);
    expect(count({ accountType: 'customer' })).toEqual([0, 0]);
    expect(count({ accountType: null })).toEqual([0, 1]);
    expect(count({ membershipStatus: null })).toEqual([0, 1]);
    expect(count({ membershipStatus: 'suspended' })).toEqual([0, 1]);
  });

  it('somebody whose groups are not known may hold any seat', () => {
    const snapshot = snapshotOf([person('a', null)]);
    expect(seatCount(snapshot, 'jira-software', site)).toMatchObject({ seats: { used: null }, atLeast: 0, atMost: 1 });
    expect(hasSeat(snapshot, AccountId.parse('a'), 'jira-software', site)).toBe('unknown');
  });
});

describe('queries', () => {
  it('finds people by id, and by address in any case', () => {
    const snapshot = snapshotOf([person('a', []), person('b', [], { email: null })]);
    const find = (accountId: string | null, email: string | null) =>
      accountOf(snapshot, { accountId: accountId === null ? null : AccountId.parse(accountId), email })?.facts
        .accountId;
    expect(find('b', null)).toBe('b');
    expect(find(null, ' A@Acme.Example ')).toBe('a');
    expect(find(null, 'nobody@acme.example')).toBeUndefined();
    expect(find(null, null)).toBeUndefined();
    expect(find('ghost', 'a@acme.example')).toBeUndefined();
  });

  it('names each giving group and each default group once', () => {
    const snapshot = snapshotOf([]);
    expect(groupsGiving(snapshot, [jira, jira, everyone], 'jira-software', site)).toEqual([jira, everyone]);
    expect(groupsGiving(snapshot, [jira, everyone], 'confluence', site)).toEqual([]);
    expect(groupsGiving(snapshot, [jira, everyone], 'jira-software', other)).toEqual([everyone]);
    expect(defaultGroups(snapshot, 'jira-software', site)).toEqual([jira]);
    expect(defaultGroups(snapshot, 'trello', site)).toEqual([]);
  });
});

describe('groups beside those that are listed', () => {
  const unsure = (groupIds: GroupId[]) => ({ ...person('unsure', groupIds), mayHaveMore: true });

  it('may give a seat, and take none away', () => {
    const asked = (groupIds: GroupId[]) =>
      hasSeat(snapshotOf([unsure(groupIds)]), AccountId.parse('unsure'), 'jira-software', site);
    expect([asked([]), asked([jira])]).toEqual(['unknown', 'yes']);
  });

  it('leave a count open', () => {
    const counted = (groupIds: GroupId[]) =>
      seatCount(snapshotOf([person('emma', [jira]), unsure(groupIds)]), 'jira-software', site);
    expect(counted([])).toMatchObject({ seats: { used: null }, atLeast: 1, atMost: 2 });
    expect(counted([jira])).toMatchObject({ seats: { used: 2 }, atLeast: 2, atMost: 2 });
  });
});
