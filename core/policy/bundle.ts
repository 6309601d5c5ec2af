import { z } from 'zod';
import { IdentityType } from '../identity/types.ts';
import { AccountId, GroupId, OrgId } from '../ids.ts';
import { Domain, Site, verifiedDomainsOf } from '../organization/organization.ts';
import { ActorRole } from './conditions.ts';
import { decide } from './decide.ts';
import type { IntentActor } from './facts.ts';
import { Intent } from './intent.ts';
import { Policy } from './rule.ts';

/** What an extension needs to decide by itself, fetched with an ETag and kept over restarts. No people, no secrets. */
export const PolicyBundle = z.object({
  organization: z.object({ orgId: OrgId, name: z.string(), domains: z.array(Domain), sites: z.array(Site) }),
  /**
   * How the person who fetched the bundle stands to the organization, as `IntentActor` says it. A bundle from before groups and
   * roles were told goes on protecting with both unknown, until another was read.
   */
  actor: z.object({
    accountId: AccountId.nullable(),
    identityType: IdentityType,
    /** Those groups of the person that rules name in `actorGroups` or `actorGroupsExcept`, sorted; null when not known. */
    groups: z.array(GroupId).nullable().default(null),
    /** Roles certainly held; null when nothing is known. */
    roles: z.array(ActorRole).nullable().default(null),
    /** Roles of which nobody knows. */
    openRoles: z.array(ActorRole).default([]),
  }),
  policy: Policy,
});
export type PolicyBundle = z.infer<typeof PolicyBundle>;

/**
 * Intents that the policy blocks for this actor whoever, whatever and wherever they aim at: these may be closed at network
 * level, where bodies cannot be read. What hangs on a fact of the single action is left to the page guard, so that a rule for
 * one product never closes another.
 * @param now ISO date-time
 */
export function alwaysBlocked(
  bundle: Pick<PolicyBundle, 'organization' | 'policy'> & { readonly actor: IntentActor },
  now: string,
): Intent[] {
  return Intent.options.filter((intent) => {
    const decision = decide(
      {
        intent,
        actor: bundle.actor,
        targets: [],
        product: null,
        cloudId: null,
        verifiedDomains: verifiedDomainsOf(bundle.organization),
      },
      bundle.policy,
      now,
    );
    return decision.outcome === 'block' && !decision.reasons.some((reason) => reason.code === 'fact-missing');
  });
}
