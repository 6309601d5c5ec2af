import { z } from 'zod';

/** How an account stands to one organization; the same account may be managed in another (section 2 of the domain). */
export const IdentityType = z.enum(['managed', 'external', 'portal-only', 'app', 'unknown']);
export type IdentityType = z.infer<typeof IdentityType>;

/** Admin roles beside organization and product admin. `trusted-user` is a legacy role of the original user management. */
export const AdminRole = z.enum(['site-admin', 'user-access-admin', 'trusted-user']);
export type AdminRole = z.infer<typeof AdminRole>;

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
  ...AdminRole.options,
]);
export type SubState = z.infer<typeof SubState>;
