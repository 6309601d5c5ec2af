import { z } from 'zod';
import { CloudId, GroupId, OrgId, RequestId, RuleId } from '../ids.ts';
import { Effect, Target } from '../licence/effect.ts';
import { Product } from '../organization/product.ts';
import { Intent } from '../policy/intent.ts';
import { StopId } from '../policy/stop-id.ts';
import { Life } from './life.ts';
import { Person } from './person.ts';

/** States of an access request (section 7 of the domain); `moves.ts` says which command leads where. */
export const RequestState = z.enum([
  'submitted',
  'in-review',
  'approved',
  'denied',
  'withdrawn',
  'expired',
  'granting',
  'granted',
  'grant-failed',
  'expiring',
  'revoked',
]);
export type RequestState = z.infer<typeof RequestState>;

export { Person };

export const AccessRequest = z.object({
  id: RequestId,
  orgId: OrgId,
  /** What people call it: counts from 1 in each organization. */
  number: z.number().int().positive(),
  state: RequestState,
  intent: Intent,
  /** Null when nobody said which app is meant: a person has to find out. */
  product: Product.nullable(),
  /** Null, with `siteHost`, while nobody has said which site is meant: no site stands in for it. */
  cloudId: CloudId.nullable(),
  siteHost: z.string().nullable(),
  /** Who in IT said which site is meant, where whoever asked could not; null else, and before there was such a thing. */
  siteChosenBy: Person.nullable().default(null),
  /** Key of the project or space it happened in; null when nothing said so, and before there was such a thing. */
  container: z.string().nullable().default(null),
  requester: Person,
  /** Who would get access; the requester when they ask for themselves. */
  targets: z.array(Target).min(1),
  reason: z.string(),
  /** Rules that stopped the action, strongest first, and the policy they belong to. */
  ruleIds: z.array(RuleId),
  ruleName: z.string(),
  policyVersion: z.number().int().positive(),
  /** The stop it came of; older requests have none, nor those of a stop that nobody recorded. */
  stopId: StopId.optional(),
  /** Seats and cost as they stood when it was asked, or when the site became known; null until then. */
  effect: Effect.nullable(),
  /** The same as worked out when it was approved, or last tried again; left out before that, and before there was such a thing. */
  effectOnApproval: Effect.nullable().optional(),
  /** Where approval puts the person. */
  group: z
    .object({
      id: GroupId,
      name: z.string(),
      /** True when an identity provider owns the members: a grant is real only when the seat is seen. */
      synced: z.boolean().optional(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  decision: z
    .object({ kind: z.enum(['approved', 'denied']), by: Person, at: z.iso.datetime(), reason: z.string().nullable() })
    .nullable(),
  grant: z.object({
    attempts: z.number().int().nonnegative(),
    /** In words, with what to do next; null while nothing failed. */
    failure: z.string().nullable(),
    nextAttemptAt: z.iso.datetime().nullable(),
    /** Addresses that Atlassian has sent an invitation to: nobody is a member before they accept. Older requests have no word about it. */
    invited: z.array(z.string()).optional(),
  }),
  /**
   * Who did at Atlassian what Gatehouse could not; null when nobody had to. Nobody has checked it there. Requests that were
   * kept before there was such a thing have no word about it.
   */
  byHand: z.object({ by: Person, at: z.iso.datetime(), note: z.string().nullable() }).nullable().default(null),
  /** Stages, deadlines, comments and the end of the access; read it with `lifeOf`. */
  life: Life.optional(),
});
export type AccessRequest = z.infer<typeof AccessRequest>;
