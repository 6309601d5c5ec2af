import { z } from 'zod';
import { domainKey } from '../organization/domain-name.ts';
import { domainOf } from '../organization/organization.ts';
import { because, type Reason } from '../reason.ts';

/** What an entry of App access settings > Approved domains says for Jira Service Management. Null is "not known". */
export const DomainAccess = z.object({
  /** `user` is the agent role. */
  role: z.enum(['none', 'user', 'customer']).nullable().default(null),
  adminApproval: z.boolean().nullable().default(null),
});
export type DomainAccess = z.infer<typeof DomainAccess>;

export const CustomerSettings = z.object({
  /** Jira Service Management > Customer access: the two check boxes. */
  internal: z.boolean().nullable().default(null),
  external: z.boolean().nullable().default(null),
  /** Null when the list was never seen, which is different from empty. */
  approvedDomains: z
    .array(z.object({ domain: z.string().min(1), ...DomainAccess.shape }))
    .nullable()
    .default(null),
  /** The entry for any domain. */
  anyDomain: DomainAccess.nullable().default(null),
});
export type CustomerSettings = z.infer<typeof CustomerSettings>;

export interface CustomerAccount {
  /** `atlassian-customer` is an Atlassian account with the Customer role; `none` means that nobody can be invited. */
  readonly account: 'atlassian-customer' | 'portal-only' | 'none' | 'unknown';
  /** Whether an admin has to approve first; null when not known. */
  readonly adminApproval: boolean | null;
  /** False when no page of Atlassian says so and we infer it. */
  readonly verified: boolean;
  readonly reasons: readonly Reason[];
}

const unknown = (code: string, text: string): CustomerAccount => ({
  account: 'unknown',
  adminApproval: null,
  verified: false,
  reasons: [because(code, text)],
});

/**
 * Which account somebody gets who is invited as a customer through Jira Service Management (section 2 of the domain; Atlassian:
 * "customer access" and "approved domains"). The pages describe the case that the role given by the domain is User; every other case
 * is `unknown`.
 */
export function accountForCustomer(email: string, settings: CustomerSettings): CustomerAccount {
  if (settings.internal === null)
    return unknown('customer-access-unknown', 'The customer access setting of Jira Service Management was not seen.');
  if (!settings.internal) return withoutInternal(settings.external);
  const domain = domainOf(email);
  if (domain === null) return unknown('address-unknown', 'Which domain the address belongs to is not known.');
  if (settings.approvedDomains === null)
    return unknown('approved-domains-unknown', 'The list of approved domains was not seen.');
  const approved = settings.approvedDomains.find((entry) => domainKey(entry.domain) === domainKey(domain));
  if (approved) return onApprovedDomain(domain, approved);
  return onAnyDomain(domain, settings.anyDomain);
}

/** Inferred: the page says that Internal allows Atlassian accounts, and leaves the rest unsaid. */
function withoutInternal(external: boolean | null): CustomerAccount {
  if (external === null)
    return unknown('external-access-unknown', 'Internal customers are off; whether external ones are on was not seen.');
  return {
    account: external ? 'portal-only' : 'none',
    adminApproval: null,
    verified: false,
    reasons: [
      because('internal-off', 'Internal customers are off, so no Atlassian account is created.'),
      external
        ? because('external-on', 'External customers are on: a portal-only account is what is left.')
        : because('external-off', 'External customers are off as well: nobody new can be invited.'),
    ],
  };
}

function onApprovedDomain(domain: string, { role }: DomainAccess): CustomerAccount {
  if (role !== 'user')
    return unknown(
      role === null ? 'role-unknown' : 'role-not-described',
      `${domain} is an approved domain, but not with the User role that Atlassian's page describes: try one address first.`,
    );
  return {
    account: 'atlassian-customer',
    adminApproval: false,
    verified: true,
    reasons: [
      because(
        'approved-domain',
        `${domain} is an approved domain: the person gets an Atlassian account as a customer.`,
      ),
      because('approval-does-not-apply', 'Admin approval does not apply to customers who are invited this way.'),
    ],
  };
}

function onAnyDomain(domain: string, any: DomainAccess | null): CustomerAccount {
  if (any === null || any.role === null || any.adminApproval === null)
    return unknown('any-domain-unknown', `${domain} is not approved, and the setting for any domain was not seen.`);
  if (any.role !== 'user' || !any.adminApproval)
    return unknown(
      'any-domain-not-described',
      `${domain} is not approved, and any domain is not set to "User, with admin approval": Atlassian does not say what happens.`,
    );
  return {
    account: 'portal-only',
    adminApproval: true,
    verified: true,
    reasons: [
      because(
        'any-domain-with-approval',
        `${domain} is not approved and any domain needs admin approval: the person gets a portal-only account.`,
      ),
    ],
  };
}
