import { z } from 'zod';
import { Product } from '../organization/product.ts';

export const Answer = z.enum(['yes', 'no', 'unknown']);
export type Answer = z.infer<typeof Answer>;

/** The subscription by the names it has had: Access became Guard Standard; Guard Premium is the add-on with rules of its own. */
export const Edition = z.enum(['access', 'guard-standard', 'guard-premium']);
export type Edition = z.infer<typeof Edition>;

/** What stands behind a rule. `verified` false: sources differ, are old, or nobody has found one. */
const proof = { source: z.string().min(1), evidence: z.string().min(1), verified: z.boolean() } as const;

export const BillingRule = z.object({ counted: Answer, ...proof });
export type BillingRule = z.infer<typeof BillingRule>;

/**
 * What access to a product does to the bill. `counts`: whoever has it is counted. `excludes`: whoever has it is not counted,
 * whatever else he uses. `unknown`: no source says. `editions` null means every edition that no other rule names.
 */
export const ProductRule = z.object({
  product: Product,
  editions: z.array(z.string().min(1)).min(1).nullable(),
  effect: z.enum(['counts', 'excludes', 'unknown']),
  ...proof,
});
export type ProductRule = z.infer<typeof ProductRule>;

/** Who is counted by Atlassian Access / Guard from a day on: data, because Atlassian has changed it before. Section 4 of the domain. */
export const BillingRules = z
  .object({
    id: z.string().min(1),
    validFrom: z.iso.date(),
    validUntil: z.iso.date().optional(),
    products: z.array(ProductRule).min(1),
    freeProducts: BillingRule,
    sandboxOnly: BillingRule,
    confluenceGuests: BillingRule,
    /** Guests of whom the organization has not claimed the account. */
    externalConfluenceGuests: BillingRule,
    jsmCustomers: BillingRule,
    portalOnly: BillingRule,
    deactivated: BillingRule,
    suspended: BillingRule,
    /** Members of a non-billable authentication policy, by edition. */
    nonBillablePolicy: z.object({ access: BillingRule, 'guard-standard': BillingRule, 'guard-premium': BillingRule }),
    enterprisePlan: BillingRule,
    /** External people under a billable external-user policy. */
    externalPolicy: BillingRule,
    trialDays: z.number().int().nonnegative(),
  })
  .superRefine(({ products, validFrom, validUntil }, context) => {
    if (validUntil !== undefined && validUntil < validFrom)
      context.addIssue({
        code: 'custom',
        path: ['validUntil'],
        message: `${validUntil} is before validFrom ${validFrom}: correct one of the two`,
      });
    const seen = new Set<string>();
    products.forEach(({ product, editions }, index) => {
      for (const edition of editions ?? ['']) {
        const key = `${product} ${edition}`;
        const what = edition === '' ? `every other edition of ${product}` : `${product} ${edition}`;
        if (seen.has(key))
          context.addIssue({
            code: 'custom',
            path: ['products', index],
            message: `${what} has a rule already: remove one of the two`,
          });
        seen.add(key);
      }
    });
  });
export type BillingRules = z.infer<typeof BillingRules>;
