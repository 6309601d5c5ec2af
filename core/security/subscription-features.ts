import { z } from 'zod';
import { because, type Reason } from '../reason.ts';

/** State of the organization's Access/Guard subscription; Atlassian calls the subscription Guard today, Access before. */
export const Subscription = z.enum(['active', 'trial', 'ended', 'none', 'unknown']);
export type Subscription = z.infer<typeof Subscription>;

export const SecurityFeature = z.enum([
  'domain-verification',
  'own-two-step',
  'single-sign-on',
  'user-provisioning',
  'authentication-policies',
  'enforced-two-step',
  'password-policy',
  'external-user-policy',
  'mobile-app-management',
  'api-token-controls',
  'product-discovery',
  'organization-audit-log',
  'casb',
  'organization-insights',
  'priority-support',
]);
export type SecurityFeature = z.infer<typeof SecurityFeature>;

export interface FeatureFacts {
  readonly name: string;
  readonly needsSubscription: boolean;
  /** Whether turning it on counts as the first feature of a trial. */
  readonly isPolicy: boolean;
  readonly what: string;
  /** False when pages of Atlassian differ about it or are old. */
  readonly verified: boolean;
}

const paid = (name: string, what: string, more: Partial<FeatureFacts> = {}): FeatureFacts => ({
  name,
  needsSubscription: true,
  isPolicy: true,
  what,
  verified: true,
  ...more,
});

/** What the subscription brings and what is free (sections 1 and 5 of the domain). */
export const securityFeatures: Readonly<Record<SecurityFeature, FeatureFacts>> = {
  'domain-verification': paid(
    'Domain verification',
    'Proves that a domain is ours, so that its accounts can be claimed.',
    {
      needsSubscription: false,
      isPolicy: false,
    },
  ),
  'own-two-step': paid('Two-step verification of one’s own account', 'Anybody may turn it on for their own account.', {
    needsSubscription: false,
    isPolicy: false,
  }),
  'single-sign-on': paid(
    'Single sign-on',
    'Managed people sign in through the identity provider (SAML or Google). With self-signup on, the first sign-in creates the account.',
  ),
  'user-provisioning': paid(
    'User provisioning (SCIM)',
    'The identity provider creates, updates and deactivates people and groups.',
  ),
  'authentication-policies': paid(
    'Authentication policies',
    'Several policies, each for some of the managed accounts.',
  ),
  'enforced-two-step': paid('Enforced two-step verification', 'Managed people must have a second step to sign in.', {
    verified: false,
  }),
  'password-policy': paid('Password policy', 'A minimum strength and an expiry for passwords.', { verified: false }),
  'external-user-policy': paid('External user policy', 'External people prove who they are before they see our data.'),
  'mobile-app-management': paid('Mobile app management', 'Rules for screenshots, copying, export and devices.'),
  'api-token-controls': paid('API token controls', 'Who may create tokens, which exist, and revoking them.'),
  'product-discovery': paid('Automatic product discovery', 'Finds apps that managed people created outside IT.'),
  'organization-audit-log': paid('Organization audit log', 'Who did what and when in administration.', {
    isPolicy: false,
  }),
  casb: paid(
    'CASB and SIEM',
    'Skyhigh (formerly McAfee MVISION), Microsoft Defender and others receive the audit log.',
    {
      isPolicy: false,
    },
  ),
  'organization-insights': paid('Organization insights', 'How much Jira and Confluence are used.', { isPolicy: false }),
  'priority-support': paid(
    'Priority support',
    'Atlassian answers critical issues within an hour, weekends included, and others within 24 hours on weekdays. Gatehouse shows health facts instead of a promise.',
    { isPolicy: false },
  ),
};

export interface FeatureAvailability {
  readonly available: 'yes' | 'no' | 'unknown';
  readonly reason: Reason;
}

/** Whether the organization may use a feature with the subscription it has. */
export function featureAvailability(feature: SecurityFeature, subscription: Subscription): FeatureAvailability {
  const { name, needsSubscription } = securityFeatures[feature];
  if (!needsSubscription)
    return { available: 'yes', reason: because('free', `${name} is free; it needs no subscription.`) };
  if (subscription === 'unknown')
    return {
      available: 'unknown',
      reason: because(
        'subscription-unknown',
        `${name} needs Atlassian Guard; whether there is a subscription is not known.`,
      ),
    };
  if (subscription === 'active' || subscription === 'trial')
    return {
      available: 'yes',
      reason: because(
        subscription === 'trial' ? 'in-trial' : 'subscribed',
        `${name} comes with the ${subscription === 'trial' ? '30-day trial' : 'subscription'} of Atlassian Guard.`,
      ),
    };
  return {
    available: 'no',
    reason: because('no-subscription', `${name} needs Atlassian Guard, which this organization does not have now.`),
  };
}
