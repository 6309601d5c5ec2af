import { z } from 'zod';
import { IdentityType } from '../identity/types.ts';
import { AccountId, CloudId, RuleId } from '../ids.ts';
import { Product } from '../organization/product.ts';
import { Intent } from './intent.ts';

/** What a rule does when it matches, weakest first. `observe` only records. */
export const Mode = z.enum(['observe', 'warn', 'justify', 'block']);
export type Mode = z.infer<typeof Mode>;

const domainName = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a lower-case domain such as partner.example, without @');

/**
 * Conditions are joined by "and"; the values of one condition by "or"; a condition that is left out matches everything.
 * Conditions on targets match when at least one person the intent aims at fits.
 */
export const Conditions = z.strictObject({
  intents: z.array(Intent).min(1).optional(),
  products: z.array(Product).min(1).optional(),
  cloudIds: z.array(CloudId).min(1).optional(),
  actorTypes: z.array(IdentityType).min(1).optional(),
  targetTypes: z.array(IdentityType).min(1).optional(),
  /** Target's e-mail domain is one of these. */
  targetDomains: z.array(domainName).min(1).optional(),
  /** Target's e-mail domain is none of these. */
  targetDomainsExcept: z.array(domainName).min(1).optional(),
});
export type Conditions = z.infer<typeof Conditions>;

export const Rule = z.strictObject({
  id: RuleId,
  name: z.string().min(1).max(120),
  /** Who answers for the rule; shown to the person it stops. */
  owner: z.string().min(1).max(120),
  enabled: z.boolean(),
  mode: Mode,
  when: Conditions,
  /** Whether the prompt offers to ask IT instead. */
  mayAskIt: z.boolean(),
  /** Shown in the prompt: why the rule exists and what to do instead. */
  message: z.string().min(1).max(600),
  link: z.url().optional(),
  validFrom: z.iso.datetime().optional(),
  validUntil: z.iso.datetime().optional(),
});
export type Rule = z.infer<typeof Rule>;

export const Policy = z.strictObject({
  /** Grows by one with every publication. */
  version: z.number().int().positive(),
  rules: z.array(Rule),
  /** When no rule matches. */
  defaultOutcome: z.enum(['allow', 'warn', 'justify', 'block']),
  /** When a rule could match but a fact it needs is missing: chosen by the organization, never an accident. */
  onUnknown: z.enum(['warn', 'block']),
  /** Named people no rule stops, for emergencies. Every use is recorded. */
  breakGlass: z.array(AccountId),
});
export type Policy = z.infer<typeof Policy>;
