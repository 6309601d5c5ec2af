import { z } from 'zod';
import { IdentityType } from '../../../core/identity/index.ts';
import { AccountId } from '../../../core/ids.ts';
import type { Reason } from '../../../core/reason.ts';
import {
  ApiToken,
  AuthenticationPolicy,
  AuthenticationSettings,
  accountCompliance,
  availableControls,
  type ControlResult,
  checkAuthenticationPolicies,
  checkExternalUserPolicies,
  checkMobilePolicies,
  coveringPolicy,
  DiscoveredProduct,
  DiscoveryLimits,
  discoveryFinding,
  ExternalUserPolicy,
  externalUserPolicyOf,
  externalUserPrompt,
  featureAvailability,
  firstSignIn,
  MobileDevice,
  MobilePolicy,
  mobileCompliance,
  mobilePolicyOf,
  PolicyId,
  PolicyMembership,
  PortalCustomerSignIn,
  ProvisioningFacts,
  portalSignIn,
  provisioningOf,
  SecurityFeature,
  SignInFacts,
  Subscription,
  securityFeatures,
  securityPrompt,
  sortedDiscoveries,
  sortedTokens,
  TokenLimits,
  tokenReport,
} from '../../../core/security/index.ts';
import { step, type TableStep } from '../step.ts';

const now = z.iso.datetime().default('2026-11-21T09:00:00Z');
const codes = (reasons: readonly Reason[]): string[] => reasons.map(({ code }) => code);
const accountId = AccountId.default(AccountId.parse('712020:somebody'));
const id = PolicyId.default(PolicyId.parse('policy'));

const states = (controls: readonly ControlResult[]): Record<string, string> =>
  Object.fromEntries(controls.map(({ control, state }) => [control, state]));

const settings = AuthenticationSettings.extend({
  singleSignOn: AuthenticationSettings.shape.singleSignOn.default('none'),
  twoStep: AuthenticationSettings.shape.twoStep.default('optional'),
  passwordStrength: AuthenticationSettings.shape.passwordStrength.default('weak'),
  passwordExpiryDays: AuthenticationSettings.shape.passwordExpiryDays.default('never'),
  idleSessionMinutes: AuthenticationSettings.shape.idleSessionMinutes.default(480),
  apiTokens: AuthenticationSettings.shape.apiTokens.default('allowed'),
}).prefault({});

const policy = AuthenticationPolicy.extend({
  id,
  name: z.string().default('Policy'),
  directoryId: z.string().default('okta'),
  isDefault: z.boolean().default(false),
  isTest: z.boolean().default(false),
  billable: z.boolean().default(true),
  settings,
});

const subject = z.strictObject({
  identityType: IdentityType.default('managed'),
  directoryId: z.string().nullable().default('okta'),
  policyIds: z.array(PolicyId).nullable().default([]),
});

const signIn = z
  .strictObject({
    method: SignInFacts.shape.method.default('password'),
    twoStep: SignInFacts.shape.twoStep.default(true),
    passwordStrength: SignInFacts.shape.passwordStrength.default('strong'),
    passwordChangedAt: SignInFacts.shape.passwordChangedAt.default('2026-11-01T09:00:00Z'),
    apiTokens: SignInFacts.shape.apiTokens.default(0),
  })
  .prefault({});

const externalPolicy = ExternalUserPolicy.extend({
  id,
  name: z.string().default('External'),
  appliesTo: ExternalUserPolicy.shape.appliesTo.default({ kind: 'everybody' }),
  verification: ExternalUserPolicy.shape.verification.default('one-time-passcode'),
  sessionMinutes: ExternalUserPolicy.shape.sessionMinutes.default(60),
  apiTokens: ExternalUserPolicy.shape.apiTokens.default('blocked'),
});

const token = ApiToken.extend({
  id: z.string().default('token'),
  label: z.string().default('Script'),
  accountId,
  owner: ApiToken.shape.owner.default('active'),
  status: ApiToken.shape.status.default('allowed'),
  createdAt: ApiToken.shape.createdAt.default('2026-11-01T09:00:00Z'),
  lastUsedAt: ApiToken.shape.lastUsedAt.default('2026-11-20T09:00:00Z'),
  expiresAt: ApiToken.shape.expiresAt.default('2027-02-01T09:00:00Z'),
  ownerMustUse: z
    .strictObject({
      singleSignOn: z.boolean().nullable().default(false),
      twoStep: z.boolean().nullable().default(false),
    })
    .prefault({}),
  creationBlockedSince: ApiToken.shape.creationBlockedSince.default('allowed'),
});

const mobilePolicy = MobilePolicy.extend({
  id,
  name: z.string().default('Mobile'),
  appliesTo: MobilePolicy.shape.appliesTo.default({ kind: 'organization' }),
  devices: MobilePolicy.shape.devices.default('all'),
  blockScreenshots: MobilePolicy.shape.blockScreenshots.default(false),
  blockCopy: MobilePolicy.shape.blockCopy.default(false),
  blockExport: MobilePolicy.shape.blockExport.default(false),
  requireEncryption: MobilePolicy.shape.requireEncryption.default(false),
  minimumOs: MobilePolicy.shape.minimumOs.default({ ios: null, android: null }),
});

const device = MobileDevice.extend({
  accountId,
  identityType: IdentityType.default('managed'),
  managed: MobileDevice.shape.managed.default(true),
  platform: MobileDevice.shape.platform.default('ios'),
  osVersion: MobileDevice.shape.osVersion.default('18.0'),
  encrypted: MobileDevice.shape.encrypted.default(true),
}).prefault({});

const discovered = DiscoveredProduct.extend({
  id: z.string().default('product'),
  product: z.string().default('Jira'),
  siteHost: DiscoveredProduct.shape.siteHost.default('shadow.atlassian.net'),
  admin: DiscoveredProduct.shape.admin.default('Emma'),
  createdByManaged: DiscoveredProduct.shape.createdByManaged.default(true),
  knownToIt: DiscoveredProduct.shape.knownToIt.default(false),
  users: DiscoveredProduct.shape.users.default(3),
  createdAt: DiscoveredProduct.shape.createdAt.default('2026-10-01T09:00:00Z'),
  lastActiveAt: DiscoveredProduct.shape.lastActiveAt.default('2026-11-20T09:00:00Z'),
});

const provisioning = z.strictObject({
  synced: ProvisioningFacts.shape.synced.default(true),
  atProvider: ProvisioningFacts.shape.atProvider.default('active'),
  inOrganization: ProvisioningFacts.shape.inOrganization.default('active'),
  syncedProductGroups: ProvisioningFacts.shape.syncedProductGroups.default(1),
  lastSyncAt: ProvisioningFacts.shape.lastSyncAt.default(null),
});

const problem = ({ code, level, path }: { code: string; level: string; path: string }) => ({ code, level, path });

export const securitySteps: Readonly<Record<string, TableStep>> = {
  /** Which authentication policy covers an account. */
  'security.covering-policy': step(
    z.strictObject({ account: subject, policies: z.array(policy).default([]) }),
    ({ account, policies }) => {
      const { outcome, policy: found, how, reasons } = coveringPolicy(account, policies);
      return { outcome, policy: found?.id ?? null, how, reasons: codes(reasons) };
    },
  ),
  /** Whether a set of policies can be true. */
  'security.check-policies': step(
    z.strictObject({ policies: z.array(policy), memberships: z.array(PolicyMembership).default([]) }),
    ({ policies, memberships }) => checkAuthenticationPolicies(policies, memberships).map(problem),
  ),
  /** How an account stands to the policy it was put into, and what the person is asked to do. */
  'security.account-compliance': step(
    z.strictObject({
      account: subject
        .extend({
          policyIds: z
            .array(PolicyId)
            .nullable()
            .default([PolicyId.parse('policy')]),
        })
        .prefault({}),
      policy: policy.prefault({}),
      subscription: Subscription.default('active'),
      signIn,
      now,
    }),
    (given) => {
      const coverage = coveringPolicy(given.account, [given.policy]);
      const compliance = accountCompliance(coverage, given.subscription, given.signIn, given.now);
      return {
        state: compliance.state,
        controls: states(compliance.controls),
        reasons: codes(compliance.reasons),
        prompt: securityPrompt(compliance, given.policy.name)?.reasons.map(({ code }) => code) ?? null,
      };
    },
  ),
  /** Which external user policy applies, and what the person meets. */
  'security.external-policy': step(
    z.strictObject({
      account: z
        .strictObject({
          accountId,
          identityType: IdentityType.default('external'),
          email: z.string().nullable().default(null),
        })
        .prefault({}),
      policies: z.array(externalPolicy).default([]),
    }),
    ({ account, policies }) => {
      const { outcome, policy: found, reasons } = externalUserPolicyOf(account, policies);
      return {
        outcome,
        policy: found?.id ?? null,
        reasons: codes(reasons),
        prompt: found ? externalUserPrompt(found) : null,
        faults: checkExternalUserPolicies(policies).map(problem),
      };
    },
  ),
  /** What is wrong with API tokens, in the order of the list. */
  'security.api-tokens': step(
    z.strictObject({ tokens: z.array(token), limits: TokenLimits.prefault({}), now }),
    ({ tokens, limits, now: at }) =>
      sortedTokens(tokens.map((one) => tokenReport(one, limits, at))).map((report) => ({
        token: report.tokenId,
        state: report.state,
        severity: report.severity,
        findings: report.findings.map(({ reason }) => reason.code),
        notKnown: report.notKnown,
        action: report.action,
      })),
  ),
  /** Which mobile app policy applies to a device and whether the device meets it. */
  'security.mobile': step(
    z.strictObject({ device, policies: z.array(mobilePolicy).default([]) }),
    ({ device: phone, policies }) => {
      const { outcome, policy: found, reasons } = mobilePolicyOf(phone, policies);
      const compliance = found ? mobileCompliance(phone, found) : null;
      return {
        outcome,
        policy: found?.id ?? null,
        reasons: codes(reasons),
        state: compliance?.state ?? null,
        controls: compliance ? states(compliance.controls) : {},
        faults: checkMobilePolicies(policies).map(problem),
      };
    },
  ),
  /** Products that discovery found, the most urgent first. */
  'security.discovered-products': step(
    z.strictObject({ products: z.array(discovered), limits: DiscoveryLimits.prefault({}), now }),
    ({ products, limits, now: at }) =>
      sortedDiscoveries(products.map((one) => discoveryFinding(one, limits, at))).map((finding) => ({
        product: finding.productId,
        state: finding.state,
        severity: finding.severity,
        reasons: codes(finding.reasons),
      })),
  ),
  /** How portal-only customers sign in. */
  'security.portal-sign-in': step(
    z.strictObject({
      singleSignOn: PortalCustomerSignIn.shape.singleSignOn,
      password: PortalCustomerSignIn.shape.password,
    }),
    (given) => {
      const { method, reasons } = portalSignIn(given);
      return { method, reasons: codes(reasons) };
    },
  ),
  /** What provisioning has done for one person. */
  'security.provisioning': step(provisioning, (given) => {
    const { state, onTheBill, productAccess, reasons, todo } = provisioningOf(given);
    return { state, onTheBill, productAccess, reasons: codes(reasons), toDo: todo !== null };
  }),
  /** Whether single sign-on creates the account of somebody new. */
  'security.first-sign-in': step(
    z.strictObject({ singleSignOn: z.boolean().nullable(), selfSignup: z.boolean().nullable() }),
    ({ singleSignOn, selfSignup }) => {
      const { account, reason } = firstSignIn(singleSignOn, selfSignup);
      return { account, reason: reason.code };
    },
  ),
  /** What an organization can control about an identity type. */
  'security.identity-controls': step(z.strictObject({ type: IdentityType }), ({ type }) =>
    Object.fromEntries(
      availableControls(type).map(({ control, available, settings: there, reason }) => [
        control,
        { available, settings: there, reason: reason.code },
      ]),
    ),
  ),
  /** Whether a security feature is there with the subscription at hand. */
  'security.feature': step(
    z.strictObject({ feature: SecurityFeature, subscription: Subscription.default('active') }),
    ({ feature, subscription }) => {
      const { available, reason } = featureAvailability(feature, subscription);
      const { needsSubscription, verified } = securityFeatures[feature];
      return { available, needsSubscription, verified, reason: reason.code };
    },
  ),
};
