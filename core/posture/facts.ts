import { z } from 'zod';
import { CloudId } from '../ids.ts';
import { Plan } from '../organization/organization.ts';
import { Product } from '../organization/product.ts';

const count = z.number().int('Write a whole number.').nonnegative('Write 0 or more.').nullable();

const RoleHolders = z.object({ holders: count, outsideIt: count });
export type RoleHolders = z.infer<typeof RoleHolders>;

/**
 * What the directory, the seat counts and discovery tell about access paths. `null` is not known, which is different from 0 and
 * from an empty list.
 */
export const PostureFacts = z.object({
  /** When the facts were read; facts without a date are not relied on. */
  asOf: z.iso.datetime().nullable(),
  sites: z.array(CloudId).nullable(),
  adminRoles: z.object({
    organizationAdmin: RoleHolders,
    siteAdmin: RoleHolders,
    userAccessAdmin: RoleHolders,
    trustedUser: RoleHolders,
  }),
  groups: z
    .array(
      z.object({
        name: z.string(),
        /** Comes from the identity provider and is read-only at Atlassian. */
        synced: z.boolean().nullable(),
        /** Default group of a product role. */
        isDefault: z.boolean().nullable(),
        /** Products of which the group gives a seat. */
        seatProducts: z.array(Product).nullable(),
      }),
    )
    .nullable(),
  approvedDomains: z
    .array(
      z.object({
        /** `ANYONE` is Atlassian's name for any domain. */
        domain: z.string().min(1),
        serviceManagementRole: z.enum(['none', 'user', 'customer']).nullable(),
        adminApproval: z.boolean().nullable(),
      }),
    )
    .nullable(),
  /** Whether Internal is selected under Customer access of Jira Service Management. */
  internalCustomers: z.boolean().nullable(),
  unclaimedOnVerifiedDomains: count,
  seats: z
    .array(z.object({ product: Product, cloudId: CloudId, plan: Plan.nullable(), used: count, freeLimit: count }))
    .nullable(),
  /** Managed accounts that discovery saw in other organizations. */
  managedElsewhere: count,
  /** Products that discovery found outside IT. */
  discoveredOutsideIt: count,
});
export type PostureFacts = z.infer<typeof PostureFacts>;

const nobodyKnows: RoleHolders = { holders: null, outsideIt: null };

/** Facts of an organization of which nothing has been read. */
export const unknownFacts: PostureFacts = {
  asOf: null,
  sites: null,
  adminRoles: {
    organizationAdmin: nobodyKnows,
    siteAdmin: nobodyKnows,
    userAccessAdmin: nobodyKnows,
    trustedUser: nobodyKnows,
  },
  groups: null,
  approvedDomains: null,
  internalCustomers: null,
  unclaimedOnVerifiedDomains: null,
  seats: null,
  managedElsewhere: null,
  discoveredOutsideIt: null,
};
