import { describe, expect, it } from 'vitest';
import { CloudId, GroupId } from '../../core/ids.ts';
import type { DirectoryGroup, GroupRole } from '../../core/ports/directory-store.ts';
import { GroupMap, groupFor, type Wanted } from './group-map.ts';

const cloudId = CloudId.parse('cloud-1');
const group = (name: string, synced: boolean | null = false): DirectoryGroup => ({
  id: GroupId.parse(`id-${name}`),
  name,
  directoryId: 'd',
  synced,
});
const role = (name: string, over: Partial<GroupRole> = {}): GroupRole => ({
  groupId: GroupId.parse(`id-${name}`),
  product: 'jira-software',
  cloudId,
  role: 'user',
  isDefault: true,
  ...over,
});
const wanted = (...types: Wanted['targets'][number]['identityType'][]): Wanted => ({
  product: 'jira-software',
  site: { cloudId, host: 'acme.atlassian.net' },
  targets: types.map((identityType) => ({ identityType })),
});
const groups = [group('partners'), group('users'), group('everyone'), group('synced', true)];
const map = GroupMap.parse([
  { product: 'jira-software', siteHost: 'acme.atlassian.net', targetType: 'external', groupName: 'partners' },
  { product: 'jira-software', cloudId, groupId: 'id-users' },
]);

describe('groupFor', () => {
  it('takes the first line that fits, by host or cloud id, by group name or id', () => {
    expect(groupFor(wanted('external'), map, groups, [])?.name).toBe('partners');
    expect(groupFor(wanted('managed'), map, groups, [])?.name).toBe('users');
  });

  it('takes a host in any spelling', () => {
    const written = GroupMap.parse([{ product: 'jira-software', siteHost: 'ACME.atlassian.net.', groupName: 'users' }]);
    expect(groupFor(wanted('managed'), written, groups, [])?.name).toBe('users');
  });

  it('gives the least when one of several people is not ours', () => {
    expect(groupFor(wanted('managed', 'external'), map, groups, [])?.name).toBe('partners');
    expect(groupFor(wanted('unknown'), map, groups, [])?.name).toBe('partners');
  });

  it('gives nothing when several groups have the name that the map says, whichever comes first', () => {
    const twin = { ...group('partners'), id: GroupId.parse('id-twin'), directoryId: 'other' };
    for (const all of [
      [...groups, twin],
      [twin, ...groups],
    ])
      expect(groupFor(wanted('external'), map, all, [])).toBeNull();
  });

  it('gives nothing, not something else, when the mapped group does not exist', () => {
    const typo = GroupMap.parse([{ product: 'jira-software', cloudId, groupName: 'usres' }]);
    expect(groupFor(wanted('managed'), typo, groups, [role('users')])).toBeNull();
  });

  it('falls back to the default group that gives least else, unsynced before synced', () => {
    const roles = [role('everyone'), role('everyone', { product: 'confluence' }), role('users'), role('synced')];
    expect(groupFor(wanted('managed'), [], groups, roles)?.name).toBe('users');
    expect(groupFor(wanted('managed'), [], groups, [role('synced')])?.name).toBe('synced');
  });

  it('never falls back to a group of admins, of another site, or one that gives no seat', () => {
    const roles = [
      role('users', { role: 'admin' }),
      role('partners', { cloudId: CloudId.parse('cloud-2') }),
      role('everyone', { role: 'customer' }),
      role('everyone', { isDefault: false }),
    ];
    expect(groupFor(wanted('managed'), [], groups, roles)).toBeNull();
  });

  it('refuses lines that name no site or no group', () => {
    expect(GroupMap.safeParse([{ product: 'jira-software', groupName: 'x' }]).success).toBe(false);
    expect(GroupMap.safeParse([{ product: 'jira-software', cloudId }]).success).toBe(false);
  });
});
