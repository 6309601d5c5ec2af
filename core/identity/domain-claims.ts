import { z } from 'zod';
import type { DomainStatus } from '../organization/organization.ts';
import { because, type Reason } from '../reason.ts';

/** Which accounts of a verified domain the organization wants to manage. */
export const ClaimScope = z.enum(['all', 'chosen', 'unknown']);
export type ClaimScope = z.infer<typeof ClaimScope>;

export interface DomainStanding {
  /** Whether accounts of the domain can be claimed now. */
  readonly canClaim: boolean;
  /** Whether an account that is not claimed is a gap to close; null when nobody has told us what is wanted. */
  readonly unclaimedIsGap: boolean | null;
  readonly reasons: readonly Reason[];
}

const notVerified: Readonly<Record<Exclude<DomainStatus, 'verified'>, (name: string) => Reason>> = {
  unverified: (name) =>
    because('domain-unverified', `Nobody has proven yet that ${name} is yours: verify it by DNS or HTTPS.`),
  missing_token: (name) =>
    because(
      'domain-token-missing',
      `Atlassian no longer finds the proof for ${name}: put the DNS record or file back.`,
    ),
  superseded: (name) =>
    because('domain-superseded', `Another verification has taken the place of this one for ${name}.`),
  deleted: (name) => because('domain-deleted', `${name} was removed from the organization.`),
};

const scopes: Readonly<Record<ClaimScope, { readonly gap: boolean | null; readonly reason: Reason }>> = {
  all: {
    gap: true,
    reason: because('claim-all', 'Every account of the domain should be claimed: one that is not claimed is a gap.'),
  },
  chosen: {
    gap: false,
    reason: because(
      'claim-chosen',
      'Only chosen accounts of the domain are claimed: the others are left out on purpose.',
    ),
  },
  unknown: {
    gap: null,
    reason: because('claim-scope-unknown', 'Whether all accounts of the domain should be claimed has not been said.'),
  },
};

/**
 * What the state of a domain and the wanted claims mean for accounts on it (sections 1 and 2 of the domain). Verifying is
 * free; security policy reaches claimed accounts only, and enforcing it needs the subscription.
 */
export function domainStanding(domain: { name: string; status: DomainStatus }, scope: ClaimScope): DomainStanding {
  if (domain.status !== 'verified')
    return { canClaim: false, unclaimedIsGap: false, reasons: [notVerified[domain.status](domain.name)] };
  const { gap, reason } = scopes[scope];
  return {
    canClaim: true,
    unclaimedIsGap: gap,
    reasons: [because('domain-verified', `${domain.name} is verified.`), reason],
  };
}

export interface PolicyReach {
  /** Null when it is not known. */
  readonly reached: boolean | null;
  readonly reason: Reason;
}

/**
 * Whether the organization's authentication policies reach an account (sections 1 and 4 of the domain).
 * @param claimed null when not known
 * @param subscription whether the organization has Access or Guard, a trial included; null when not known
 */
export function policyReach(claimed: boolean | null, subscription: boolean | null): PolicyReach {
  if (claimed === false)
    return { reached: false, reason: because('not-claimed', 'Security policy applies to claimed accounts only.') };
  if (subscription === false)
    return {
      reached: false,
      reason: because('no-subscription', 'Verifying a domain is free, but enforcing policy needs Atlassian Guard.'),
    };
  if (claimed === null)
    return { reached: null, reason: because('claim-unknown', 'Whether the account is claimed is not known.') };
  if (subscription === null)
    return {
      reached: null,
      reason: because('subscription-unknown', 'Whether the organization has Atlassian Guard is not known.'),
    };
  return {
    reached: true,
    reason: because('claimed-and-subscribed', 'The account is claimed and Atlassian Guard is there.'),
  };
}
