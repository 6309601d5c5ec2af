import { z } from 'zod';
import { AccountId } from '../ids.ts';

export const PolicyId = z.string().min(1).max(128).brand<'PolicyId'>();
export type PolicyId = z.infer<typeof PolicyId>;

/** Weakest first. Unverified: Atlassian's pages say "minimum strength" without listing the levels. */
export const PasswordStrength = z.enum(['weak', 'fair', 'good', 'strong', 'excellent']);
export type PasswordStrength = z.infer<typeof PasswordStrength>;

export const isAtLeast = (strength: PasswordStrength, minimum: PasswordStrength): boolean =>
  PasswordStrength.options.indexOf(strength) >= PasswordStrength.options.indexOf(minimum);

const wholeDays = 'Write a whole number of days, at least 1, or "never".';
const wholeMinutes = 'Write a whole number of minutes, at least 1.';

/** What a policy asks for. `null` everywhere means that the setting is not known, which is different from "off". */
export const AuthenticationSettings = z.object({
  /** How sign-in is enforced: through SAML, through Google Workspace, or not at all. */
  singleSignOn: z.enum(['saml', 'google', 'none']).nullable(),
  twoStep: z.enum(['required', 'optional']).nullable(),
  passwordStrength: PasswordStrength.nullable(),
  passwordExpiryDays: z.union([z.number().int(wholeDays).min(1, wholeDays), z.literal('never')]).nullable(),
  idleSessionMinutes: z.number().int(wholeMinutes).min(1, wholeMinutes).nullable(),
  /** Whether members may create API tokens. */
  apiTokens: z.enum(['allowed', 'blocked']).nullable(),
});
export type AuthenticationSettings = z.infer<typeof AuthenticationSettings>;

/**
 * One authentication policy of an organization (section 5 of the domain). No API lists policies: an administrator writes them
 * down or the extension reads them on Security > Authentication policies.
 */
export const AuthenticationPolicy = z.object({
  id: PolicyId,
  name: z.string().min(1, 'Give the policy the name that it has in Atlassian Administration.'),
  /** The identity provider directory whose accounts it is for; `local` stands for accounts without one. */
  directoryId: z.string().min(1, 'Name the identity provider directory; write "local" when there is none.'),
  isDefault: z.boolean(),
  /** Tries settings on a few people before everybody gets them. */
  isTest: z.boolean(),
  /** Members of a non-billable policy are off the Access/Guard bill, and not protected by it. */
  billable: z.boolean(),
  settings: AuthenticationSettings,
});
export type AuthenticationPolicy = z.infer<typeof AuthenticationPolicy>;

/** Who was put into which policy, as `bulk-fetch` of the control API tells it. */
export const PolicyMembership = z.object({ accountId: AccountId, policyId: PolicyId });
export type PolicyMembership = z.infer<typeof PolicyMembership>;
