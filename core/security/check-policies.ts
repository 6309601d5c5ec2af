import type { AuthenticationPolicy, PolicyMembership } from './authentication-policy.ts';

/** What is wrong with a set of policies. `path` names the place; an `error` cannot be true at Atlassian, a `warning` can. */
export interface PolicyFault {
  readonly code: string;
  readonly level: 'error' | 'warning';
  readonly path: string;
  /** What is wrong and what to do instead. */
  readonly message: string;
}

const fault = (level: PolicyFault['level'], code: string, path: string, message: string): PolicyFault => ({
  code,
  level,
  path,
  message,
});

/**
 * Faults of recorded authentication policies and their members, in the order of what was given (section 5 of the domain): one
 * default at most for each identity provider directory, each managed account in exactly one policy, a test policy before
 * roll-out. Empty when all is well.
 */
export function checkAuthenticationPolicies(
  policies: readonly AuthenticationPolicy[],
  memberships: readonly PolicyMembership[],
): PolicyFault[] {
  return [...policyFaults(policies), ...membershipFaults(policies, memberships)];
}

function policyFaults(policies: readonly AuthenticationPolicy[]): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const ids = new Set<string>();
  const defaultOf = new Map<string, string>();
  for (const [index, policy] of policies.entries()) {
    const at = `policies.${index}`;
    if (ids.has(policy.id))
      faults.push(fault('error', 'same-id', `${at}.id`, `The id ${policy.id} is used twice. Remove one of them.`));
    ids.add(policy.id);
    if (!policy.isDefault) continue;
    const earlier = defaultOf.get(policy.directoryId);
    if (earlier === undefined) defaultOf.set(policy.directoryId, policy.name);
    else
      faults.push(
        fault(
          'error',
          'two-defaults',
          `${at}.isDefault`,
          `${policy.name} and ${earlier} are both default for ${policy.directoryId}. Keep one as the default.`,
        ),
      );
    if (policy.isTest)
      faults.push(
        fault(
          'error',
          'test-is-default',
          `${at}.isTest`,
          `${policy.name} is a test policy and would cover every new account. Make another policy the default.`,
        ),
      );
    if (!policy.billable)
      faults.push(
        fault(
          'warning',
          'default-not-billable',
          `${at}.billable`,
          `Every new account lands in ${policy.name}, which is non-billable and protects nobody. Check that this is wanted.`,
        ),
      );
  }
  for (const [index, policy] of policies.entries())
    if (!defaultOf.has(policy.directoryId) && policies.findIndex((p) => p.directoryId === policy.directoryId) === index)
      faults.push(
        fault(
          'warning',
          'no-default',
          `policies.${index}.directoryId`,
          `No default is recorded for ${policy.directoryId}: accounts that nobody assigned have no known policy. Mark its default.`,
        ),
      );
  return faults;
}

function membershipFaults(
  policies: readonly AuthenticationPolicy[],
  memberships: readonly PolicyMembership[],
): PolicyFault[] {
  const known = new Set(policies.map(({ id }) => id));
  const first = new Map<string, string>();
  return memberships.flatMap(({ accountId, policyId }, index) => {
    const at = `memberships.${index}`;
    const faults: PolicyFault[] = [];
    if (!known.has(policyId))
      faults.push(
        fault(
          'error',
          'no-such-policy',
          `${at}.policyId`,
          `There is no policy ${policyId}. Record it or correct the id.`,
        ),
      );
    const other = first.get(accountId);
    if (other === undefined) first.set(accountId, policyId);
    else if (other !== policyId)
      faults.push(
        fault(
          'error',
          'account-in-two-policies',
          `${at}.accountId`,
          `${accountId} is in ${other} and in ${policyId}; an account has exactly one policy. Remove it from one.`,
        ),
      );
    return faults;
  });
}
