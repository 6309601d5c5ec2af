export { isContainerKey } from './container-key.ts';
export { canonicalDomain, domainKey } from './domain-name.ts';
export { Domain, DomainStatus, domainOf, Organization, Plan, Site, verifiedDomainsOf } from './organization.ts';
export { KnownProduct, Product } from './product.ts';
export { isKnownProduct, productName } from './product-name.ts';
export { appCalled, appsNamedIn, productNamed, productOfOwner, type UnknownApp, unknownName } from './product-named.ts';
