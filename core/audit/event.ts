import { z } from 'zod';
import { OrgId } from '../ids.ts';

const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), subject: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
]);

const about = { orgId: OrgId, at: z.iso.datetime(), actor };
const request = { ...about, requestId: z.string(), number: z.number().int().positive() };

/**
 * Everything the audit log can say. Append-only: a shape is never changed, a new one is added.
 * Names and reasons are recorded; tokens and e-mail bodies never are.
 */
export const AuditEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request.submitted'),
    ...request,
    intent: z.string(),
    product: z.string(),
    siteHost: z.string(),
    targets: z.array(z.string()),
    reason: z.string(),
    ruleIds: z.array(z.string()),
    policyVersion: z.number().int(),
  }),
  z.object({ type: z.literal('request.approved'), ...request, reason: z.string().nullable() }),
  z.object({ type: z.literal('request.denied'), ...request, reason: z.string() }),
  z.object({ type: z.literal('request.withdrawn'), ...request }),
  z.object({ type: z.literal('request.expired'), ...request }),
  z.object({ type: z.literal('grant.started'), ...request, attempt: z.number().int().positive(), group: z.string() }),
  z.object({ type: z.literal('grant.postponed'), ...request, why: z.string(), until: z.iso.datetime() }),
  z.object({ type: z.literal('grant.finished'), ...request, group: z.string() }),
  z.object({ type: z.literal('grant.done-by-hand'), ...request, note: z.string().nullable() }),
  z.object({ type: z.literal('grant.failed'), ...request, why: z.string() }),
  z.object({ type: z.literal('grant.retried'), ...request }),
  z.object({
    type: z.literal('intent.recorded'),
    ...about,
    intent: z.string(),
    outcome: z.string(),
    ruleIds: z.array(z.string()),
    siteHost: z.string().nullable(),
    layer: z.enum(['page', 'guard', 'network']),
  }),
  z.object({
    type: z.literal('intent.proceeded'),
    ...about,
    intent: z.string(),
    outcome: z.string(),
    ruleIds: z.array(z.string()),
    siteHost: z.string().nullable(),
    justification: z.string().nullable(),
  }),
  z.object({ type: z.literal('session.started'), ...about, client: z.string(), roles: z.array(z.string()) }),
  z.object({ type: z.literal('session.ended'), ...about }),
  z.object({ type: z.literal('admin.bootstrapped'), ...about }),
  z.object({
    type: z.literal('directory.synced'),
    ...about,
    accounts: z.number().int(),
    groups: z.number().int(),
    generation: z.number().int(),
  }),
  z.object({ type: z.literal('directory.sync-failed'), ...about, why: z.string() }),
  z.object({ type: z.literal('policy.published'), ...about, version: z.number().int().positive() }),
]);
export type AuditEvent = z.infer<typeof AuditEvent>;
export type AuditEventType = AuditEvent['type'];
