import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authenticationPolicy as policy, policySubject as subject } from '../../tests/tools/authentication-fixture.ts';
import { accountCompliance, SignInFacts, securityPrompt } from './account-compliance.ts';
import { PasswordStrength } from './authentication-policy.ts';
import { type ControlState, controlResult, overallState } from './control-state.ts';
import { coveringPolicy, type PolicySubject } from './covering-policy.ts';
import { Subscription } from './subscription-features.ts';

const now = '2026-11-21T09:00:00.000Z';
const signIn = (given: Partial<SignInFacts> = {}): SignInFacts => ({
  method: 'password',
  twoStep: true,
  passwordStrength: 'strong',
  passwordChangedAt: '2026-11-11T09:00:00Z',
  apiTokens: 0,
  ...given,
});

describe('overallState', () => {
  const of = (...states: ControlState[]) =>
    overallState(states.map((state) => controlResult('c', state, 'code', 'Text.')));
  it('is as bad as the worst, and not required when nothing is', () => {
    expect(of('compliant', 'unknown', 'not-compliant')).toBe('not-compliant');
    expect(of('compliant', 'unknown', 'not-required')).toBe('unknown');
    expect(of('not-required', 'compliant')).toBe('compliant');
    expect(of('not-required')).toBe('not-required');
    expect(of()).toBe('not-required');
  });
});

describe('accountCompliance', () => {
  const of = (set: Record<string, unknown>, facts: Partial<SignInFacts> = {}, given: Record<string, unknown> = {}) =>
    accountCompliance(coveringPolicy(subject(), [policy(given, set)]), 'active', signIn(facts), now);
  const control = (name: string, set: Record<string, unknown>, facts: Partial<SignInFacts> = {}) => {
    const found = of(set, facts).controls.find((one) => one.control === name);
    return `${found?.state} ${found?.reason.code}`;
  };

  it.each([
    ['single-sign-on', { singleSignOn: null }, {}, 'unknown setting-unknown'],
    ['single-sign-on', { singleSignOn: 'none' }, {}, 'not-required not-required'],
    ['single-sign-on', { singleSignOn: 'saml' }, { method: 'sso' }, 'compliant signs-in-with-sso'],
    ['single-sign-on', { singleSignOn: 'google' }, { method: 'third-party' }, 'not-compliant signs-in-without-sso'],
    ['single-sign-on', { singleSignOn: 'saml' }, { method: null }, 'unknown fact-unknown'],
    ['two-step', { twoStep: null }, {}, 'unknown setting-unknown'],
    ['two-step', { twoStep: 'optional' }, { twoStep: null }, 'not-required not-required'],
    ['two-step', { twoStep: 'required' }, { twoStep: true }, 'compliant two-step-on'],
    ['two-step', { twoStep: 'required' }, { twoStep: false }, 'not-compliant two-step-off'],
    ['two-step', { twoStep: 'required' }, { twoStep: null }, 'unknown fact-unknown'],
    ['password-strength', { passwordStrength: null }, {}, 'unknown setting-unknown'],
    ['password-strength', { passwordStrength: 'strong' }, {}, 'compliant strong-enough'],
    ['password-strength', { passwordStrength: 'excellent' }, {}, 'not-compliant too-weak'],
    ['password-strength', {}, { passwordStrength: null }, 'unknown fact-unknown'],
    [
      'password-strength',
      { singleSignOn: 'saml' },
      { method: 'sso', passwordStrength: null },
      'compliant password-not-used',
    ],
    [
      'password-strength',
      { singleSignOn: 'saml' },
      { method: 'password', passwordStrength: null },
      'unknown fact-unknown',
    ],
    ['password-strength', { singleSignOn: 'none' }, { method: 'sso', passwordStrength: null }, 'unknown fact-unknown'],
    ['password-strength', { singleSignOn: null }, { method: 'sso', passwordStrength: null }, 'unknown fact-unknown'],
    ['password-expiry', { passwordExpiryDays: null }, {}, 'unknown setting-unknown'],
    ['password-expiry', { passwordExpiryDays: 'never' }, { passwordChangedAt: null }, 'not-required not-required'],
    ['password-expiry', { passwordExpiryDays: 10 }, {}, 'compliant recent-enough'],
    ['password-expiry', { passwordExpiryDays: 9 }, {}, 'not-compliant too-old'],
    ['password-expiry', { passwordExpiryDays: 9 }, { passwordChangedAt: null }, 'unknown fact-unknown'],
    [
      'password-expiry',
      { passwordExpiryDays: 9, singleSignOn: 'google' },
      { method: 'sso' },
      'compliant password-not-used',
    ],
    ['idle-session', { idleSessionMinutes: null }, {}, 'unknown setting-unknown'],
    ['idle-session', {}, {}, 'compliant applied-by-atlassian'],
    ['api-tokens', { apiTokens: null }, {}, 'unknown setting-unknown'],
    ['api-tokens', { apiTokens: 'allowed' }, { apiTokens: 5 }, 'not-required not-required'],
    ['api-tokens', { apiTokens: 'blocked' }, {}, 'compliant no-tokens'],
    ['api-tokens', { apiTokens: 'blocked' }, { apiTokens: 1 }, 'not-compliant tokens-although-blocked'],
    ['api-tokens', { apiTokens: 'blocked' }, { apiTokens: null }, 'unknown fact-unknown'],
  ] satisfies [
    string,
    Record<string, unknown>,
    Partial<SignInFacts>,
    string,
  ][])('%s with %o and %o is %s', (name, set, facts, answer) => {
    expect(control(name, set, facts)).toBe(answer);
  });

  it('counts tokens in words', () => {
    const text = (count: number) => of({ apiTokens: 'blocked' }, { apiTokens: count }).controls.at(-1)?.reason.text;
    expect(text(1)).toContain('has 1 API token although');
    expect(text(2)).toContain('has 2 API tokens although');
  });

  it('asks nothing of whom no policy covers, and knows nothing of whom it cannot place', () => {
    const answer = (given: Partial<PolicySubject>) =>
      accountCompliance(coveringPolicy(subject(given), [policy()]), 'active', signIn(), now);
    expect(answer({ identityType: 'external' })).toMatchObject({ state: 'not-required', controls: [] });
    expect(answer({ identityType: 'unknown' })).toMatchObject({ state: 'unknown', controls: [] });
  });

  it('calls nobody compliant without an enforced policy and known facts', () => {
    const facts = fc.record({
      method: fc.constantFrom(null, 'sso' as const, 'password' as const, 'third-party' as const),
      twoStep: fc.option(fc.boolean(), { nil: null }),
      passwordStrength: fc.constantFrom(null, ...PasswordStrength.options),
      passwordChangedAt: fc.constantFrom(null, '2026-11-11T09:00:00Z', '2020-01-01T00:00:00Z'),
      apiTokens: fc.option(fc.nat({ max: 3 }), { nil: null }),
    });
    const set = fc.record({
      singleSignOn: fc.constantFrom(null, 'saml', 'google', 'none'),
      twoStep: fc.constantFrom(null, 'required', 'optional'),
      passwordStrength: fc.constantFrom(null, ...PasswordStrength.options),
      passwordExpiryDays: fc.constantFrom(null, 'never', 30),
      idleSessionMinutes: fc.constantFrom(null, 60),
      apiTokens: fc.constantFrom(null, 'allowed', 'blocked'),
    });
    fc.assert(
      fc.property(
        facts,
        set,
        fc.constantFrom(...Subscription.options),
        fc.boolean(),
        (known, asked, subscription, billable) => {
          const coverage = coveringPolicy(subject(), [policy({ billable }, asked)]);
          const answer = accountCompliance(coverage, subscription, SignInFacts.parse(known), now);
          expect(answer.reasons.length).toBeGreaterThan(0);
          if (answer.state === 'compliant') {
            expect(billable).toBe(true);
            expect(['active', 'trial']).toContain(subscription);
            expect(answer.controls.some(({ state }) => state === 'unknown' || state === 'not-compliant')).toBe(false);
          }
          const prompt = securityPrompt(answer, 'Everybody');
          expect(prompt !== null).toBe(answer.state === 'not-compliant');
        },
      ),
    );
  });
});

describe('securityPrompt', () => {
  it('names the policy and one task for each control that fails', () => {
    const set = {
      singleSignOn: 'saml',
      twoStep: 'required',
      passwordStrength: 'excellent',
      passwordExpiryDays: 1,
      apiTokens: 'blocked',
    };
    const coverage = coveringPolicy(subject(), [policy({}, set)]);
    const compliance = accountCompliance(coverage, 'active', signIn({ twoStep: false, apiTokens: 1 }), now);
    expect(securityPrompt(compliance, 'Everybody')).toMatchObject({
      title: 'Your account does not meet the policy Everybody yet',
      tasks: [
        'Sign out, then sign in again with your company account.',
        'Turn on two-step verification in the security settings of your Atlassian account.',
        'Choose a stronger password in the security settings of your Atlassian account.',
        'Change your password in the security settings of your Atlassian account.',
        'Revoke your API tokens in the security settings of your Atlassian account, or ask IT for an exception.',
      ],
    });
  });
});

describe('words', () => {
  const said = (set: Record<string, unknown>, facts: Partial<SignInFacts>) =>
    accountCompliance(coveringPolicy(subject(), [policy({}, set)]), 'active', signIn(facts), now).controls.map(
      ({ control, reason }) => `${control}: ${reason.text}`,
    );
  const strict = {
    singleSignOn: 'saml',
    twoStep: 'required',
    passwordStrength: 'strong',
    passwordExpiryDays: 90,
    apiTokens: 'blocked',
  };

  it('say of every control what is not known of the person', () => {
    const nothing = { method: null, twoStep: null, passwordStrength: null, passwordChangedAt: null, apiTokens: null };
    expect(said(strict, nothing)).toEqual([
      'single-sign-on: How this person signs in is not known.',
      'two-step: Whether two-step verification is on is not known.',
      'password-strength: The strength of the password is not known.',
      'password-expiry: When the password was changed is not known.',
      'idle-session: Atlassian signs out after 60 idle minutes.',
      'api-tokens: Whether this account has API tokens is not known.',
    ]);
  });

  it('say of every control that it holds', () => {
    expect(said({ ...strict, singleSignOn: 'none' }, {})).toEqual([
      'single-sign-on: The policy does not ask for this.',
      'two-step: Two-step verification is on.',
      'password-strength: The password is strong enough.',
      'password-expiry: The password is not older than 90 days.',
      'idle-session: Atlassian signs out after 60 idle minutes.',
      'api-tokens: The account has no API tokens.',
    ]);
    expect(said(strict, { method: 'sso' }).slice(2, 4)).toEqual([
      'password-strength: Signs in through the identity provider, without a password here.',
      'password-expiry: Signs in through the identity provider, without a password here.',
    ]);
  });

  it('say of every control that nobody recorded what it asks for', () => {
    const unrecorded = Object.fromEntries([...Object.keys(strict), 'idleSessionMinutes'].map((name) => [name, null]));
    expect(new Set(said(unrecorded, {}).map((text) => text.replace(/^.*?: /, '')))).toEqual(
      new Set(['What the policy asks for here has not been recorded yet.']),
    );
  });
});
