import { AuthenticationPolicy, PolicyId, type PolicySubject } from '../../core/security/index.ts';

export const policyId = (text: string): PolicyId => PolicyId.parse(text);

/** The settings of a policy that demands nothing, as somebody writes them. */
export const openSettings = {
  singleSignOn: 'none',
  twoStep: 'optional',
  passwordStrength: 'fair',
  passwordExpiryDays: 'never',
  idleSessionMinutes: 60,
  apiTokens: 'allowed',
};

/** A policy that demands nothing, but for what is said otherwise. */
export const authenticationPolicy = (
  given: Record<string, unknown> = {},
  set: Record<string, unknown> = {},
): AuthenticationPolicy =>
  AuthenticationPolicy.parse({
    id: 'p',
    name: 'Everybody',
    directoryId: 'okta',
    isDefault: false,
    isTest: false,
    billable: true,
    ...given,
    settings: { ...openSettings, ...set },
  });

/** A managed person of that policy. */
export const policySubject = (given: Partial<PolicySubject> = {}): PolicySubject => ({
  identityType: 'managed',
  directoryId: 'okta',
  policyIds: [policyId('p')],
  ...given,
});
