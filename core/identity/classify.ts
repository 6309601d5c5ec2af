import { domainOf, isVerifiedDomain, type Organization } from '../organization/organization.ts';
import { because, type Reason } from '../reason.ts';
import type { AccountFacts } from './account.ts';
import { isPortalOnlyId } from './account-id.ts';
import type { IdentityType, SubState } from './types.ts';

export interface Identity {
  readonly type: IdentityType;
  readonly subStates: readonly SubState[];
  readonly reasons: readonly Reason[];
}

/**
 * How an account stands to an organization (domain.md section 2). Total and deterministic: missing facts give `unknown`
 * with the fact that is missing, never a guess. The same account may be `managed` in one organization and `external` in another.
 */
export function classify(account: AccountFacts, organization: Pick<Organization, 'name' | 'domains'>): Identity {
  const { type, unclaimed, reasons } = typeOf(account, organization);
  return { type, subStates: subStatesOf(account, unclaimed), reasons: [...reasons, ...stateReasons(account)] };
}

interface TypeFinding {
  readonly type: IdentityType;
  readonly unclaimed: boolean;
  readonly reasons: readonly Reason[];
}

function typeOf(account: AccountFacts, organization: Pick<Organization, 'name' | 'domains'>): TypeFinding {
  const found = (type: IdentityType, reason: Reason, unclaimed = false): TypeFinding => ({
    type,
    unclaimed,
    reasons: [reason],
  });

  if (account.accountType === 'app')
    return found('app', because('account-type-app', 'This is an app or bot account. It takes no seat.'));
  if (account.accountType === 'customer')
    return found(
      'portal-only',
      because('account-type-customer', 'This is a portal-only customer, not an Atlassian account. It takes no seat.'),
    );
  // Only when no API has named the type: the id shape is Atlassian's own for portal-only customers.
  if (account.accountType === null && account.claimStatus === null && isPortalOnlyId(account.accountId))
    return found(
      'portal-only',
      because('portal-only-id', 'The account id has the shape of a portal-only customer. It takes no seat.'),
    );

  const domain = account.email === null ? null : domainOf(account.email);
  const verified = domain !== null && isVerifiedDomain(organization, domain);

  if (account.claimStatus === 'managed') {
    if (domain === null)
      return found(
        'managed',
        because('claimed', `${organization.name} has claimed this account; its e-mail address is not visible to us.`),
      );
    if (verified)
      return found(
        'managed',
        because('verified-and-claimed', `${domain} is verified and ${organization.name} has claimed this account.`),
      );
    return found(
      'external',
      because(
        'claimed-domain-not-verified',
        `Atlassian lists this account as claimed, but ${domain} is not a verified domain of ${organization.name}.`,
      ),
    );
  }
  if (account.claimStatus === 'unmanaged') {
    if (verified)
      return found(
        'external',
        because(
          'verified-not-claimed',
          `${domain} is verified, but ${organization.name} has not claimed this account.`,
        ),
        true,
      );
    if (domain === null)
      return found(
        'external',
        because(
          'not-claimed',
          `${organization.name} has not claimed this account; its e-mail address is not visible to us.`,
        ),
      );
    return found('external', because('other-domain', `${domain} is not a verified domain of ${organization.name}.`));
  }
  if (account.accountType === 'atlassian' && domain !== null && !verified)
    return found('external', because('other-domain', `${domain} is not a verified domain of ${organization.name}.`));
  if (account.accountType === 'atlassian' && verified)
    return found(
      'unknown',
      because('claim-unknown', `${domain} is verified, but whether this account is claimed is not known.`),
    );
  return found(
    'unknown',
    because('not-in-directory', `Nothing is known about this account in the directory of ${organization.name}.`),
  );
}

function subStatesOf(account: AccountFacts, unclaimed: boolean): SubState[] {
  const states: SubState[] = [];
  if (unclaimed) states.push('unclaimed');
  if (account.accountStatus === 'inactive' || account.accountStatus === 'closed') states.push('deactivated');
  if (account.membershipStatus === 'suspended') states.push('suspended');
  if (account.invitationPending === true) states.push('invited');
  if (account.isConfluenceGuest === true) states.push('confluence-guest');
  if (account.isJiraGuest === true) states.push('jira-guest');
  if (account.isOrgAdmin === true) states.push('org-admin');
  if (account.isProductAdmin === true) states.push('product-admin');
  return states;
}

function stateReasons(account: AccountFacts): Reason[] {
  const reasons: Reason[] = [];
  if (account.accountStatus === 'closed') reasons.push(because('closed', 'The account is closed.'));
  else if (account.accountStatus === 'inactive')
    reasons.push(because('deactivated', 'The account is deactivated and cannot sign in.'));
  if (account.membershipStatus === 'suspended')
    reasons.push(because('suspended', 'Access is suspended in this organization.'));
  if (account.invitationPending === true) reasons.push(because('invited', 'The invitation has not been accepted yet.'));
  if (account.isConfluenceGuest === true)
    reasons.push(
      because('confluence-guest', 'A Confluence guest: no Confluence seat, but counted by Atlassian Guard.'),
    );
  if (account.isJiraGuest === true) reasons.push(because('jira-guest', 'A Jira guest.'));
  if (account.isOrgAdmin === true) reasons.push(because('org-admin', 'An organization admin.'));
  if (account.isProductAdmin === true) reasons.push(because('product-admin', 'A product admin.'));
  return reasons;
}
