import { z } from 'zod';
import { AccountId, CloudId } from '../../../core/ids.ts';
import {
  AccessPathId,
  ApprovedRequest,
  accessPaths,
  CoverageWindow,
  coverageGap,
  driftOf,
  Freshness,
  GrantEvent,
  gettingStarted,
  LoggedGrant,
  Observation,
  PostureFacts,
  postureOf,
  provenanceOf,
  type RoleHolders,
  Seat,
  SeenIntent,
  StartFacts,
  stateOf,
  unknownFacts,
} from '../../../core/posture/index.ts';
import type { Reason } from '../../../core/reason.ts';
import { step, type TableStep } from '../step.ts';

const today = '2026-11-21T09:00:00Z';
const now = z.iso.datetime().default(today);
const yesterday = '2026-11-20T09:00:00Z';
const codes = (reasons: readonly Reason[]): string[] => reasons.map(({ code }) => code);

const cloudId = CloudId.default(CloudId.parse('site'));
const product = Seat.shape.product.default('jira-software');
const accountId = AccountId.default(AccountId.parse('712020:somebody'));

/** An observation in a table: seen yesterday on the admin page by Ida unless it says otherwise. */
const seen = (path: AccessPathId | null) =>
  z.record(z.string(), z.unknown()).transform((given, context): Observation => {
    const source = given.source ?? 'witnessed';
    const named = source === 'witnessed' || source === 'attested' ? { by: 'Ida' } : {};
    const parsed = Observation.safeParse({ at: yesterday, ...(path && { path }), ...named, ...given, source });
    if (parsed.success) return parsed.data;
    for (const { path: where, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', path: where, message });
    return z.NEVER;
  });

const roles = z
  .partialRecord(
    z.enum(['organizationAdmin', 'siteAdmin', 'userAccessAdmin', 'trustedUser']),
    PostureFacts.shape.adminRoles.shape.siteAdmin.partial(),
  )
  .default({})
  .transform((given): PostureFacts['adminRoles'] => {
    const holders = (role: keyof typeof given): RoleHolders => ({
      holders: given[role]?.holders ?? null,
      outsideIt: given[role]?.outsideIt ?? null,
    });
    return {
      organizationAdmin: holders('organizationAdmin'),
      siteAdmin: holders('siteAdmin'),
      userAccessAdmin: holders('userAccessAdmin'),
      trustedUser: holders('trustedUser'),
    };
  });

const { shape } = PostureFacts;
const group = z.strictObject({
  name: z.string().default('Group'),
  synced: z.boolean().nullable().default(true),
  isDefault: z.boolean().nullable().default(false),
  seatProducts: z.array(product).nullable().default([]),
});
const seatsOfProduct = z.strictObject({
  product,
  cloudId,
  plan: z.enum(['free', 'standard', 'premium', 'enterprise', 'trial']).nullable().default('free'),
  used: z.number().int().nullable().default(null),
  freeLimit: z.number().int().nullable().default(null),
});
const approvedDomain = z.strictObject({
  domain: z.string().default('acme.example'),
  serviceManagementRole: z.enum(['none', 'user', 'customer']).nullable().default('user'),
  adminApproval: z.boolean().nullable().default(true),
});

/** Facts in a table: read yesterday, of one site, and not known where nothing is said. */
const facts = z
  .strictObject({
    asOf: shape.asOf.default(yesterday),
    sites: shape.sites.default([CloudId.parse('site')]),
    adminRoles: roles,
    groups: z.array(group).nullable().default(null),
    approvedDomains: z.array(approvedDomain).nullable().default(null),
    internalCustomers: shape.internalCustomers.default(null),
    unclaimedOnVerifiedDomains: shape.unclaimedOnVerifiedDomains.default(null),
    seats: z.array(seatsOfProduct).nullable().default(null),
    managedElsewhere: shape.managedElsewhere.default(null),
    discoveredOutsideIt: shape.discoveredOutsideIt.default(null),
  })
  .default({ ...unknownFacts, asOf: yesterday, sites: [CloudId.parse('site')] });

const pathGiven = z.strictObject({ path: AccessPathId, seen: z.array(z.unknown()).default([]) });

/** Observations of a step about one path need not repeat it. */
const withPath = <T extends z.infer<typeof pathGiven>>(given: T, context: z.RefinementCtx) => {
  const parsed = z.array(seen(given.path)).safeParse(given.seen);
  if (parsed.success) return { ...given, seen: parsed.data };
  for (const { path, message } of parsed.error.issues)
    context.addIssue({ code: 'custom', path: ['seen', ...path], message });
  return z.NEVER;
};

export const postureSteps: Readonly<Record<string, TableStep>> = {
  /** What is known of one access path. */
  'posture.path': step(z.strictObject({ path: AccessPathId }), ({ path: id }) => {
    const path = accessPaths.find((one) => one.id === id);
    return path
      ? {
          number: path.number,
          learntBy: path.learntBy,
          grade: path.evidence.grade,
          verified: path.evidence.verified,
          original: path.fix.original.steps.join(' > '),
          centralized: path.fix.centralized.steps.join(' > '),
          wordsVerified: { original: path.fix.original.verified, centralized: path.fix.centralized.verified },
          coveredBy: path.coveredBy,
          intents: path.intents,
          wanted: path.wanted,
        }
      : null;
  }),
  /** Whether one access path is open. */
  'posture.state': step(
    pathGiven.extend({ facts, now, freshness: Freshness.prefault({}) }).transform(withPath),
    (given) => {
      const state = stateOf(given.path, given.seen, given.facts, given.now, given.freshness);
      return {
        state: state.state,
        gives: state.gives,
        attestation: state.attestation && { ...state.attestation },
        reasons: codes(state.reasons),
      };
    },
  ),
  /** What changed on one access path between two looks. */
  'posture.drift': step(pathGiven.transform(withPath), ({ path, seen: looks }) =>
    driftOf(path, looks).map(({ site, direction, before, after }) => ({
      site,
      direction,
      from: before.value,
      to: after.value,
      by: after.by,
    })),
  ),
  /** All paths at once. */
  'posture.overview': step(
    z.strictObject({ seen: z.array(seen(null)).default([]), facts, now, freshness: Freshness.prefault({}) }),
    (given) => {
      const { paths, counts, findings, drifts } = postureOf(given.seen, given.facts, given.now, given.freshness);
      return {
        paths: paths.length,
        counts,
        findings: findings.map(({ path, kind, severity }) => `${severity} ${kind} ${path}`),
        drifts: drifts.map(({ path, direction }) => `${path} ${direction}`),
      };
    },
  ),
  /** Where seats come from. */
  'posture.provenance': step(
    z.strictObject({
      seats: z.array(
        Seat.extend({
          accountId,
          product,
          cloudId,
          since: Seat.shape.since.default(null),
          firstSeenAt: Seat.shape.firstSeenAt.default(yesterday),
        }),
      ),
      requests: z
        .array(
          ApprovedRequest.extend({
            requestId: z.string().default('request'),
            accountIds: ApprovedRequest.shape.accountIds.default([AccountId.parse('712020:somebody')]),
            product,
            cloudId,
            revokedAt: ApprovedRequest.shape.revokedAt.default(null),
          }),
        )
        .default([]),
      events: z
        .array(
          GrantEvent.extend({
            eventId: z.string().default('event'),
            accountId,
            product: GrantEvent.shape.product.default('jira-software'),
            cloudId: GrantEvent.shape.cloudId.default(CloudId.parse('site')),
            actor: GrantEvent.shape.actor.default(null),
            path: GrantEvent.shape.path.default(null),
          }),
        )
        .default([]),
      startedAt: z.iso.datetime().default('2026-01-01T00:00:00Z'),
    }),
    ({ seats, requests, events, startedAt }) => {
      const { origins, counts } = provenanceOf(seats, requests, events, startedAt);
      return {
        counts,
        seats: origins.map(({ outcome, requestId, who, path, reasons }) => ({
          outcome,
          request: requestId,
          who,
          path,
          reasons: codes(reasons),
        })),
      };
    },
  ),
  /** How many grants nobody asked the extension about. */
  'posture.coverage-gap': step(
    z.strictObject({
      grants: z
        .array(
          LoggedGrant.extend({
            eventId: z.string().default('event'),
            actorId: LoggedGrant.shape.actorId.default(AccountId.parse('712020:admin')),
            targetId: LoggedGrant.shape.targetId.default(AccountId.parse('712020:somebody')),
            via: LoggedGrant.shape.via.default('browser'),
          }),
        )
        .nullable(),
      intents: z
        .array(
          SeenIntent.extend({
            intentId: z.string().default('intent'),
            actorId: AccountId.default(AccountId.parse('712020:admin')),
            targetIds: SeenIntent.shape.targetIds.default([AccountId.parse('712020:somebody')]),
          }),
        )
        .default([]),
      window: CoverageWindow.prefault({}),
    }),
    ({ grants, intents, window }) => {
      const { gap, grants: all, seen: met, wanted, unseen, reasons } = coverageGap(grants, intents, window);
      return {
        gap,
        grants: all,
        seen: met,
        wanted,
        channels: unseen.map(({ channel }) => channel),
        reasons: codes(reasons),
      };
    },
  ),
  /** How far an organization has come with getting started. */
  'posture.getting-started': step(
    z.strictObject({
      connected: StartFacts.shape.connected.default(null),
      domains: StartFacts.shape.domains.default(null),
      claimed: StartFacts.shape.claimed.default(null),
      unclaimed: StartFacts.shape.unclaimed.default(null),
      subscription: StartFacts.shape.subscription.default('unknown'),
      featuresOn: StartFacts.shape.featuresOn.default(null),
    }),
    (given) => {
      const { steps, next } = gettingStarted(given);
      return {
        next,
        steps: Object.fromEntries(steps.map(({ step, state }) => [step, state])),
        reasons: steps.flatMap(({ reasons }) => codes(reasons)),
      };
    },
  ),
};
