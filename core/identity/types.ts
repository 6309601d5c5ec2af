import { z } from 'zod';

/** How an account stands to one organization; the same account may be managed in another (domain.md section 2). */
export const IdentityType = z.enum(['managed', 'external', 'portal-only', 'app', 'unknown']);
export type IdentityType = z.infer<typeof IdentityType>;

/** What is shown next to the type. */
export const SubState = z.enum([
  'unclaimed',
  'deactivated',
  'suspended',
  'invited',
  'confluence-guest',
  'jira-guest',
  'org-admin',
  'product-admin',
]);
export type SubState = z.infer<typeof SubState>;
