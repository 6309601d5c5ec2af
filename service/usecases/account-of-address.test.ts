import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountFacts, unknownAccount } from '../../core/identity/index.ts';
import { AccountId, CloudId, GroupId, OrgId } from '../../core/ids.ts';
import type { DirectoryAccount, DirectoryReads } from '../../core/ports/directory-store.ts';
import { signInAccount } from './account-of-address.ts';
import { describeTargets } from './describe-targets.ts';
import { resolveIdentities } from './resolve-identities.ts';

const cloudId = CloudId.parse('c1');
const site = { cloudId, host: 'acme.atlassian.net', products: ['jira-software' as const] };
const organization = {
  orgId: OrgId.parse('o'),
  name: 'Acme',
  domains: [{ name: 'acme.example', status: 'verified' as const }],
  sites: [site],
};
const email = 'cora@acme.example';
const hash = 'a'.repeat(32);
const users = GroupId.parse('users');

const account = (id: string, facts: Partial<AccountFacts>): DirectoryAccount => ({
  name: id,
  groupsKnown: true,
  facts: AccountFacts.parse({ ...unknownAccount(AccountId.parse(id)), email, ...facts }),
});
const managed = account('712020:managed', {
  accountType: 'atlassian',
  claimStatus: 'managed',
  membershipStatus: 'active',
  accountStatus: 'active',
});
const portal = account('qm:portal', { accountType: 'customer' });
const second = account('712020:second', { accountType: 'atlassian', claimStatus: 'unmanaged' });
const bot = account('557058:bot', { accountType: 'app' });

/** A directory that lists its accounts in the order given; whoever is in `licensed` has a seat of Jira. */
function directory(accounts: readonly DirectoryAccount[], licensed: readonly DirectoryAccount[]) {
  const group = { id: users, name: 'users', directoryId: 'd', synced: false };
  const holders = new Set(licensed.map(({ facts }) => facts.accountId));
  const reads: Partial<DirectoryReads> = {
    organization: async () => organization,
    accountsById: async (ids) => accounts.filter(({ facts }) => ids.includes(facts.accountId)),
    accountsByEmail: async () => accounts,
    accountsByEmailHash: async () => accounts.map((one) => ({ ...one, emailHash: hash })),
    groupsOf: async (ids) => new Map(ids.map((id) => [id, holders.has(id) ? [group] : []])),
    roles: async () => [{ groupId: users, product: 'jira-software', cloudId, role: 'user', isDefault: true }],
  };
  return { directory: reads as DirectoryReads };
}

const target = async (accounts: readonly DirectoryAccount[], licensed: readonly DirectoryAccount[] = []) =>
  (
    await describeTargets(directory(accounts, licensed), {
      organization,
      site,
      product: 'jira-software',
      targets: [{ email, accountId: null }],
    })
  )[0];
const badges = async (accounts: readonly DirectoryAccount[]) =>
  (
    await resolveIdentities({ store: directory(accounts, []) as never }, { accountIds: [], emailHashes: [hash] })
  ).byEmailHash.map(({ identity }) => identity.type);

describe('an address of several accounts', () => {
  it('shows no badge; of one account it does', async () => {
    expect(await badges([managed, portal])).toEqual([]);
    expect(await badges([portal, managed])).toEqual([]);
    expect(await badges([managed])).toEqual(['managed']);
  });

  it('is known as far as they agree', async () => {
    expect(await target([managed, portal], [managed])).toEqual({
      email,
      accountId: null,
      name: null,
      standing: 'unknown',
      identityType: 'unknown',
    });
    expect(await target([managed, portal])).toMatchObject({ standing: 'without-seat', identityType: 'unknown' });
    expect(await target([managed, second, portal])).toMatchObject({ accountId: null, several: true });
    expect(await target([managed], [managed])).toMatchObject({ accountId: '712020:managed', standing: 'has-seat' });
  });

  it('beside an id that nobody knows is nobody new', async () => {
    const named = (accountId: AccountId | null) =>
      describeTargets(directory([], []), {
        organization,
        site,
        product: 'jira-software',
        targets: [{ email, accountId }],
      });
    expect(await named(null)).toMatchObject([{ standing: 'new' }]);
    expect(await named(AccountId.parse('712020:nobody'))).toMatchObject([{ standing: 'unknown' }]);
  });

  it('signs in as the one that can sign in, and as nobody when two can', () => {
    expect(signInAccount([portal, managed, bot])).toBe(managed);
    expect(signInAccount([managed, second])).toBeNull();
    expect(signInAccount([portal, bot])).toBeNull();
    expect(signInAccount([portal])).toBe(portal);
    expect(signInAccount([])).toBeNull();
  });

  it('never answers by the order of rows', async () => {
    const some = fc.uniqueArray(fc.constantFrom(managed, portal, second, bot), { minLength: 1 });
    const cases = some.chain((accounts) =>
      fc.tuple(
        fc.constant(accounts),
        fc.shuffledSubarray(accounts, { minLength: accounts.length }),
        fc.subarray(accounts),
      ),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([one, other, licensed]) => {
        expect(await target(other, licensed)).toEqual(await target(one, licensed));
        expect(await badges(other)).toEqual(await badges(one));
        expect(signInAccount(other)).toBe(signInAccount(one));
      }),
      { numRuns: 200 },
    );
  });
});

it('somebody whose groups Atlassian did not say may have a seat', async () => {
  expect(await target([{ ...managed, groupsKnown: false }])).toMatchObject({ standing: 'unknown' });
});
