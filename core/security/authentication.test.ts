import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  policyId as id,
  openSettings,
  authenticationPolicy as policy,
  policySubject as subject,
} from '../../tests/tools/authentication-fixture.ts';
import { IdentityType } from '../identity/types.ts';
import { AuthenticationPolicy, isAtLeast, PasswordStrength, PolicyMembership } from './authentication-policy.ts';
import { checkAuthenticationPolicies } from './check-policies.ts';
import { coveringPolicy, type PolicySubject } from './covering-policy.ts';
import { enforcementOf } from './enforcement.ts';

describe('AuthenticationPolicy', () => {
  it.each([
    [{ name: '' }, {}, 'name', 'Give the policy the name'],
    [{ directoryId: '' }, {}, 'directoryId', 'write "local"'],
    [{}, { idleSessionMinutes: 0 }, 'settings.idleSessionMinutes', 'whole number of minutes'],
    [{}, { idleSessionMinutes: 1.5 }, 'settings.idleSessionMinutes', 'whole number of minutes'],
  ])('refuses %o %o and says what to do', (given, set, path, message) => {
    const parsed = AuthenticationPolicy.safeParse({ ...policy(), ...given, settings: { ...openSettings, ...set } });
    expect(parsed.error?.issues.find((issue) => issue.path.join('.') === path)?.message).toContain(message);
  });

  it('refuses an expiry below one day', () => {
    expect(
      AuthenticationPolicy.safeParse({ ...policy(), settings: { ...openSettings, passwordExpiryDays: 0 } }).success,
    ).toBe(false);
    expect(policy({}, { passwordExpiryDays: 1, idleSessionMinutes: 1 }).settings.passwordExpiryDays).toBe(1);
  });
});

describe('isAtLeast', () => {
  it('compares by order, each being at least itself', () => {
    for (const [index, strength] of PasswordStrength.options.entries())
      for (const [other, minimum] of PasswordStrength.options.entries())
        expect(isAtLeast(strength, minimum)).toBe(index >= other);
  });
});

describe('coveringPolicy', () => {
  const codes = (given: Partial<PolicySubject>, ...policies: AuthenticationPolicy[]) => {
    const { outcome, how, policy: found, reasons } = coveringPolicy(subject(given), policies);
    return [outcome, found?.id ?? null, how, ...reasons.map(({ code }) => code)];
  };
  const everybody = policy({ id: 'd', isDefault: true });

  it('takes one policy that is listed twice for one', () => {
    expect(codes({ policyIds: [id('p'), id('p')] }, policy())).toEqual(['covered', 'p', 'assigned', 'assigned']);
  });

  it('does not fall back to the default for an assignment that it cannot read', () => {
    expect(codes({ policyIds: [id('gone')] }, everybody)).toEqual(['unknown', null, null, 'policy-not-described']);
    expect(codes({ policyIds: null }, everybody)).toEqual(['unknown', null, null, 'assignment-unknown']);
  });

  it('does not choose between two defaults', () => {
    expect(codes({ policyIds: [] }, everybody, policy({ id: 'e', isDefault: true }))).toEqual([
      'unknown',
      null,
      null,
      'several-defaults',
    ]);
  });

  it('takes only the default of the same directory', () => {
    const other = policy({ id: 'e', isDefault: true, directoryId: 'entra' });
    expect(codes({ policyIds: [] }, other, policy(), everybody)).toEqual(['covered', 'd', 'default', 'default']);
    expect(codes({ policyIds: [] }, other, policy())).toEqual(['unknown', null, null, 'no-default']);
  });

  it('says why apps are not covered', () => {
    expect(codes({ identityType: 'app' }, policy())).toEqual(['not-covered', null, null, 'app-not-covered']);
  });

  it('covers only managed accounts, and always says why', () => {
    const ids = fc.constantFrom(id('p'), id('d'), id('gone'));
    fc.assert(
      fc.property(
        fc.constantFrom(...IdentityType.options),
        fc.option(fc.constantFrom('okta', 'entra'), { nil: null }),
        fc.option(fc.array(ids, { maxLength: 3 }), { nil: null }),
        (identityType, directoryId, policyIds) => {
          const answer = coveringPolicy({ identityType, directoryId, policyIds }, [policy(), everybody]);
          expect(answer.reasons.length).toBeGreaterThan(0);
          expect(answer.policy !== null).toBe(answer.outcome === 'covered');
          if (answer.outcome === 'covered') expect(identityType).toBe('managed');
          if (identityType === 'unknown') expect(answer.outcome).toBe('unknown');
        },
      ),
    );
  });
});

describe('checkAuthenticationPolicies', () => {
  const faults = (policies: AuthenticationPolicy[], members: [string, string][] = []) =>
    checkAuthenticationPolicies(
      policies,
      members.map(([accountId, policyId]) => PolicyMembership.parse({ accountId, policyId })),
    ).map(({ code, path }) => `${path} ${code}`);
  const main = policy({ id: 'a', isDefault: true });

  it('names the place of each fault', () => {
    expect(faults([main, policy({ id: 'a' })])).toEqual(['policies.1.id same-id']);
    expect(faults([main, policy({ id: 'b', isDefault: true, isTest: true, billable: false })])).toEqual([
      'policies.1.isDefault two-defaults',
      'policies.1.isTest test-is-default',
      'policies.1.billable default-not-billable',
    ]);
    expect(faults([main, policy({ id: 'b', directoryId: 'x' }), policy({ id: 'c', directoryId: 'x' })])).toEqual([
      'policies.1.directoryId no-default',
    ]);
  });

  it('lets tests and non-billable policies be that are no default', () => {
    expect(faults([main, policy({ id: 'b', isTest: true, billable: false })])).toEqual([]);
  });

  it('counts an account that is listed twice in one policy once', () => {
    const both = [main, policy({ id: 'b' })];
    expect(
      faults(both, [
        ['emma', 'a'],
        ['emma', 'a'],
      ]),
    ).toEqual([]);
    expect(
      faults(both, [
        ['emma', 'a'],
        ['otto', 'b'],
        ['emma', 'b'],
        ['emma', 'z'],
      ]),
    ).toEqual([
      'memberships.2.accountId account-in-two-policies',
      'memberships.3.policyId no-such-policy',
      'memberships.3.accountId account-in-two-policies',
    ]);
  });

  it('says what to do', () => {
    const strict = policy({ id: 'b', name: 'Strict', isDefault: true, isTest: true, billable: false });
    const members = [
      { accountId: 'emma', policyId: 'a' },
      { accountId: 'emma', policyId: 'z' },
    ].map((member) => PolicyMembership.parse(member));
    const policies = [main, strict, policy({ id: 'a', directoryId: 'google' })];
    expect(checkAuthenticationPolicies(policies, members).map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'error: Strict and Everybody are both default for okta. Keep one as the default.',
      'error: Strict is a test policy and would cover every new account. Make another policy the default.',
      'warning: Every new account lands in Strict, which is non-billable and protects nobody. Check that this is wanted.',
      'error: The id a is used twice. Remove one of them.',
      'warning: No default is recorded for google: accounts that nobody assigned have no known policy. Mark its default.',
      'error: There is no policy z. Record it or correct the id.',
      'error: emma is in a and in z; an account has exactly one policy. Remove it from one.',
    ]);
  });
});

describe('enforcementOf', () => {
  it.each([
    ['active', 'enforced'],
    ['trial', 'enforced'],
    ['ended', 'not-enforced'],
    ['none', 'not-enforced'],
    ['unknown', 'unknown'],
  ] as const)('with the subscription %s is %s, and never for a non-billable policy', (subscription, state) => {
    expect(enforcementOf(policy(), subscription).state).toBe(state);
    expect(enforcementOf(policy({ billable: false }), subscription)).toMatchObject({
      state: 'not-enforced',
      reason: { code: 'non-billable' },
    });
  });
});
