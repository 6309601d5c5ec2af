import { because, type Reason } from '../reason.ts';
import type { AuthenticationPolicy } from './authentication-policy.ts';
import type { Subscription } from './subscription-features.ts';

export interface Enforcement {
  readonly state: 'enforced' | 'not-enforced' | 'unknown';
  readonly reason: Reason;
}

/**
 * Whether Atlassian applies a policy's settings at all: members of a non-billable policy are off the bill and not protected,
 * and without a subscription nothing is enforced (sections 1, 4 and 5 of the domain).
 */
export function enforcementOf(policy: AuthenticationPolicy, subscription: Subscription): Enforcement {
  if (!policy.billable)
    return {
      state: 'not-enforced',
      reason: because(
        'non-billable',
        `${policy.name} is non-billable: its members are not on the Guard bill and Guard does not protect them.`,
      ),
    };
  if (subscription === 'unknown')
    return {
      state: 'unknown',
      reason: because(
        'subscription-unknown',
        'Whether there is a Guard subscription that enforces policies is not known.',
      ),
    };
  if (subscription === 'active' || subscription === 'trial')
    return { state: 'enforced', reason: because('enforced', `Atlassian Guard enforces ${policy.name}.`) };
  return {
    state: 'not-enforced',
    reason: because('no-subscription', 'Without a Guard subscription no policy is enforced.'),
  };
}
