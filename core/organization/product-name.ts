import type { Product } from './product.ts';

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

/** The name people know a product by. Apart from the schema, so that content scripts need no parser for it. */
export const productName = (product: Product): string => names[product];
