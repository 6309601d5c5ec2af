import { domainOf, isVerifiedDomain, type Organization, verifiedDomainsOf } from '../organization/organization.ts';
import { because, type Reason, type ReasonValues } from '../reason.ts';
import type { AccountFacts } from './account.ts';
import { isPortalOnlyId } from './account-id.ts';
import { stateReasons, subStatesOf } from './states.ts';
import type { IdentityType, SubState } from './types.ts';

export interface Identity {
  readonly type: IdentityType;
  readonly subStates: readonly SubState[];
  readonly reasons: readonly Reason[];
}

type Observer = Pick<Organization, 'name' | 'domains'>;

/**
 * How an account stands to an organization (section 2 of the domain). Total and deterministic: missing facts give `unknown`
 * with the fact that is missing, never a guess. The same account may be `managed` in one organization and `external` in another.
 */
export const classify = (account: AccountFacts, organization: Observer): Identity =>
  identify(account, organization.name, (domain) => isVerifiedDomain(organization, domain));

/**
 * `classify` for a whole directory: looks through the domains once instead of once an account. A million accounts take less
 * than a second however many domains there are (section 2 of the domain).
 */
export function classifier(organization: Observer): (account: AccountFacts) => Identity {
  const verified = new Set(verifiedDomainsOf(organization));
  return (account) => identify(account, organization.name, (domain) => verified.has(domain));
}

/** @param isVerified asked with canonical domains only */
function identify(account: AccountFacts, name: string, isVerified: (domain: string) => boolean): Identity {
  const { type, unclaimed, reason } = typeOf(account, name, isVerified);
  return { type, subStates: subStatesOf(account, unclaimed), reasons: [reason, ...stateReasons(account)] };
}

interface Finding {
  readonly type: IdentityType;
  readonly unclaimed: boolean;
  readonly reason: Reason;
}

const found = (type: IdentityType, code: string, text: string, values?: ReasonValues, unclaimed = false): Finding => ({
  type,
  unclaimed,
  reason: because(code, text, values),
});

const isApp = found('app', 'account-type-app', 'This is an app or bot account. It takes no seat.');
const isCustomer = found(
  'portal-only',
  'account-type-customer',
  'This is a portal-only customer, not an Atlassian account. It takes no seat.',
);
const looksLikeCustomer = found(
  'portal-only',
  'portal-only-id',
  'The account id has the shape of a portal-only customer. It takes no seat.',
);

function typeOf(account: AccountFacts, name: string, isVerified: (domain: string) => boolean): Finding {
  if (account.accountType === 'app') return isApp;
  if (account.accountType === 'customer') return isCustomer;
  // Only when no API has named the type: the id shape is Atlassian's own for portal-only customers.
  if (account.accountType === null && account.claimStatus === null && isPortalOnlyId(account.accountId))
    return looksLikeCustomer;

  const domain = account.email === null ? null : domainOf(account.email);
  const verified = domain !== null && isVerified(domain);
  if (account.claimStatus === 'managed') return claimed(name, domain, verified);
  if (account.claimStatus === 'unmanaged') return notClaimed(name, domain, verified);
  if (account.accountType === 'atlassian' && domain !== null)
    return verified
      ? found('unknown', 'claim-unknown', `${domain} is verified, but whether this account is claimed is not known.`, {
          domain,
        })
      : otherDomain(name, domain);
  return found('unknown', 'not-in-directory', `Nothing is known about this account in the directory of ${name}.`, {
    organization: name,
  });
}

function claimed(name: string, domain: string | null, verified: boolean): Finding {
  if (domain === null)
    return found('managed', 'claimed', `${name} has claimed this account; its e-mail address is not visible to us.`, {
      organization: name,
    });
  if (verified)
    return found('managed', 'verified-and-claimed', `${domain} is verified and ${name} has claimed this account.`, {
      domain,
      organization: name,
    });
  return found(
    'external',
    'claimed-domain-not-verified',
    `Atlassian lists this account as claimed, but ${domain} is not a verified domain of ${name}.`,
    { domain, organization: name },
  );
}

function notClaimed(name: string, domain: string | null, verified: boolean): Finding {
  if (domain === null)
    return found(
      'external',
      'not-claimed',
      `${name} has not claimed this account; its e-mail address is not visible to us.`,
      { organization: name },
    );
  if (verified)
    return found(
      'external',
      'verified-not-claimed',
      `${domain} is verified, but ${name} has not claimed this account.`,
      { domain, organization: name },
      true,
    );
  return otherDomain(name, domain);
}

const otherDomain = (name: string, domain: string): Finding =>
  found('external', 'other-domain', `${domain} is not a verified domain of ${name}.`, { domain, organization: name });
