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
