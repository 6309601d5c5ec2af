import { describe, expect, it } from 'vitest';
import { AccountFacts, unknownAccount } from '../../core/identity/index.ts';
import { AccountId, CloudId, GroupId, OrgId } from '../../core/ids.ts';
import type { DirectoryGroup, DirectoryReads } from '../../core/ports/directory-store.ts';
import { exampleTarget } from '../../tests/tools/request-fixture.ts';
import { impactFor } from './impact-for.ts';

const cloudId = CloudId.parse('c');
const site = { cloudId, host: 'acme.atlassian.net', products: ['jira-software' as const] };
const organization = { orgId: OrgId.parse('o'), name: 'Acme', domains: [], sites: [site] };
const users: DirectoryGroup = { id: GroupId.parse('users'), name: 'users', directoryId: 'd', synced: false };
const accountId = AccountId.parse('712020:lone');
const facts = AccountFacts.parse({
  ...unknownAccount(accountId),
  accountType: 'atlassian',
  accountStatus: 'active',
  membershipStatus: 'active',
});

/** What inviting one colleague takes, of whom the directory lists these groups. */
function impact(held: readonly DirectoryGroup[], groupsKnown: boolean) {
  const reads: Partial<DirectoryReads> = {
    groups: async () => [users],
    roles: async () => [{ groupId: users.id, product: 'jira-software', cloudId, role: 'user', isDefault: true }],
    groupsOf: async () => new Map([[accountId, held]]),
    accountsById: async () => [{ facts, name: 'Lone', groupsKnown }],
  };
  const targets = [exampleTarget({ email: null, accountId, standing: 'unknown' })];
  const seats = { used: 98, total: 100, unlimited: false };
  return impactFor(
    { settings: { groupMap: [], priceBook: [] } as never, today: '2026-11-21' },
    { directory: reads as DirectoryReads },
    { organization, site, product: 'jira-software', intent: 'invite', targets },
    [{ product: 'jira-software', cloudId, seats, plan: null }],
  );
}

describe('the seats a deed takes of somebody', () => {
  it('whose groups are not known are not known: a seat may be held already', async () => {
    const { lines, confidence, missing } = await impact([], false);
    expect(lines).toMatchObject([{ taken: null, after: { used: null } }]);
    expect(confidence).toBe('unknown');
    expect(missing.map(({ code }) => code)).toEqual(['standing-unknown']);
  });

  it('who is known to hold one are none, whatever other groups there may be', async () =>
    expect((await impact([users], false)).lines).toMatchObject([{ taken: 0 }]));

  it('who is in no group is one', async () =>
    expect((await impact([], true)).lines).toMatchObject([{ taken: 1, after: { used: 99 } }]));
});
