import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { AdminRole } from './types.ts';

/**
 * What is known about one account, gathered from the Organizations API, Jira and Confluence. `null` means "not known",
 * which is different from "no". Source: Organizations API v2 `users/search`, Jira `User`, Confluence `users-bulk`.
 */
export const AccountFacts = z.object({
  accountId: AccountId,
  /** Jira's `accountType`; the Organizations API lists Atlassian accounts only. */
  accountType: z.enum(['atlassian', 'app', 'customer']).nullable(),
  email: z.string().nullable(),
  /** Whether this organization has claimed the account. */
  claimStatus: z.enum(['managed', 'unmanaged']).nullable(),
  /** Life of the account itself. */
  accountStatus: z.enum(['active', 'inactive', 'closed']).nullable(),
  /** Membership in this organization's directory. */
  membershipStatus: z.enum(['active', 'suspended', 'no_membership']).nullable(),
  /** True while an invitation has not been accepted. */
  invitationPending: z.boolean().nullable(),
  isConfluenceGuest: z.boolean().nullable(),
  isJiraGuest: z.boolean().nullable(),
  isOrgAdmin: z.boolean().nullable(),
  isProductAdmin: z.boolean().nullable(),
  /** Further admin roles that were seen. Left out where nobody has looked. */
  adminRoles: z.array(AdminRole).optional(),
});
export type AccountFacts = z.infer<typeof AccountFacts>;

/** An account of which only the id is known. */
export const unknownAccount = (accountId: AccountId): AccountFacts => ({
  accountId,
  accountType: null,
  email: null,
  claimStatus: null,
  accountStatus: null,
  membershipStatus: null,
  invitationPending: null,
  isConfluenceGuest: null,
  isJiraGuest: null,
  isOrgAdmin: null,
  isProductAdmin: null,
});
