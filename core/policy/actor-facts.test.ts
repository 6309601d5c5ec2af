import { describe, expect, it } from 'vitest';
import { rule } from '../../tests/tools/policy-fixture.ts';
import { GroupId, OrgId } from '../ids.ts';
import { alwaysBlocked, PolicyBundle } from './bundle.ts';
import type { Conditions } from './conditions.ts';
import type { IntentActor, IntentFacts } from './facts.ts';
import { matchRule } from './match.ts';
import { actorGroupsNamed, targetGroupsNamed } from './named-groups.ts';
import type { Policy } from './rule.ts';

const now = '2026-11-26T12:00:00Z';
const itGroup = GroupId.parse('it');
const sales = GroupId.parse('sales');
const emma = (more: Partial<IntentActor>): IntentActor => ({ accountId: null, identityType: 'managed', ...more });
const match = (when: Conditions, more: Partial<IntentFacts>) =>
  matchRule(
    rule('r', { when }),
    {
      intent: 'invite',
      actor: emma({}),
      targets: [],
      product: null,
      cloudId: null,
      verifiedDomains: [],
      ...more,
    },
    now,
  );

describe('roles of whoever acts', () => {
  const asks = (when: Conditions['actorRoles'], actor: Partial<IntentActor>) =>
    match({ actorRoles: when }, { actor: emma(actor) });

  it('match by one that is certain, whatever else is open', () => {
    expect(asks(['site-admin', 'agent'], { roles: ['agent'], openRoles: ['site-admin'] })).toBe('match');
  });
  it('stay unknown where the one that is asked for is open', () => {
    expect(asks(['site-admin'], { roles: ['agent'], openRoles: ['site-admin'] })).toBe('unknown');
    expect(asks(['site-admin'], { roles: null })).toBe('unknown');
  });
  it('fail where every one that is asked for is certainly not held', () => {
    expect(asks(['org-admin'], { roles: ['agent'], openRoles: ['site-admin'] })).toBe('no-match');
    expect(asks(['org-admin'], { roles: [] })).toBe('no-match');
  });
});

describe('keys of projects and spaces', () => {
  it('have no case', () => {
    expect(match({ containers: ['ops'] }, { container: 'OPS' })).toBe('match');
    expect(match({ containers: ['OPS', '~Emma'] }, { container: '~emma' })).toBe('match');
    expect(match({ containers: ['OPS'] }, { container: 'OPS2' })).toBe('no-match');
    expect(match({ containers: ['OPS'] }, { container: null })).toBe('unknown');
  });
});

describe('groups that a policy names', () => {
  const rules = [
    rule('a', { when: { actorGroups: [sales], targetGroups: [itGroup] } }),
    rule('b', { when: { actorGroupsExcept: [itGroup, sales] }, enabled: false }),
  ];
  it('are those of all its rules, each once, about the actor apart from those about others', () => {
    expect(actorGroupsNamed({ rules })).toEqual(['it', 'sales']);
    expect(targetGroupsNamed({ rules })).toEqual(['it']);
  });
});

describe('what is closed for somebody on the network', () => {
  const policy: Policy = {
    version: 1,
    rules: [rule('outside-it', { when: { intents: ['join'], actorGroupsExcept: [itGroup] } })],
    defaultOutcome: 'allow',
    onUnknown: 'block',
    breakGlass: [],
  };
  const organization = { orgId: OrgId.parse('o'), name: 'Acme', domains: [], sites: [] };
  const closed = (actor: Partial<IntentActor>, of = policy) =>
    alwaysBlocked({ organization, actor: emma(actor), policy: of }, now);

  it('hangs on the groups they are in', () => {
    expect(closed({ groups: [] })).toEqual(['join']);
    expect(closed({ groups: [itGroup] })).toEqual([]);
  });
  it('is left to the page where their groups are not known', () => {
    expect(closed({ groups: null })).toEqual([]);
    expect(closed({})).toEqual([]);
  });
  it('hangs on their roles, and is left to the page where the role is open', () => {
    const agents: Policy = {
      ...policy,
      rules: [rule('agents', { when: { intents: ['join'], actorRoles: ['agent'] } })],
    };
    expect(closed({ roles: ['agent'], openRoles: ['site-admin'] }, agents)).toEqual(['join']);
    expect(closed({ roles: [], openRoles: ['agent'] }, agents)).toEqual([]);
    expect(closed({ roles: [], openRoles: [] }, agents)).toEqual([]);
  });
  it('goes on with a bundle from before groups and roles were told: they are unknown then, not none', () => {
    const old = { organization, actor: { accountId: null, identityType: 'managed' }, policy };
    expect(PolicyBundle.parse(old).actor).toEqual({
      accountId: null,
      identityType: 'managed',
      groups: null,
      roles: null,
      openRoles: [],
    });
  });
});
