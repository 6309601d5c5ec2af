import type { IdentityType } from './types.ts';

export interface Controls {
  /** Whether an organization admin edits name, address and so on. */
  readonly editProfile: boolean;
  readonly signIn: readonly SignInControl[];
  /** Where it is set. */
  readonly through: 'authentication-policy' | 'external-user-policy' | 'portal-authentication-settings' | null;
  readonly provisioning: readonly Provisioning[];
}

export type SignInControl =
  | 'single-sign-on'
  | 'two-step-verification'
  | 'third-party-login'
  | 'password'
  | 'session-length'
  | 'step-up-verification'
  | 'api-token-access';

/** `synced` creates, updates and deactivates; `synced-where-supported` only what Atlassian supports for external users. */
export type Provisioning = 'synced' | 'synced-where-supported' | 'self-sign-up' | 'agent-invites';

/** What an organization can govern of each type of identity (section 2 of the domain; Atlassian: "account differences"). */
export const controlsByType: Readonly<Record<IdentityType, Controls | null>> = {
  managed: {
    editProfile: true,
    signIn: ['single-sign-on', 'two-step-verification', 'third-party-login', 'password', 'session-length'],
    through: 'authentication-policy',
    provisioning: ['synced'],
  },
  external: {
    editProfile: false,
    signIn: ['step-up-verification', 'session-length', 'api-token-access'],
    through: 'external-user-policy',
    provisioning: ['synced-where-supported'],
  },
  'portal-only': {
    editProfile: false,
    signIn: ['single-sign-on', 'password'],
    through: 'portal-authentication-settings',
    provisioning: ['self-sign-up', 'agent-invites'],
  },
  // Atlassian's table has no column for apps, and of somebody unknown nothing can be said.
  app: null,
  unknown: null,
};
