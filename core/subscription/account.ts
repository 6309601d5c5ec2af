import { z } from 'zod';
import { IdentityType } from '../identity/types.ts';
import { AccountId } from '../ids.ts';
import { ProductRole } from '../licence/roles.ts';
import { Plan } from '../organization/organization.ts';
import { Product } from '../organization/product.ts';
import { Edition } from './rules.ts';

/** One product a person can enter, with what the bill depends on. Null is "not known". */
export const ProductAccess = z.object({
  product: Product,
  role: ProductRole,
  plan: Plan.nullable(),
  /** Of products sold by edition (Statuspage): `hobby`, `startup`, …; null for others and when not known. */
  edition: z.string().nullable(),
  sandbox: z.boolean().nullable(),
});
export type ProductAccess = z.infer<typeof ProductAccess>;

/** One person as the subscription's bill sees one. */
export const BillableAccount = z.object({
  accountId: AccountId,
  identityType: IdentityType,
  accountStatus: z.enum(['active', 'inactive', 'closed']).nullable(),
  membershipStatus: z.enum(['active', 'suspended', 'no_membership']).nullable(),
  isConfluenceGuest: z.boolean().nullable(),
  /** Whether the authentication policy the account is in is a billable one. */
  policyBillable: z.boolean().nullable(),
  /** Every product of this organization the person can enter; null when not known. */
  access: z.array(ProductAccess).nullable(),
});
export type BillableAccount = z.infer<typeof BillableAccount>;

/** The subscription itself. Null is "nobody has told us". */
export const SubscriptionFacts = z.object({
  state: z.enum(['none', 'trial', 'active']).nullable(),
  edition: Edition.nullable(),
  trialStartedOn: z.iso.date().nullable(),
  /** Eligible community and academic organizations have it free. */
  discount: z.enum(['none', 'community', 'academic']).nullable(),
  externalPolicy: z.enum(['none', 'non-billable', 'billable']).nullable(),
  /** False when no product of the organization is on an Enterprise plan: then no single plan needs to be known. */
  hasEnterprisePlan: z.boolean().nullable(),
  /** ISO date. */
  today: z.iso.date(),
});
export type SubscriptionFacts = z.infer<typeof SubscriptionFacts>;
