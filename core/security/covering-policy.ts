import type { IdentityType } from '../identity/types.ts';
import { because, type Reason } from '../reason.ts';
import type { AuthenticationPolicy, PolicyId } from './authentication-policy.ts';

/** What is known of an account's place in the policies. */
export interface PolicySubject {
  readonly identityType: IdentityType;
  /** The identity provider directory that the account belongs to; null when not known. */
  readonly directoryId: string | null;
  /** Policies it was put into: `[]` none, `null` not known. */
  readonly policyIds: readonly PolicyId[] | null;
}

export interface Coverage {
  readonly outcome: 'covered' | 'not-covered' | 'unknown';
  readonly policy: AuthenticationPolicy | null;
  readonly how: 'assigned' | 'default' | null;
  readonly reasons: readonly Reason[];
}

const notCovered: Record<Exclude<IdentityType, 'managed' | 'unknown'>, Reason> = {
  external: because(
    'external-not-covered',
    'Authentication policies cover managed accounts only. External people fall under the external user policy.',
  ),
  'portal-only': because(
    'portal-only-not-covered',
    'A portal-only customer is not an Atlassian account; the sign-in settings for portal customers apply instead.',
  ),
  app: because('app-not-covered', 'Apps and bots do not sign in, so no authentication policy covers them.'),
};

/**
 * Which authentication policy covers an account: the one it was put into, else the default of its identity provider directory
 * (section 5 of the domain). Only managed accounts are covered. Missing or contradictory facts give `unknown`, never a guess.
 */
export function coveringPolicy(subject: PolicySubject, policies: readonly AuthenticationPolicy[]): Coverage {
  const unknown = (code: string, text: string): Coverage => ({
    outcome: 'unknown',
    policy: null,
    how: null,
    reasons: [because(code, text)],
  });
  const covered = (policy: AuthenticationPolicy, how: 'assigned' | 'default', reason: Reason): Coverage => ({
    outcome: 'covered',
    policy,
    how,
    reasons: policy.isTest ? [reason, because('test-policy', `${policy.name} is a test policy.`)] : [reason],
  });

  if (subject.identityType === 'unknown')
    return unknown('identity-unknown', 'Whether this account is managed is not known, so neither is its policy.');
  if (subject.identityType !== 'managed')
    return { outcome: 'not-covered', policy: null, how: null, reasons: [notCovered[subject.identityType]] };
  if (subject.policyIds === null)
    return unknown('assignment-unknown', 'Which policy this account was put into has not been read yet.');

  const assigned = [...new Set(subject.policyIds)];
  if (assigned.length > 1)
    return unknown(
      'several-policies',
      `The account is listed in ${assigned.length} policies, but Atlassian keeps each managed account in exactly one. Read the members again.`,
    );
  const only = assigned[0];
  if (only !== undefined) {
    const policy = policies.find(({ id }) => id === only);
    return policy
      ? covered(policy, 'assigned', because('assigned', `The account was put into the policy ${policy.name}.`))
      : unknown('policy-not-described', `The account is in policy ${only}, whose settings nobody has recorded yet.`);
  }

  if (subject.directoryId === null)
    return unknown('directory-unknown', 'The account is in no named policy and its identity provider is not known.');
  const defaults = policies.filter((policy) => policy.isDefault && policy.directoryId === subject.directoryId);
  const fallback = defaults[0];
  if (!fallback)
    return unknown('no-default', `No default policy is recorded for the directory ${subject.directoryId}.`);
  if (defaults.length > 1)
    return unknown('several-defaults', `The directory ${subject.directoryId} is recorded with more than one default.`);
  return covered(
    fallback,
    'default',
    because('default', `Nobody chose a policy for this account, so the default ${fallback.name} covers it.`),
  );
}
