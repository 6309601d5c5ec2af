import { describe, expect, it } from 'vitest';
import { GroupId } from '../../../core/ids.ts';
import { toDomains, toGroupRoles, toProductFacts, toSourceAccount } from './mappers.ts';
import { cursorOf, pages } from './organization-api.ts';

const group = { id: GroupId.parse('g'), name: 'g', directoryId: 'd', synced: false };

describe('toSourceAccount', () => {
  it('keeps what was not said as not known', () => {
    const { facts } = toSourceAccount({ accountId: 'a' });
    expect(Object.values({ ...facts, accountId: null }).every((value) => value === null)).toBe(true);
  });

  it('tells no groups from groups that were not said', () => {
    expect(toSourceAccount({ accountId: 'a' }).groupIds).toBeNull();
    expect(toSourceAccount({ accountId: 'a', groups: null }).groupIds).toBeNull();
    expect(toSourceAccount({ accountId: 'a', groups: [] }).groupIds).toEqual([]);
  });

  it('takes an invited person whose address was never proved for one who has not accepted', () => {
    const pending = (over: object) => toSourceAccount({ accountId: 'a', ...over }).facts.invitationPending;
    expect(pending({ managementSource: 'invited', emailVerified: false })).toBe(true);
    expect(pending({ managementSource: 'invited', emailVerified: true })).toBe(false);
    expect(pending({ managementSource: 'synced', emailVerified: false })).toBeNull();
  });
});

describe('toGroupRoles', () => {
  const roles = (resourceId: string, names: string[], defaultRole: string | null = null) =>
    toGroupRoles(group, { data: [{ resourceId, roles: names, defaultRole }], links: null });
  it('reads product, site and role out of resource names', () => {
    expect(roles('ari:cloud:confluence::site/c1', ['atlassian/user'], 'atlassian/user')).toEqual([
      { groupId: 'g', product: 'confluence', cloudId: 'c1', role: 'user', isDefault: true },
    ]);
    expect(roles('ari:cloud:jira::site/c1', ['atlassian/admin'])[0]).toMatchObject({ product: 'jira-software' });
  });
  it('leaves out only what certainly gives no seat', () => {
    expect(roles('ari:cloud:platform::org/o', ['atlassian/org-admin', 'atlassian/user-access-admin'])).toEqual([]);
  });
  it.each([
    ['ari:cloud:mystery-app::site/c1', 'atlassian/user', 'other:mystery-app', 'c1', 'user'],
    ['ari:cloud:Mystery-App:c1:workspace/w', 'atlassian/user', 'other:mystery-app', 'c1', 'user'],
    ['ari:cloud:loom::workspace/w1', 'atlassian/user', 'loom', 'workspace/w1', 'user'],
    ['ari:cloud:compass::site/c1', 'atlassian/user', 'compass', 'c1', 'user'],
    ['ari:cloud:jira-software::site/c1', 'atlassian/ai-access', 'jira-software', 'c1', 'unknown'],
    ['ari:cloud:platform::site/c1', 'atlassian/trusted-user', 'other:platform', 'c1', 'unknown'],
    ['nonsense', 'atlassian/user', 'other:nonsense', 'nonsense', 'user'],
  ])('keeps %s, %s by name', (resource, name, product, cloudId, role) => {
    expect(roles(resource, [name])).toEqual([{ groupId: 'g', product, cloudId, role, isDefault: false }]);
  });
  it('reads a grant that comes in two spellings, or with two roles nobody has described, once', () => {
    const page = (resourceId: string, names: string[]) => ({ resourceId, roles: names, defaultRole: null });
    const data = [
      page('ari:cloud:jira::site/c1', ['atlassian/a', 'atlassian/b']),
      page('ari:cloud:jira-software::site/c1', ['atlassian/c']),
    ];
    expect(toGroupRoles(group, { data, links: null })).toHaveLength(1);
  });
});

describe('toProductFacts', () => {
  it('keeps an app that nobody knows, by its name', () => {
    expect(toProductFacts([{ key: 'Mystery-App', userCount: 3 }], null)[0]).toMatchObject({
      product: 'other:mystery-app',
      seats: { used: 3 },
    });
  });
  it('never makes a seat number out of none', () => {
    const [facts] = toProductFacts([{ key: 'jira-software', numberOfSeats: -1, hasUnlimitedSeats: true }], null);
    expect(facts).toMatchObject({ seats: { used: null, total: null, unlimited: true }, plan: null });
  });
  it('knows the free plan and does not guess a paid one', () => {
    const plan = (name: string) =>
      toProductFacts([{ key: 'jira-software' }], { applications: [{ id: 'jira-software', plan: name }] })[0]?.plan;
    expect(plan('FREE')).toBe('free');
    expect(plan('PAID')).toBeNull();
  });
});

it('leaves out domains in a state that is not documented', () => {
  const domain = (name: string, status: string) => ({ attributes: { name, claim: { status } } });
  expect(toDomains({ data: [domain('A.example', 'verified'), domain('b.example', 'new-state')], links: null })).toEqual(
    [{ name: 'a.example', status: 'verified' }],
  );
});

describe('pages', () => {
  it('follows bare cursors and cursors inside addresses to the end', async () => {
    const asked: (string | null)[] = [];
    const answers = ['two', 'https://api.atlassian.com/x?cursor=three', null];
    for await (const _ of pages(async (cursor) => {
      asked.push(cursor);
      return { links: { next: answers.shift() } };
    }));
    expect(asked).toEqual([null, 'two', 'three']);
    expect(cursorOf('')).toBeNull();
  });

  it('stops when Atlassian goes round in circles', async () => {
    const walk = async () => {
      for await (const _ of pages(async () => ({ links: { next: 'same' } })));
    };
    await expect(walk()).rejects.toThrow(/same page/);
  });
});
