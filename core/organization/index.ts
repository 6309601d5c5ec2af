export { Domain, DomainStatus, domainOf, Organization, Plan, Site } from './organization.ts';
export { Product } from './product.ts';
export { productName } from './product-name.ts';
