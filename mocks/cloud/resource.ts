import { type Product, productOfOwner } from '../../core/organization/index.ts';

/** `ari:cloud:<product>::site/<cloudId>` taken apart; null for anything else. */
export function parseSiteAri(ari: string): { product: string; cloudId: string } | null {
  const match = /^ari:cloud:([a-z-]+)::site\/([0-9a-f-]{36})$/.exec(ari);
  return match?.[1] && match[2] ? { product: match[1], cloudId: match[2] } : null;
}

/** The app a resource of a site is; null for the site as a whole (`platform`), which is no app's. */
export function productOf(ari: string): { product: Product; cloudId: string } | null {
  const parts = parseSiteAri(ari);
  const product = parts && productOfOwner(parts.product);
  return parts && product ? { product, cloudId: parts.cloudId } : null;
}

export const siteAri = (product: Product, cloudId: string): string =>
  `ari:cloud:${product.replace(/^other:/, '')}::site/${cloudId}`;
