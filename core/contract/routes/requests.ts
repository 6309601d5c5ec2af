import { z } from 'zod';
import { AuditEntry } from '../../audit/chain.ts';
import { IdentityView } from '../../identity/view.ts';
import { asItStood } from '../../identity/whom.ts';
import { CloudId, RequestId, RuleId } from '../../ids.ts';
import { Effect } from '../../licence/effect.ts';
import { SeatLine } from '../../licence/seat-line.ts';
import { Product } from '../../organization/product.ts';
import { Intent } from '../../policy/intent.ts';
import { StopId } from '../../policy/stop-id.ts';
import { MOST_REASON } from '../../requests/most-reason.ts';
import { AccessRequest, RequestState } from '../../requests/request.ts';
import { anyone, deciders, route, staff } from '../route.ts';
import { MAX_PEOPLE, TargetRef } from './identities.ts';
import { MOST_RULES } from './policy.ts';

const byId = z.object({ id: RequestId });

/** What the person who asked may see of a request: no reviewer's internals. */
export const OwnRequest = AccessRequest.pick({
  id: true,
  number: true,
  state: true,
  intent: true,
  product: true,
  siteHost: true,
  targets: true,
  reason: true,
  ruleName: true,
  createdAt: true,
  updatedAt: true,
}).extend({
  decisionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  grantFailure: z.string().nullable(),
  /** Who in IT did it by hand, and their note; null when Gatehouse did it, or nobody yet. */
  byHand: z.object({ by: z.string(), note: z.string().nullable() }).nullable().default(null),
  /** Which of the targets, by address, Atlassian has invited only: nobody has an app before they accept. */
  invited: z.array(z.string()).default([]),
});
export type OwnRequest = z.infer<typeof OwnRequest>;

export const submitRequest = route({
  method: 'POST',
  path: '/api/v1/requests',
  summary: 'Ask IT for what was stopped',
  access: anyone,
  body: z.strictObject({
    intent: Intent,
    product: Product.nullable(),
    cloudId: CloudId.nullable(),
    /** Null, with `cloudId`, when the page does not say which site it leads to: a reviewer chooses one. */
    siteHost: z.string().max(253).nullable(),
    /** Key of the project or space it happened in; null when nothing said so. */
    container: z.string().max(255).overwrite(asItStood).min(1).nullable().default(null),
    /** Empty when the person asks for themselves. One who cannot be read is named by the text as it stood. */
    targets: z.array(TargetRef).max(MAX_PEOPLE),
    reason: z.string().trim().min(1, 'Say why access is needed.').max(MOST_REASON),
    ruleIds: z.array(RuleId).max(MOST_RULES),
    /** What the prompt called the rule. It is not believed: the policy kept here has the name that is shown. */
    ruleName: z.string().max(200),
    policyVersion: z.number().int().positive(),
    /** The stop it comes of; left out when there is no record of one. */
    stopId: StopId.optional(),
  }),
  response: z.object({
    request: OwnRequest,
    /** True when an open request for the same people and app existed and this one was attached to it. */
    duplicate: z.boolean(),
  }),
  status: 201,
  errors: [
    'bad-request',
    'not-signed-in',
    'not-allowed',
    'own-request',
    'not-found',
    'wrong-state',
    'idempotency-conflict',
    'too-many-requests',
    'directory-not-ready',
  ],
  idempotent: true,
});

export const listOwnRequests = route({
  method: 'GET',
  path: '/api/v1/requests/mine',
  summary: 'The requests of the person signed in: open ones first, then the newest (at most 50)',
  access: anyone,
  response: z.object({
    requests: z.array(OwnRequest),
    /** How many others there are. */
    more: z.number().int().nonnegative().default(0),
  }),
  status: 200,
  errors: ['not-signed-in'],
  etag: true,
});

export const listRequests = route({
  method: 'GET',
  path: '/api/v1/requests',
  summary: 'The review queue, newest first',
  access: staff,
  query: z.object({
    state: z.union([RequestState, z.literal('open'), z.literal('all')]).default('open'),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    requests: z.array(AccessRequest),
    /** By id, what approving would do as things stand, of those where it is possible; without a word of those whose site is not known. */
    now: z.record(RequestId, Effect).default({}),
    /**
     * What approving all that are in review would do together, everybody counted once for each app. Only with the first page of those,
     * and null where there are too many of them.
     */
    together: z
      .object({ requests: z.number().int().nonnegative(), lines: z.array(SeatLine) })
      .nullable()
      .default(null),
    next: z.string().nullable(),
    counts: z.record(RequestState, z.number().int().nonnegative()),
  }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-allowed'],
});

export const RequestDetail = z.object({
  request: AccessRequest,
  /** Null for whoever the directory ties to no single account; all are while it has not been read. */
  requesterIdentity: IdentityView.nullable(),
  targetIdentities: z.array(IdentityView.nullable()),
  directoryIsRead: z.boolean(),
  /** What approving, or trying again, would do as things stand; null where neither is possible any more. */
  now: z
    .object({
      /** Null while the site is not known. */
      effect: Effect.nullable(),
      group: AccessRequest.shape.group,
      /** Names all of this, and what else an approval is about: whoever approves sends it back. */
      seen: z.string(),
    })
    .nullable(),
  /** Other requests of the same person or for the same people: open ones first, then the newest. */
  earlier: z.array(AccessRequest),
  /** How many others there are. */
  moreEarlier: z.number().int().nonnegative(),
  /** Sites to choose from, where choosing is allowed. */
  sites: z.array(z.object({ cloudId: CloudId, host: z.string() })),
  /** What happened to this request. */
  history: z.array(AuditEntry),
  /** What the caller may do now, so that the page offers nothing that would be refused. */
  allowed: z.object({
    decide: z.boolean(),
    /** While this is true and no site is known, approving is not possible. */
    chooseSite: z.boolean(),
    retryGrant: z.boolean(),
    finishByHand: z.boolean(),
    whyNot: z.string().nullable(),
  }),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

export const getRequest = route({
  method: 'GET',
  path: '/api/v1/requests/{id}',
  summary: 'One request with everything a reviewer needs',
  access: staff,
  params: byId,
  response: RequestDetail,
  status: 200,
  errors: ['not-signed-in', 'not-allowed', 'not-found'],
});

/**
 * `now.seen` of what stood beside the button: what has changed since is not approved, or tried again, unseen. Left out by callers that
 * show it to nobody: they mean what stands when they call.
 */
const seen = z.string().max(200).optional();

export const decideRequest = route({
  method: 'POST',
  path: '/api/v1/requests/{id}/decisions',
  summary: 'Approve or deny',
  access: deciders,
  params: byId,
  body: z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('approve'),
      reason: z.string().trim().max(MOST_REASON).nullable(),
      seen,
    }),
    z.strictObject({ decision: z.literal('deny'), reason: z.string().trim().max(MOST_REASON) }),
  ]),
  response: z.object({ request: AccessRequest }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-allowed', 'own-request', 'not-found', 'wrong-state', 'reason-required'],
});

export const chooseSite = route({
  method: 'POST',
  path: '/api/v1/requests/{id}/sites',
  summary: 'Say which site is meant, where whoever asked could not',
  access: deciders,
  params: byId,
  body: z.strictObject({ cloudId: CloudId }),
  response: z.object({ request: AccessRequest }),
  status: 200,
  errors: [
    'bad-request',
    'not-signed-in',
    'not-allowed',
    'own-request',
    'not-found',
    'wrong-state',
    'directory-not-ready',
  ],
});

export const retryGrant = route({
  method: 'POST',
  path: '/api/v1/requests/{id}/grant-retries',
  summary: 'Try a failed grant again',
  access: deciders,
  params: byId,
  body: z.strictObject({ seen }),
  response: z.object({ request: AccessRequest }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-allowed', 'own-request', 'not-found', 'wrong-state'],
});

export const finishByHand = route({
  method: 'POST',
  path: '/api/v1/requests/{id}/completions',
  summary: 'Say that somebody did by hand what Gatehouse could not grant',
  access: deciders,
  params: byId,
  body: z.strictObject({ note: z.string().trim().max(MOST_REASON).nullable() }),
  response: z.object({ request: AccessRequest }),
  status: 200,
  errors: ['bad-request', 'not-signed-in', 'not-allowed', 'own-request', 'not-found', 'wrong-state'],
});

export const withdrawRequest = route({
  method: 'POST',
  path: '/api/v1/requests/{id}/withdrawals',
  summary: 'Withdraw a request of one’s own',
  access: anyone,
  params: byId,
  response: z.object({ request: OwnRequest }),
  status: 200,
  errors: ['not-signed-in', 'not-allowed', 'not-found', 'wrong-state'],
});
