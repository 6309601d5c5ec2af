import { describe, expect, it } from 'vitest';
import { IdentityType } from '../identity/types.ts';
import { DiscoveredProduct, DiscoveryLimits, discoveryFinding, sortedDiscoveries } from './discovered-product.ts';
import { availableControls, IdentityControl } from './identity-controls.ts';
import { portalSignIn } from './portal-customer-sign-in.ts';
import { firstSignIn, type ProvisioningFacts, provisioningOf } from './provisioning.ts';
import { moreUrgent, Severity, worstOf } from './severity.ts';
import { featureAvailability, SecurityFeature, type Subscription, securityFeatures } from './subscription-features.ts';

const now = '2026-11-21T09:00:00.000Z';
const daysAgo = (days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();

describe('severity', () => {
  it('sorts the more urgent first and finds the worst', () => {
    expect([...Severity.options].reverse().sort(moreUrgent)).toEqual(['high', 'medium', 'low', 'info']);
    expect(worstOf(['low', 'high', 'medium'])).toBe('high');
    expect(worstOf(['medium', 'low'])).toBe('medium');
    expect(worstOf([])).toBe('info');
  });
});

describe('discoveryFinding', () => {
  const raw = {
    id: 'p',
    product: 'Jira',
    siteHost: 'shadow.atlassian.net',
    admin: 'Emma',
    createdByManaged: true,
    knownToIt: false,
    users: 3,
    createdAt: null,
    lastActiveAt: daysAgo(1),
  };
  const limits = DiscoveryLimits.parse({});
  const found = (given: Record<string, unknown> = {}) =>
    discoveryFinding(DiscoveredProduct.parse({ ...raw, ...given }), limits, now);
  const codes = (given: Record<string, unknown>) => found(given).reasons.map(({ code }) => code);

  it.each([
    [0, 'low'],
    [1, 'low'],
    [2, 'medium'],
    [9, 'medium'],
    [10, 'high'],
    [null, 'medium'],
  ])('%s users are %s', (users, severity) => {
    expect(found({ users }).severity).toBe(severity);
  });

  it('names the place, its admin and how many use it', () => {
    expect(found().reasons.map(({ text }) => text)).toEqual([
      'One of our managed people created Jira on shadow.atlassian.net outside IT. Its admin is Emma.',
      '3 people use it.',
    ]);
    expect(found({ siteHost: null, admin: null }).reasons[0]?.text).toBe(
      'One of our managed people created Jira outside IT. Its admin is not known.',
    );
  });

  it('is idle after the limit, and then to be deleted', () => {
    expect(codes({ lastActiveAt: daysAgo(90) })).toEqual(['created-outside-it', 'users']);
    expect(codes({ lastActiveAt: daysAgo(90.1) })).toEqual(['created-outside-it', 'users', 'idle']);
    expect(codes({ lastActiveAt: null })).toEqual(['created-outside-it', 'users', 'activity-unknown']);
    expect(found({ lastActiveAt: daysAgo(91) }).todo).toContain('delete');
    expect(found().todo).toContain('bring it under IT');
    expect(found({ lastActiveAt: null }).todo).toContain('bring it under IT');
  });

  it('is unknown without its origin, and known beats everything', () => {
    expect(found({ knownToIt: null }).state).toBe('unknown');
    expect(found({ createdByManaged: null }).state).toBe('unknown');
    expect(found({ knownToIt: true, createdByManaged: null }).state).toBe('known');
    expect(found({ knownToIt: null, createdByManaged: false }).state).toBe('not-ours');
  });

  it('sorts the most urgent first, then by id', () => {
    const list = [
      found({ id: 'c' }),
      found({ id: 'b' }),
      found({ id: 'd', users: 99 }),
      found({ id: 'a', knownToIt: true }),
    ];
    expect(sortedDiscoveries(list).map(({ productId }) => productId)).toEqual(['d', 'b', 'c', 'a']);
    expect(sortedDiscoveries(list.toReversed()).map(({ productId }) => productId)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('takes limits of at least 1', () => {
    expect(limits).toEqual({ manyUsers: 10, idleAfterDays: 90 });
    expect(DiscoveryLimits.safeParse({ manyUsers: 0 }).success).toBe(false);
    expect(DiscoveryLimits.parse({ manyUsers: 1, idleAfterDays: 1 }).manyUsers).toBe(1);
  });
});

describe('portalSignIn', () => {
  it('always says that it is set apart from Atlassian accounts', () => {
    for (const singleSignOn of [true, false, null])
      for (const password of [true, false, null])
        expect(portalSignIn({ singleSignOn, password }).reasons[1]?.code).toBe('set-apart');
  });

  it('is unknown while either setting is', () => {
    expect(portalSignIn({ singleSignOn: null, password: false }).method).toBe('unknown');
    expect(portalSignIn({ singleSignOn: false, password: null }).method).toBe('unknown');
  });
});

describe('provisioningOf', () => {
  const facts: ProvisioningFacts = {
    synced: true,
    atProvider: 'active',
    inOrganization: 'active',
    syncedProductGroups: 2,
    lastSyncAt: null,
  };
  const code = (given: Partial<ProvisioningFacts>) => provisioningOf({ ...facts, ...given }).reasons[0]?.code;

  it.each([
    ['active', 'active', 'active-on-both'],
    ['active', 'deactivated', 'not-created-yet'],
    ['active', 'absent', 'not-created-yet'],
    ['deactivated', 'active', 'leaver-still-active'],
    ['deactivated', 'deactivated', 'gone-on-both'],
    ['deactivated', 'absent', 'gone-on-both'],
    ['absent', 'active', 'only-in-organization'],
    ['absent', 'deactivated', 'gone-on-both'],
    [null, 'active', 'state-unknown'],
    ['active', null, 'state-unknown'],
  ] as const)('%s at the provider and %s here is %s', (atProvider, inOrganization, expected) => {
    expect(code({ atProvider, inOrganization })).toBe(expected);
  });

  it('has something to do exactly where the sides differ', () => {
    const todo = (given: Partial<ProvisioningFacts>) => provisioningOf({ ...facts, ...given }).todo;
    expect(todo({})).toBeNull();
    expect(todo({ atProvider: 'deactivated' })).toContain('sync');
    expect(todo({ atProvider: 'absent' })).toContain('identity provider');
    expect(todo({ inOrganization: 'absent' })).toContain('next sync');
    expect(todo({ synced: null })).toBeNull();
  });

  it('tells the bill and product access apart from the state', () => {
    expect(provisioningOf({ ...facts, synced: null, inOrganization: 'deactivated' })).toMatchObject({
      state: 'unknown',
      onTheBill: 'no',
    });
    expect(provisioningOf({ ...facts, syncedProductGroups: null }).productAccess).toBe('unknown');
    expect(provisioningOf({ ...facts, syncedProductGroups: 1 }).productAccess).toBe('through-synced-groups');
    expect(code({ synced: null })).toBe('sync-unknown');
    expect(code({ synced: false })).toBe('not-synced');
  });
});

describe('firstSignIn', () => {
  it.each([
    [true, true, 'created-at-first-sign-in'],
    [false, null, 'must-exist-before'],
    [null, false, 'must-exist-before'],
    [null, true, 'unknown'],
    [true, null, 'unknown'],
  ] as const)('single sign-on %s and self-signup %s: %s', (sso, signup, account) => {
    expect(firstSignIn(sso, signup).account).toBe(account);
  });
});

describe('availableControls', () => {
  it.each(IdentityType.options)('answers for %s in one order, each with a reason', (type) => {
    const controls = availableControls(type);
    expect(controls.map(({ control }) => control)).toEqual(IdentityControl.options);
    for (const { reason, available, settings } of controls) {
      expect(reason.text).not.toBe('');
      expect(settings.length > 0).toBe(available === 'yes' || available === 'limited');
    }
  });

  it('lets admins edit the profile of managed accounts only', () => {
    const editable = IdentityType.options.filter((type) => availableControls(type)[0]?.available === 'yes');
    expect(editable).toEqual(['managed']);
    expect(availableControls('managed')[0]?.settings).toEqual(['edit-profile']);
    expect(availableControls('unknown').map(({ available }) => available)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(availableControls('app').map(({ available }) => available)).toEqual(['no', 'no', 'no']);
  });
});

describe('featureAvailability', () => {
  it('needs a subscription for everything but verifying a domain and one’s own second step', () => {
    const free = SecurityFeature.options.filter((feature) => featureAvailability(feature, 'none').available === 'yes');
    expect(free).toEqual(['domain-verification', 'own-two-step']);
    for (const feature of SecurityFeature.options) {
      expect(securityFeatures[feature].needsSubscription).toBe(!free.includes(feature));
      expect(securityFeatures[feature].what).not.toBe('');
    }
  });

  it.each([
    ['active', 'yes', 'comes with the subscription'],
    ['trial', 'yes', 'comes with the 30-day trial'],
    ['ended', 'no', 'does not have now'],
    ['none', 'no', 'does not have now'],
    ['unknown', 'unknown', 'is not known'],
  ] satisfies [Subscription, string, string][])('with the subscription %s is %s', (subscription, available, text) => {
    const answer = featureAvailability('single-sign-on', subscription);
    expect(answer.available).toBe(available);
    expect(answer.reason.text).toContain(text);
  });

  it('marks what newer pages tell differently', () => {
    const unverified = SecurityFeature.options.filter((feature) => !securityFeatures[feature].verified);
    expect(unverified).toEqual(['enforced-two-step', 'password-policy']);
  });

  it('knows which features protect people', () => {
    const others = SecurityFeature.options.filter((feature) => !securityFeatures[feature].isPolicy);
    expect(others).toEqual([
      'domain-verification',
      'own-two-step',
      'organization-audit-log',
      'casb',
      'organization-insights',
      'priority-support',
    ]);
  });
});
