import { z } from 'zod';
import { RuleId } from '../ids.ts';
import { MOST_REASON } from './most-reason.ts';
import { Person } from './person.ts';

const at = z.iso.datetime();

export const Approval = z.object({ by: Person, at, reason: z.string().nullable().default(null) });
export type Approval = z.infer<typeof Approval>;

const stage = {
  name: z.string().min(1).max(100),
  approvals: z.array(Approval).default([]),
  /** Hours from the beginning of the stage until it is overdue; null for no deadline. */
  dueHours: z.number().positive().max(8760).nullable().default(null),
};

/**
 * One step of a review. `any`: one approval is enough; without names every reviewer may give it. `all`: everybody named has
 * to approve.
 */
export const Stage = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('any'), approvers: z.array(Person).max(50).default([]), ...stage }),
  z.object({
    rule: z.literal('all'),
    approvers: z.array(Person).min(1, 'A stage that everybody must approve needs at least one name.').max(50),
    ...stage,
  }),
]);
export type Stage = z.infer<typeof Stage>;

/** Somebody who asked for what was already asked for, or what a reviewer said about it. */
export const Note = z.object({ person: Person, at, text: z.string().min(1).max(MOST_REASON) });
export type Note = z.infer<typeof Note>;

/**
 * What a request carries beside its first fields: the review, its deadlines and the end of the access (section 7 of the domain).
 * Requests that were kept before there was such a thing have none; `lifeOf` then gives the defaults.
 */
export const Life = z.object({
  /** In order. Empty: one decision of any reviewer. */
  stages: z.array(Stage).max(10).default([]),
  /** When the current stage is overdue; null for never. */
  dueAt: at.nullable().default(null),
  /** When an undecided request is closed; null for whenever Gatehouse says so. */
  expiresAt: at.nullable().default(null),
  escalatedAt: at.nullable().default(null),
  /** Decided by a rule and not by a person. */
  autoDecision: z
    .object({ kind: z.enum(['approved', 'denied']), ruleId: RuleId, at, reason: z.string() })
    .nullable()
    .default(null),
  comments: z.array(Note).default([]),
  attachments: z.array(Note).default([]),
  /** When time-bound access ends; null for access without an end. */
  accessUntil: at.nullable().default(null),
  /** When the grant was handed to the identity provider, whose next sync makes it real. */
  awaitsSyncSince: at.nullable().default(null),
  /** Taking access back: how often it was tried and what went wrong last. */
  revocation: z
    .object({ attempts: z.number().int().nonnegative(), failure: z.string().nullable() })
    .default({ attempts: 0, failure: null }),
});
export type Life = z.infer<typeof Life>;

const noLife: Life = Life.parse({});

/** The life of a request, also of one that was kept without. */
export const lifeOf = (request: { readonly life?: Life | undefined }): Life => request.life ?? noLife;
