import { z } from 'zod';
import { IdentityType } from '../identity/types.ts';
import { AccountId, OrgId } from '../ids.ts';
import { Domain, Site } from '../organization/organization.ts';
import { type Decision, decide } from './decide.ts';
import { Intent } from './intent.ts';
import { Policy } from './rule.ts';

/** What an extension needs to decide by itself, fetched with an ETag and kept over restarts. No people, no secrets. */
export const PolicyBundle = z.object({
  organization: z.object({ orgId: OrgId, name: z.string(), domains: z.array(Domain), sites: z.array(Site) }),
  /** How the person who fetched the bundle stands to the organization. */
  actor: z.object({ accountId: AccountId.nullable(), identityType: IdentityType }),
  policy: Policy,
});
export type PolicyBundle = z.infer<typeof PolicyBundle>;

/**
 * Intents that the policy blocks for this actor whoever they aim at: these may be closed at network level, where bodies
 * cannot be read. An intent that is allowed for some target is left to the page guard.
 */
export function alwaysBlocked(bundle: PolicyBundle, now: string): Intent[] {
  return Intent.options.filter((intent) => blockedWithoutFacts(intent, bundle, now).outcome === 'block');
}

const blockedWithoutFacts = (intent: Intent, bundle: PolicyBundle, now: string): Decision =>
  decide(
    {
      intent,
      actor: { accountId: bundle.actor.accountId, identityType: bundle.actor.identityType },
      targets: [],
      product: null,
      cloudId: null,
    },
    bundle.policy,
    now,
  );
