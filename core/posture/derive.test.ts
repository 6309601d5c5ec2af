import { describe, expect, it } from 'vitest';
import { CloudId } from '../ids.ts';
import type { AccessPathId } from './access-path.ts';
import { deriveState } from './derive.ts';
import { type PostureFacts, unknownFacts } from './facts.ts';

const of = (path: AccessPathId, facts: Partial<PostureFacts> = {}) => deriveState(path, { ...unknownFacts, ...facts });
type Group = NonNullable<PostureFacts['groups']>[number];
const group = (given: Partial<Group>): Group => ({
  name: 'devs',
  synced: true,
  isDefault: false,
  seatProducts: ['confluence'],
  ...given,
});
type Seats = NonNullable<PostureFacts['seats']>[number];
const seats = (given: Partial<Seats>): Seats => ({
  product: 'jira-software',
  cloudId: CloudId.parse('one'),
  plan: 'free',
  used: 4,
  freeLimit: 10,
  ...given,
});
type Approved = NonNullable<PostureFacts['approvedDomains']>[number];
const domain = (given: Partial<Approved>): Approved => ({
  domain: 'acme.example',
  serviceManagementRole: 'user',
  adminApproval: true,
  ...given,
});

describe('deriveState', () => {
  it('says nothing about paths that facts do not tell', () => {
    expect(of('user-invites')).toBeNull();
    expect(of('new-apps-and-trials')).toBeNull();
    expect(of('other-organizations', { managedElsewhere: 0 })).toBeNull();
  });

  it.each([
    'admin-roles',
    'default-groups',
    'synced-groups',
    'approved-domain-jsm-invite',
    'accounts-on-our-domain',
    'free-plan-edge',
  ] as const)('%s is unknown without facts', (path) => {
    expect(of(path)?.state).toBe('unknown');
  });

  it('opens on one discovered app or one account elsewhere', () => {
    expect(of('new-apps-and-trials', { discoveredOutsideIt: 1 })?.state).toBe('open');
    expect(of('other-organizations', { managedElsewhere: 1 })?.state).toBe('open');
  });
});

describe('admin roles', () => {
  const none = { holders: 0, outsideIt: null };
  const roles = { organizationAdmin: none, siteAdmin: none, userAccessAdmin: none, trustedUser: none };

  it('needs no count outside IT where nobody holds the role', () => {
    expect(of('admin-roles', { adminRoles: roles })?.state).toBe('closed');
  });

  it.each([
    ['organizationAdmin', 'organization admin'],
    ['siteAdmin', 'site admin'],
    ['userAccessAdmin', 'user access admin'],
    ['trustedUser', 'Trusted user'],
  ] as const)('names %s when somebody outside IT holds it, or when nobody counted it', (role, name) => {
    const outside = of('admin-roles', { adminRoles: { ...roles, [role]: { holders: null, outsideIt: 2 } } });
    expect(outside).toMatchObject({ state: 'open', reasons: [{ text: `2 people outside IT hold the role ${name}.` }] });
    const unknown = of('admin-roles', { adminRoles: { ...roles, [role]: { holders: null, outsideIt: null } } });
    expect(unknown).toMatchObject({
      state: 'unknown',
      reasons: [{ text: `Who holds these roles is not known: ${name}.` }],
    });
  });

  it('is open with one Trusted user, whoever it is, and says both reasons', () => {
    const trusted = of('admin-roles', {
      adminRoles: { ...roles, trustedUser: { holders: 1, outsideIt: 0 }, siteAdmin: { holders: 3, outsideIt: 3 } },
    });
    expect(trusted?.reasons.map(({ code }) => code)).toEqual(['trusted-users', 'admins-outside-it']);
  });
});

describe('default groups', () => {
  const state = (...groups: Group[]) => of('default-groups', { groups })?.state;

  it('is open for a default group with two products, even beside one that is unclear', () => {
    const wide = group({ isDefault: true, seatProducts: ['confluence', 'jira-software'] });
    expect(state(wide)).toBe('open');
    expect(state(group({ isDefault: true, seatProducts: null }), wide)).toBe('open');
  });

  it('is closed for default groups with one or no product, and whatever other groups give', () => {
    expect(state()).toBe('closed');
    expect(state(group({ isDefault: true }), group({ isDefault: true, seatProducts: [] }))).toBe('closed');
    expect(state(group({ seatProducts: ['confluence', 'jira-software'] }), group({ seatProducts: null }))).toBe(
      'closed',
    );
    expect(state(group({ isDefault: null }))).toBe('closed');
  });

  it('is unknown when what a default group gives is not known', () => {
    expect(state(group({ isDefault: true, seatProducts: null }))).toBe('unknown');
    expect(state(group({ isDefault: null, seatProducts: null }))).toBe('unknown');
    expect(state(group({ isDefault: null, seatProducts: ['confluence', 'jira-software'] }))).toBe('unknown');
  });

  it('names the groups', () => {
    const wide = group({ name: 'all', isDefault: true, seatProducts: ['confluence', 'jira-software'] });
    const text = of('default-groups', { groups: [wide, { ...wide, name: 'more' }, group({ isDefault: true })] })
      ?.reasons[0]?.text;
    expect(text).toContain('several apps: all, more.');
  });
});

describe('synced groups', () => {
  const state = (...groups: Group[]) => of('synced-groups', { groups })?.state;

  it('is open when one group with a seat is changed by hand', () => {
    expect(state(group({}), group({ synced: false }))).toBe('open');
    expect(state(group({ synced: null }), group({ synced: false }))).toBe('open');
  });

  it('is closed when all that give a seat are synced', () => {
    expect(state(group({}), group({ seatProducts: null }))).toBe('closed');
    expect(state(group({ synced: false, seatProducts: [] }), group({ synced: null, seatProducts: [] }))).toBe('closed');
  });

  it('is unknown when one may be changed by hand', () => {
    expect(state(group({ synced: null }))).toBe('unknown');
    expect(state(group({ synced: false, seatProducts: null }))).toBe('unknown');
  });

  it('names the groups that are changed by hand', () => {
    const text = of('synced-groups', {
      groups: [group({ synced: false }), group({ name: 'ops', synced: false }), group({ name: 'ok' })],
    })?.reasons[0]?.text;
    expect(text).toContain('at Atlassian: devs, ops.');
  });
});

describe('approved domain and customer invitation', () => {
  const state = (internalCustomers: boolean | null, ...approvedDomains: Approved[]) =>
    of('approved-domain-jsm-invite', { internalCustomers, approvedDomains })?.state;

  it('is open for the role User or Customer with Internal on, whether or not approval is required', () => {
    expect(state(true, domain({}))).toBe('open');
    expect(state(true, domain({ serviceManagementRole: 'customer', adminApproval: false }))).toBe('open');
    expect(state(true, domain({ serviceManagementRole: null }), domain({}))).toBe('open');
  });

  it('is closed with Internal off, whatever is approved', () => {
    expect(state(false, domain({}))).toBe('closed');
    expect(of('approved-domain-jsm-invite', { internalCustomers: false })?.state).toBe('closed');
  });

  it('is closed when no approved domain gives a role, whatever Internal says', () => {
    expect(state(null)).toBe('closed');
    expect(state(true, domain({ serviceManagementRole: 'none' }))).toBe('closed');
    expect(state(true, domain({ domain: 'ANYONE' }))).toBe('closed');
    expect(state(true, domain({ domain: 'ANYONE', serviceManagementRole: 'none', adminApproval: false }))).toBe(
      'closed',
    );
  });

  it('is unknown while a part is', () => {
    expect(of('approved-domain-jsm-invite', { internalCustomers: true })?.state).toBe('unknown');
    expect(state(null, domain({}))).toBe('unknown');
    expect(state(true, domain({ serviceManagementRole: null }))).toBe('unknown');
    expect(state(true, domain({ domain: 'ANYONE', adminApproval: null }))).toBe('unknown');
    expect(state(true, domain({ domain: 'ANYONE', serviceManagementRole: null, adminApproval: false }))).toBe(
      'unknown',
    );
  });

  it('names the domains that give an account', () => {
    const text = of('approved-domain-jsm-invite', {
      internalCustomers: true,
      approvedDomains: [
        domain({}),
        domain({ domain: 'b.example', serviceManagementRole: 'none' }),
        domain({ domain: 'c.example' }),
      ],
    })?.reasons[0]?.text;
    expect(text).toContain('invited on acme.example, c.example get');
  });
});

describe('accounts on our domain', () => {
  it('is open from the first unclaimed account on', () => {
    expect(of('accounts-on-our-domain', { unclaimedOnVerifiedDomains: 1 })?.state).toBe('open');
    expect(of('accounts-on-our-domain', { unclaimedOnVerifiedDomains: 0 })?.state).toBe('closed');
  });
});

describe('the end of a free plan', () => {
  const answer = (...given: Seats[]) => of('free-plan-edge', { seats: given });

  it('is open at the limit and beyond, and names the app and its seats', () => {
    expect(answer(seats({ used: 10 }))?.reasons[0]?.text).toBe('The next person starts a paid trial: Jira 10 of 10.');
    expect(answer(seats({ used: 11 }))?.state).toBe('open');
    expect(answer(seats({ plan: null }), seats({ used: 10 }))?.state).toBe('open');
  });

  it('says how many seats are left in the tightest plan', () => {
    expect(answer(seats({ used: 4 }), seats({ used: 9 }))).toMatchObject({
      state: 'closed',
      reasons: [{ text: '1 seat is left before a free plan ends.' }],
    });
  });

  it('does not mind other plans, even when their seats are unknown', () => {
    expect(answer(seats({ plan: 'standard', used: null, freeLimit: null }))?.reasons[0]?.code).toBe('no-free-plan');
    expect(answer(seats({ plan: 'premium', used: 99 }))?.state).toBe('closed');
    expect(answer()?.state).toBe('closed');
  });

  it('is unknown while the plan, the seats or the limit is', () => {
    expect(answer(seats({ plan: null }))?.state).toBe('unknown');
    expect(answer(seats({ used: null }))?.state).toBe('unknown');
    expect(answer(seats({ freeLimit: null, used: 50 }))?.state).toBe('unknown');
  });
});
