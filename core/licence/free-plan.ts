import type { Product } from '../organization/product.ts';

/** Users a free plan holds; the next one silently starts a paid trial. Products of which nobody says are left out. */
const limits: Partial<Record<Product, number>> = {
  'jira-software': 10,
  confluence: 10,
  'jira-servicedesk': 3,
  bitbucket: 5,
};

/** How many users (for Jira Service Management: agents) the product's free plan holds; null when not known. Section 3. */
export const freePlanLimit = (product: Product): number | null => limits[product] ?? null;
