import { z } from 'zod';
import { because, type Reason } from '../reason.ts';

/** One person as the identity provider and the organization see them; `null` is not known. */
export const ProvisioningFacts = z.object({
  /** Whether the account belongs to a directory that an identity provider syncs. */
  synced: z.boolean().nullable(),
  atProvider: z.enum(['active', 'deactivated', 'absent']).nullable(),
  inOrganization: z.enum(['active', 'deactivated', 'absent']).nullable(),
  /** Groups that the identity provider syncs and that give a product role. */
  syncedProductGroups: z.number().int().nonnegative().nullable(),
  lastSyncAt: z.iso.datetime().nullable(),
});
export type ProvisioningFacts = z.infer<typeof ProvisioningFacts>;

export interface ProvisioningView {
  readonly state:
    | 'in-step'
    | 'leaver-still-active'
    | 'not-created-yet'
    | 'only-in-organization'
    | 'not-synced'
    | 'unknown';
  /** Whether the account is on the Access/Guard bill because of its life at the identity provider. */
  readonly onTheBill: 'yes' | 'no' | 'unknown';
  /** Whether product access comes by itself. */
  readonly productAccess: 'through-synced-groups' | 'none-by-sync' | 'unknown';
  readonly reasons: readonly Reason[];
  readonly todo: string | null;
}

/**
 * Whether SCIM provisioning has done its part for one person (section 5 of the domain): deactivated at the identity provider means
 * deactivated in the organization and off the bill; new people get products through their synced groups.
 */
export function provisioningOf(facts: ProvisioningFacts): ProvisioningView {
  const bill = { active: 'yes', deactivated: 'no', absent: 'no' } as const;
  const groups = facts.syncedProductGroups;
  const view = (state: ProvisioningView['state'], reason: Reason, todo: string | null = null): ProvisioningView => ({
    state,
    onTheBill: facts.inOrganization === null ? 'unknown' : bill[facts.inOrganization],
    productAccess: groups === null ? 'unknown' : groups > 0 ? 'through-synced-groups' : 'none-by-sync',
    reasons: [reason],
    todo,
  });
  const { synced, atProvider, inOrganization } = facts;
  if (synced === null)
    return view('unknown', because('sync-unknown', 'Whether an identity provider syncs this account is not known.'));
  if (!synced)
    return view(
      'not-synced',
      because('not-synced', 'No identity provider syncs this account: it must be deactivated by hand.'),
    );
  if (atProvider === null || inOrganization === null)
    return view('unknown', because('state-unknown', 'The account’s state at one of the two sides is not known.'));
  if (atProvider !== 'active' && inOrganization === 'active')
    return atProvider === 'deactivated'
      ? view(
          'leaver-still-active',
          because(
            'leaver-still-active',
            'Deactivated at the identity provider, but still active here and on the bill.',
          ),
          'Start a sync at the identity provider, or suspend the account in Directory > Users.',
        )
      : view(
          'only-in-organization',
          because('only-in-organization', 'The identity provider does not know this account, but it is active here.'),
          'Add the person at the identity provider, or remove the account.',
        );
  if (atProvider === 'active' && inOrganization !== 'active')
    return view(
      'not-created-yet',
      because(
        'not-created-yet',
        'Active at the identity provider, but not active here. It follows with the next sync.',
      ),
      'Wait for the next sync of the identity provider, as often as hourly.',
    );
  return view(
    'in-step',
    atProvider === 'active'
      ? because('active-on-both', 'Active at the identity provider and here.')
      : because('gone-on-both', 'Deactivated at the identity provider and here, and off the bill.'),
  );
}

export interface FirstSignIn {
  readonly account: 'created-at-first-sign-in' | 'must-exist-before' | 'unknown';
  readonly reason: Reason;
}

/** Whether single sign-on creates the Atlassian account of somebody new (just-in-time), which it does with self-signup on. */
export function firstSignIn(singleSignOn: boolean | null, selfSignup: boolean | null): FirstSignIn {
  if (singleSignOn === false || selfSignup === false)
    return {
      account: 'must-exist-before',
      reason: because('no-just-in-time', 'Single sign-on with self-signup is not on, so the account must exist first.'),
    };
  if (singleSignOn === null || selfSignup === null)
    return {
      account: 'unknown',
      reason: because('not-known', 'Whether single sign-on and self-signup are on is not known.'),
    };
  return {
    account: 'created-at-first-sign-in',
    reason: because('just-in-time', 'The first sign-in through the identity provider creates the Atlassian account.'),
  };
}
