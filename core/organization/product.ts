import { z } from 'zod';

/**
 * Products as Atlassian's application keys name them. Atlassian's UI says "app" since 2025; code keeps `product`.
 */
export const Product = z.enum([
  'jira-software',
  'jira-servicedesk',
  'jira-core',
  'jira-product-discovery',
  'confluence',
  'bitbucket',
  'trello',
  'statuspage',
]);
export type Product = z.infer<typeof Product>;

const names: Record<Product, string> = {
  'jira-software': 'Jira',
  'jira-servicedesk': 'Jira Service Management',
  'jira-core': 'Jira Work Management',
  'jira-product-discovery': 'Jira Product Discovery',
  confluence: 'Confluence',
  bitbucket: 'Bitbucket',
  trello: 'Trello',
  statuspage: 'Statuspage',
};

/** The name people know a product by. */
export const productName = (product: Product): string => names[product];
