import { Product } from '../../core/organization/index.ts';

/** `ari:cloud:<product>::site/<cloudId>` taken apart; null for anything else. */
export function parseSiteAri(ari: string): { product: string; cloudId: string } | null {
  const match = /^ari:cloud:([a-z-]+)::site\/([0-9a-f-]{36})$/.exec(ari);
  return match?.[1] && match[2] ? { product: match[1], cloudId: match[2] } : null;
}

/** Product a resource stands for: its ARI says `jira` or `platform`, the application key `jira-software`. */
export function productOf(ari: string): { product: Product; cloudId: string } | null {
  const parts = parseSiteAri(ari);
  if (!parts) return null;
  const product = Product.safeParse(
    parts.product === 'jira' || parts.product === 'platform' ? 'jira-software' : parts.product,
  );
  return product.success ? { product: product.data, cloudId: parts.cloudId } : null;
}

export const siteAri = (product: Product, cloudId: string): string =>
  `ari:cloud:${product.replace(/^other:/, '')}::site/${cloudId}`;
