import { z } from 'zod';
import { OrgId } from '../ids.ts';

const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), subject: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
]);

const about = { orgId: OrgId, at: z.iso.datetime(), actor };
const request = { ...about, requestId: z.string(), number: z.number().int().positive() };

/** How many people it was about: one of the two, `targetsAtLeast` where others may not have been counted. Older entries have neither. */
const people = {
  targets: z.number().int().nonnegative().optional(),
  targetsAtLeast: z.number().int().nonnegative().optional(),
};

/** Every seat the deed would give, in words; what was kept before there was such a thing has no word about it. */
const gives = { gives: z.array(z.string()).optional() };

/**
 * Everything the audit log can say. Append-only: a shape is never changed, a new one is added.
 * Names and reasons are recorded; tokens and e-mail bodies never are.
 */
export const AuditEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request.submitted'),
    ...request,
    intent: z.string(),
    /** Null when nobody said which app is meant. */
    product: z.string().nullable(),
    ...gives,
    /** Null when nobody said which site is meant. */
    siteHost: z.string().nullable(),
    /** Key of the project or space it happened in. Older entries have no word about it. */
    container: z.string().nullable().optional(),
    targets: z.array(z.string()),
    reason: z.string(),
    ruleIds: z.array(z.string()),
    policyVersion: z.number().int(),
    /** The stop it came of, as people call it (`core/policy/stop-id.ts`). Older entries, and wishes of no stop, have none. */
    stopId: z.string().optional(),
  }),
  z.object({ type: z.literal('request.approved'), ...request, reason: z.string().nullable(), ...gives }),
  z.object({ type: z.literal('request.denied'), ...request, reason: z.string() }),
  z.object({ type: z.literal('request.withdrawn'), ...request }),
  z.object({ type: z.literal('request.expired'), ...request }),
  z.object({ type: z.literal('grant.started'), ...request, attempt: z.number().int().positive(), group: z.string() }),
  z.object({ type: z.literal('grant.postponed'), ...request, why: z.string(), until: z.iso.datetime() }),
  z.object({
    type: z.literal('grant.finished'),
    ...request,
    group: z.string(),
    /** Addresses that Atlassian has only sent an invitation to, and how many others it has added. Left out where it has added everybody. */
    invited: z.array(z.string()).optional(),
    added: z.number().int().nonnegative().optional(),
  }),
  z.object({ type: z.literal('grant.done-by-hand'), ...request, note: z.string().nullable() }),
  z.object({ type: z.literal('grant.failed'), ...request, why: z.string() }),
  z.object({ type: z.literal('grant.retried'), ...request, ...gives }),
  z.object({
    type: z.literal('intent.recorded'),
    ...about,
    intent: z.string(),
    outcome: z.string(),
    ruleIds: z.array(z.string()),
    siteHost: z.string().nullable(),
    layer: z.enum(['page', 'guard', 'network']),
    /** What people call it. Older entries have none. */
    stopId: z.string().optional(),
    ...people,
    /** How many acts the entry stands for, where they were too many for one entry each. */
    further: z.number().int().positive().optional(),
  }),
  z.object({
    type: z.literal('intent.proceeded'),
    ...about,
    intent: z.string(),
    outcome: z.string(),
    ruleIds: z.array(z.string()),
    siteHost: z.string().nullable(),
    justification: z.string().nullable(),
    /** The stop they went past. Older entries have none. */
    stopId: z.string().optional(),
    ...people,
    /** How many times somebody went on, where they were too many for one entry each. */
    further: z.number().int().positive().optional(),
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
  z.object({ type: z.literal('request.sent-to-review'), ...request }),
  z.object({
    type: z.literal('request.auto-decided'),
    ...request,
    decision: z.enum(['approved', 'denied']),
    ruleId: z.string(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('request.stage-approved'),
    ...request,
    stage: z.string(),
    reason: z.string().nullable(),
  }),
  z.object({
    type: z.literal('request.reassigned'),
    ...request,
    stage: z.string(),
    /** Subject of who was replaced; null when the stage had named nobody. */
    from: z.string().nullable(),
    to: z.string(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('request.escalated'),
    ...request,
    stage: z.string(),
    to: z.array(z.string()),
    dueAt: z.iso.datetime().nullable(),
  }),
  z.object({ type: z.literal('request.site-chosen'), ...request, siteHost: z.string() }),
  z.object({ type: z.literal('request.commented'), ...request, text: z.string() }),
  z.object({ type: z.literal('request.attached'), ...request, reason: z.string() }),
  /** Somebody who had joined wants it no more. */
  z.object({ type: z.literal('request.left'), ...request }),
  /** By whoever asked first: they want it no more, and it goes on as the request of `to`, who asked for the same. */
  z.object({ type: z.literal('request.handed-over'), ...request, to: z.string(), reason: z.string() }),
  z.object({ type: z.literal('grant.awaits-sync'), ...request, group: z.string() }),
  z.object({ type: z.literal('grant.seat-seen'), ...request, group: z.string() }),
  z.object({ type: z.literal('access.expiring'), ...request, group: z.string(), until: z.iso.datetime() }),
  z.object({ type: z.literal('access.revoked'), ...request, group: z.string() }),
  z.object({ type: z.literal('access.revocation-failed'), ...request, why: z.string() }),
  z.object({
    type: z.literal('break-glass.used'),
    ...about,
    intent: z.string(),
    siteHost: z.string().nullable(),
    justification: z.string(),
  }),
]);
export type AuditEvent = z.infer<typeof AuditEvent>;
export type AuditEventType = AuditEvent['type'];
