import { describe, expect, it } from 'vitest';
import { unknownAccount } from '../../../core/identity/index.ts';
import { AccountId, GroupId } from '../../../core/ids.ts';
import type { ProductAccount } from '../../../core/ports/directory-source.ts';
import { mergeAccount, mergeSites, productOnlyAccount } from './merge.ts';

const accountId = AccountId.parse('a');
const admins = GroupId.parse('admins');
const context = {
  classify: () => ({ type: 'unknown' as const, subStates: [], reasons: [] }),
  adminGroups: new Set([admins]),
  gravatarHash: (email: string) => email,
};
const seen = (more: Partial<ProductAccount>): ProductAccount => ({
  accountId,
  accountType: null,
  name: 'A',
  email: null,
  active: true,
  isJiraGuest: null,
  ...more,
});
const source = (groupIds: readonly GroupId[] | null) => ({ name: 'A', groupIds, facts: unknownAccount(accountId) });

describe('an account that several sites show', () => {
  it.each([
    [true, false, true],
    [true, null, true],
    [false, null, false],
    [null, null, null],
  ])('is a guest where one says %s and another %s: %s, whichever is read first', (one, other, guest) => {
    for (const pages of [
      [one, other],
      [other, one],
    ]) {
      const accounts = new Map<AccountId, ProductAccount>();
      for (const isJiraGuest of pages) mergeSites(accounts, [seen({ isJiraGuest })]);
      expect(accounts.get(accountId)?.isJiraGuest).toBe(guest);
    }
  });
});

describe('the groups of an account', () => {
  it('are not known where nobody said them, and neither is whether they make it an admin', () => {
    const merged = mergeAccount(context, source(null), undefined, null);
    expect(merged).toMatchObject({ groupsKnown: false, groupIds: [], facts: { isProductAdmin: null } });
  });
  it('are all where they were said', () => {
    expect(mergeAccount(context, source([]), undefined, null)).toMatchObject({
      groupsKnown: true,
      facts: { isProductAdmin: false },
    });
    expect(mergeAccount(context, source([admins]), undefined, null).facts.isProductAdmin).toBe(true);
  });
  it('are none for a customer of the portal, and not known for an app', () => {
    expect(productOnlyAccount(context, seen({ accountType: 'customer' })).groupsKnown).toBe(true);
    expect(productOnlyAccount(context, seen({ accountType: 'app' })).groupsKnown).toBe(false);
    expect(productOnlyAccount(context, seen({})).groupsKnown).toBe(false);
  });
});
