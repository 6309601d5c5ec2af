import type { Product } from '../../core/organization/product.ts';

// The same names as core's `productName`; said again because that module brings its parser, which content scripts cannot afford.
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

/** The name people know a product by. `words/product.test.ts` holds it equal to core's. */
export const productWord = (product: Product): string => names[product];
