import type { IntentOnPage } from '../../core/contract/messages.ts';
import { addressKey } from '../../core/identity/index.ts';
import type { Effect } from '../../core/licence/index.ts';
import { verifiedDomainsOf } from '../../core/organization/index.ts';
import {
  type Decision,
  decide,
  type IntentFacts,
  type IntentTarget,
  type PolicyBundle,
} from '../../core/policy/index.ts';
import { browserLanguage } from '../platform/language.ts';
import { effectOf } from './effects.ts';
import { notConfigured } from './failure.ts';
import { currentPolicy } from './policy.ts';
import { record } from './records.ts';

/**
 * What to do about an intent. Uses the policy at hand, whether or not somebody is signed in, and the service's facts when
 * they come in time; missing facts leave standings `unknown`, which the policy's `onUnknown` decides. The answer is
 * recorded. Throws `not-configured` when no policy was ever read: nothing protects then, and the popup says so.
 */
export async function check(intent: IntentOnPage): Promise<{ decision: Decision; effect: Effect | null }> {
  const policy = await currentPolicy();
  if (policy === null) throw notConfigured();
  const effect = await effectOf(intent);
  const decision = decide(factsOf(intent, policy.bundle, effect), policy.bundle.policy, new Date().toISOString());
  await record(intent, decision);
  return { decision, effect };
}

/** Joins what the page said with what the service knows; the page's word for the site is completed from the bundle. */
export function factsOf(intent: IntentOnPage, bundle: PolicyBundle, effect: Effect | null): IntentFacts {
  const site = bundle.organization.sites.find(({ host }) => host === intent.siteHost);
  return {
    intent: intent.intent,
    actor: { accountId: bundle.actor.accountId, identityType: bundle.actor.identityType },
    targets: intent.targets.map((target) => withStanding(target, effect)),
    product: intent.product ?? effect?.product ?? null,
    cloudId: intent.cloudId ?? effect?.cloudId ?? site?.cloudId ?? null,
    verifiedDomains: verifiedDomainsOf(bundle.organization),
    effect,
    language: browserLanguage(),
  };
}

function withStanding(target: IntentOnPage['targets'][number], effect: Effect | null): IntentTarget {
  const known = effect?.targets.find(
    (candidate) =>
      (target.accountId !== null && candidate.accountId === target.accountId) ||
      (target.email !== null && candidate.email !== null && addressKey(candidate.email) === addressKey(target.email)),
  );
  return {
    email: target.email,
    accountId: target.accountId,
    identityType: known?.identityType ?? 'unknown',
    standing: known?.standing ?? 'unknown',
  };
}
