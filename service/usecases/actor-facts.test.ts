import { describe, expect, it } from 'vitest';
import { unknownAccount } from '../../core/identity/index.ts';
import { AccountId, CloudId, GroupId, OrgId } from '../../core/ids.ts';
import { targetGroupsNamed } from '../../core/policy/index.ts';
import type { DirectoryAccount, DirectoryReads } from '../../core/ports/directory-store.ts';
import { rule } from '../../tests/tools/policy-fixture.ts';
import { actorFacts } from './actor-facts.ts';
import { targetGroups } from './target-groups.ts';

const cloudId = CloudId.parse('c1');
const organization = {
  orgId: OrgId.parse('o'),
  name: 'Acme',
  domains: [],
  sites: [{ cloudId, host: 'acme.atlassian.net', products: [] }],
};
const [it1, sales, secret, desk] = ['it', 'sales', 'secret', 'desk'].map((id) => GroupId.parse(id)) as [
  GroupId,
  GroupId,
  GroupId,
  GroupId,
];
const emma = AccountId.parse('emma');
const policy = {
  version: 3,
  rules: [
    rule('a', { when: { actorGroups: [sales], targetGroups: [it1] } }),
    rule('b', { when: { actorGroupsExcept: [it1] } }),
  ],
  defaultOutcome: 'allow' as const,
  onUnknown: 'block' as const,
  breakGlass: [],
};

function reads(account: Partial<DirectoryAccount> | null, groups: readonly GroupId[], named = policy) {
  const one = account && { name: 'Emma', groupsKnown: true, facts: unknownAccount(emma), ...account };
  const directory: Partial<DirectoryReads> = {
    accountsById: async () => (one ? [one] : []),
    groupsOf: async (ids) =>
      new Map(
        ids.map((id) => [id, groups.map((group) => ({ id: group, name: group, directoryId: 'd', synced: null }))]),
      ),
    roles: async () => [{ groupId: desk, product: 'jira-servicedesk', cloudId, role: 'agent', isDefault: true }],
  };
  return {
    directory: directory as DirectoryReads,
    policy: { current: async () => named, ofVersion: async () => null },
  };
}
const ask = (...of: Parameters<typeof reads>) => actorFacts(reads(...of), { accountId: emma }, organization, policy);

describe('what a browser is told of whoever acts', () => {
  it('is those of their groups that the policy names about actors, and no other', async () => {
    expect((await ask({}, [secret, sales, it1])).groups).toEqual(['it', 'sales']);
    expect((await ask({}, [secret])).groups).toEqual([]);
  });

  it('is nothing where the directory does not know', async () => {
    expect((await ask({ groupsKnown: false }, [sales])).groups).toBeNull();
    const nobody = { groups: null, roles: null, openRoles: [], identityType: 'unknown' };
    expect(await ask(null, [])).toMatchObject(nobody);
    expect(await actorFacts(reads({}, [sales]), { accountId: null }, organization, policy)).toMatchObject(nobody);
  });

  it('is each role that is certain, and apart from them each that nobody knows', async () => {
    const admin = { facts: { ...unknownAccount(emma), isOrgAdmin: true, isProductAdmin: false } };
    expect(await ask(admin, [desk])).toMatchObject({
      roles: ['org-admin', 'agent'],
      openRoles: ['site-admin', 'user-access-admin', 'trusted-user'],
    });
    expect(await ask({ groupsKnown: false }, [])).toMatchObject({
      roles: [],
      openRoles: ['org-admin', 'site-admin', 'user-access-admin', 'product-admin', 'trusted-user', 'agent'],
    });
    const seen = { facts: { ...unknownAccount(emma), adminRoles: ['site-admin' as const] } };
    expect(await ask(seen, [])).toMatchObject({ roles: ['site-admin'] });
  });
});

describe('what a browser is told of the groups of others', () => {
  const person = { email: null, accountId: emma, name: null, standing: 'has-seat', identityType: 'managed' } as const;
  const told = (people: readonly (typeof person | object)[], ...of: Parameters<typeof reads>) =>
    targetGroups(
      reads(...of),
      people.map((one) => ({ ...person, ...one })),
    );

  it('is a yes or no for each group that the policy names about them', async () => {
    expect(targetGroupsNamed(policy)).toEqual(['it']);
    expect(await told([{}], {}, [secret, sales, it1])).toEqual({ policyVersion: 3, groups: [['it']] });
    expect(await told([{}], {}, [secret])).toEqual({ policyVersion: 3, groups: [[]] });
  });
  it('is nothing where no rule asks', async () => {
    expect(await told([{}], {}, [it1], { ...policy, rules: [] })).toBeNull();
  });
  it('is null for whoever is not certain, and none for a new address', async () => {
    const unsure = { accountId: null, email: 'a@b.example', standing: 'unknown' };
    const fresh = { ...unsure, standing: 'new' };
    expect((await told([unsure, fresh], {}, [it1]))?.groups).toEqual([null, []]);
    expect((await told([{}], { groupsKnown: false }, [it1]))?.groups).toEqual([null]);
  });
});
