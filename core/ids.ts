import { z } from 'zod';

/**
 * Branded identifiers. Every one is opaque: nothing may be read out of its characters except where
 * `core/identity/account-id.ts` says so.
 */
export const OrgId = z.string().min(1).max(128).brand<'OrgId'>();
export type OrgId = z.infer<typeof OrgId>;

/** Atlassian account id, `712020:<uuid>`, 24 hex characters, `qm:…` and older shapes. Never an ARI, never percent-encoded. */
export const AccountId = z.string().min(1).max(255).brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** The `cloudId` of a site, from `https://{site}.atlassian.net/_edge/tenant_info`. */
export const CloudId = z.string().min(1).max(64).brand<'CloudId'>();
export type CloudId = z.infer<typeof CloudId>;

export const GroupId = z.string().min(1).max(128).brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

export const RequestId = z.string().min(1).max(64).brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

export const RuleId = z.string().min(1).max(64).brand<'RuleId'>();
export type RuleId = z.infer<typeof RuleId>;
