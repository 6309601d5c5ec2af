import { z } from 'zod';
import { CloudId, OrgId } from '../ids.ts';
import { canonicalDomain, domainKey } from './domain-name.ts';
import { Product } from './product.ts';

/** Claim status of a domain as the Organizations API names it (`GET /v1/orgs/{orgId}/domains`). */
export const DomainStatus = z.enum(['verified', 'unverified', 'missing_token', 'superseded', 'deleted']);
export type DomainStatus = z.infer<typeof DomainStatus>;

export const Domain = z.object({ name: z.string().min(1), status: DomainStatus });
export type Domain = z.infer<typeof Domain>;

/** `plan` is null when nobody has told us; it is never assumed. */
export const Plan = z.enum(['free', 'standard', 'premium', 'enterprise', 'trial']);
export type Plan = z.infer<typeof Plan>;

export const Site = z.object({
  cloudId: CloudId,
  /** e.g. `acme.atlassian.net` */
  host: z.string().min(1),
  products: z.array(Product),
});
export type Site = z.infer<typeof Site>;

/** What classification needs to know about the organization. */
export const Organization = z.object({
  orgId: OrgId,
  name: z.string().min(1),
  domains: z.array(Domain),
  sites: z.array(Site),
});
export type Organization = z.infer<typeof Organization>;

/** The domain of an address in its canonical form; null when there is none, or none that could be a domain. */
export function domainOf(email: string): string | null {
  const at = email.lastIndexOf('@');
  return at > 0 ? canonicalDomain(email.slice(at + 1)) : null;
}

/** The domains that rules and classification mean by "verified", in their canonical form. */
export const verifiedDomainsOf = ({ domains }: Pick<Organization, 'domains'>): string[] =>
  domains.filter(({ status }) => status === 'verified').map(({ name }) => domainKey(name));

/** True when the organization has verified exactly this domain, in any spelling. Subdomains are verified separately at Atlassian. */
export const isVerifiedDomain = (organization: Pick<Organization, 'domains'>, domain: string): boolean =>
  verifiedDomainsOf(organization).includes(domainKey(domain));
