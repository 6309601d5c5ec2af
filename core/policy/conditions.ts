import { z } from 'zod';
import { IdentityType } from '../identity/types.ts';
import { CloudId, GroupId } from '../ids.ts';
import { canonicalDomain } from '../organization/domain-name.ts';
import { Product } from '../organization/product.ts';
import { Intent } from './intent.ts';
import { TimeWindow } from './time-window.ts';

/** Roles that decide what an actor may do with other people's access: sections 3 and 6.8 of the domain. */
export const ActorRole = z.enum([
  'org-admin',
  'site-admin',
  'user-access-admin',
  'product-admin',
  'trusted-user',
  'agent',
]);
export type ActorRole = z.infer<typeof ActorRole>;

/** How somebody stands to the product at hand; `unknown` is no value to ask for. */
export const KnownStanding = z.enum(['has-seat', 'without-seat', 'new']);
export type KnownStanding = z.infer<typeof KnownStanding>;

const domainName = z
  .string()
  .refine((text) => canonicalDomain(text) !== null, 'Write a domain such as partner.example, without @.')
  .overwrite((text) => canonicalDomain(text) ?? text);

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'Write the amount as text with a point, such as "8.60".');

/** Seats that are left of those bought once the action went through; below 0 is over the limit. */
export const SeatsLeft = z
  .strictObject({ below: z.number().int().optional(), atLeast: z.number().int().optional() })
  .refine((limit) => limit.below !== undefined || limit.atLeast !== undefined, 'Give "below", "atLeast" or both.');
export type SeatsLeft = z.infer<typeof SeatsLeft>;

/** What the action adds to the bill. Both limits are exclusive; another currency or period cannot be compared. */
export const CostLimit = z
  .strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, 'Use an ISO 4217 code such as USD.'),
    period: z.enum(['month', 'year']),
    above: decimal.optional(),
    below: decimal.optional(),
  })
  .refine((limit) => limit.above !== undefined || limit.below !== undefined, 'Give "above", "below" or both.');
export type CostLimit = z.infer<typeof CostLimit>;

/**
 * Conditions are joined by "and"; the values of one condition by "or"; a condition that is left out matches everything.
 * Conditions on targets match when at least one person the intent aims at fits all of them.
 */
export const Conditions = z.strictObject({
  intents: z.array(Intent).min(1).optional(),
  products: z.array(Product).min(1).optional(),
  cloudIds: z.array(CloudId).min(1).optional(),
  /** Keys of projects or spaces, as in "OPS". What is no key is a problem of `validatePolicy`: policies of before must be read. */
  containers: z
    .array(
      z
        .string()
        .min(1)
        .max(255)
        .overwrite((text) => text.trim() || text),
    )
    .min(1)
    .optional(),
  actorTypes: z.array(IdentityType).min(1).optional(),
  /** The actor holds one of these roles. */
  actorRoles: z.array(ActorRole).min(1).optional(),
  /** The actor is in one of these groups. */
  actorGroups: z.array(GroupId).min(1).optional(),
  /** The actor is in none of these groups: "everybody outside IT". */
  actorGroupsExcept: z.array(GroupId).min(1).optional(),
  targetTypes: z.array(IdentityType).min(1).optional(),
  /** Target's e-mail domain is one of these. */
  targetDomains: z.array(domainName).min(1).optional(),
  /** Target's e-mail domain is none of these. */
  targetDomainsExcept: z.array(domainName).min(1).optional(),
  /** Target's e-mail domain is (true) or is not (false) verified by the organization. */
  targetOnVerifiedDomain: z.boolean().optional(),
  targetGroups: z.array(GroupId).min(1).optional(),
  /**
   * Acts among people who all have a seat are let through before rules are read. A rule that names `has-seat` here is about them
   * and counts nevertheless.
   */
  targetStandings: z.array(KnownStanding).min(1).optional(),
  seatsLeft: SeatsLeft.optional(),
  cost: CostLimit.optional(),
  time: TimeWindow.optional(),
});
export type Conditions = z.infer<typeof Conditions>;
