export { canonicalDomain, domainKey, sameDomain } from './domain-name.ts';
export { Domain, DomainStatus, domainOf, Organization, Plan, Site, verifiedDomainsOf } from './organization.ts';
export { Product } from './product.ts';
export { productName } from './product-name.ts';
