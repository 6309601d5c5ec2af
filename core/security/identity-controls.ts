import { z } from 'zod';
import { controlsByType } from '../identity/controls.ts';
import type { IdentityType } from '../identity/types.ts';
import { because, type Reason } from '../reason.ts';

/** What an organization can control about an account (section 2 of the domain, controls table). */
export const IdentityControl = z.enum(['profile', 'sign-in', 'provisioning']);
export type IdentityControl = z.infer<typeof IdentityControl>;

export interface AvailableControl {
  readonly control: IdentityControl;
  readonly available: 'yes' | 'limited' | 'no' | 'unknown';
  /** Settings or operations that there are, by name. */
  readonly settings: readonly string[];
  readonly reason: Reason;
}

interface Words {
  readonly available: AvailableControl['available'];
  readonly code: string;
  readonly text: string;
}

const words: Readonly<Record<'managed' | 'external' | 'portal-only', Readonly<Record<IdentityControl, Words>>>> = {
  managed: {
    profile: {
      available: 'yes',
      code: 'domain-verified',
      text: 'The organization has proved that the domain is its own, so its admins edit the profile.',
    },
    'sign-in': {
      available: 'yes',
      code: 'authentication-policy',
      text: 'An authentication policy says how managed people sign in.',
    },
    provisioning: {
      available: 'yes',
      code: 'provider-sync',
      text: 'The identity provider creates, updates and deactivates the account.',
    },
  },
  external: {
    profile: {
      available: 'no',
      code: 'profile-not-ours',
      text: 'The account is not ours, so the profile cannot be edited; external user security can be enforced.',
    },
    'sign-in': {
      available: 'limited',
      code: 'external-user-policy',
      text: 'An external user policy decides how external people reach our data.',
    },
    provisioning: {
      available: 'limited',
      code: 'provider-sync-limited',
      text: 'The identity provider syncs external people for the operations that Atlassian supports.',
    },
  },
  'portal-only': {
    profile: {
      available: 'no',
      code: 'not-an-atlassian-account',
      text: 'It is not an Atlassian account: the profile cannot be edited, security settings can be enforced.',
    },
    'sign-in': {
      available: 'limited',
      code: 'portal-customer-settings',
      text: 'Sign-in settings for portal customers offer single sign-on and password.',
    },
    provisioning: {
      available: 'limited',
      code: 'no-provider-sync',
      text: 'No identity provider creates portal-only customers: they sign up themselves, or an agent invites them.',
    },
  },
};

const settingsOf = (type: IdentityType, control: IdentityControl): readonly string[] => {
  const there = controlsByType[type];
  if (there === null) return [];
  if (control === 'profile') return there.editProfile ? ['edit-profile'] : [];
  return control === 'sign-in' ? there.signIn : there.provisioning;
};

/** Which controls there are for an identity type, in the order profile, sign-in, provisioning, each with the reason. */
export function availableControls(type: IdentityType): AvailableControl[] {
  return IdentityControl.options.map((control) => {
    const { available, code, text }: Words =
      type === 'app'
        ? {
            available: 'no',
            code: 'app-account',
            text: 'An app or bot is not a person: none of these controls applies.',
          }
        : type === 'unknown'
          ? {
              available: 'unknown',
              code: 'identity-unknown',
              text: 'What can be controlled depends on the type, which is not known.',
            }
          : words[type][control];
    return { control, available, settings: settingsOf(type, control), reason: because(code, text) };
  });
}
