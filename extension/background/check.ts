import type { CheckAnswer, IntentOnPage, Preview } from '../../core/contract/messages/index.ts';
import type { TargetGroups } from '../../core/contract/routes/identities.ts';
import { addressKey, parseAddress } from '../../core/identity/index.ts';
import { type Effect, isAboutSeats } from '../../core/licence/index.ts';
import { domainKey, verifiedDomainsOf } from '../../core/organization/index.ts';
import {
  type Decision,
  decide,
  givesMembership,
  type IntentFacts,
  type IntentTarget,
  isAboutActor,
  type PolicyBundle,
} from '../../core/policy/index.ts';
import { languageOfRules } from '../platform/catalogue.ts';
import { isDefault } from '../words/rule.ts';
import { say, together } from '../words/say.ts';
import { asked } from './asked.ts';
import { type ServiceFacts, serviceFacts } from './effects.ts';
import { notConfigured } from './failure.ts';
import { currentPolicy } from './policy.ts';
import { record } from './records.ts';
import { sessionNow } from './session-now.ts';

type Ask = (intent: IntentOnPage) => Promise<ServiceFacts | null>;

/**
 * What to do about an intent. Uses the policy at hand, whether or not somebody is signed in, and the service's facts when
 * they come in time; missing facts leave standings `unknown`, which the policy's `onUnknown` decides. The answer is
 * recorded. Throws `not-configured` when no policy was ever read: nothing protects then, and the popup says so.
 * @param ask the service, or nobody: for acts that are recorded only
 */
export async function check(intent: IntentOnPage, ask: Ask = serviceFacts): Promise<CheckAnswer> {
  const policy = await currentPolicy();
  if (policy === null) throw notConfigured();
  const known = await ask(intent);
  const decision = await decisionOn(intent, policy.bundle, known);
  const stopId = await record(intent, decision);
  return { decision: asTold(decision, intent, policy.bundle), effect: seatsOf(intent, known), stopId };
}

/** As `check`, of what nobody has begun: nothing is recorded, and without a policy there is no decision. */
export async function preview(intent: IntentOnPage, ask: Ask = serviceFacts): Promise<Preview> {
  const [policy, known, already] = await Promise.all([currentPolicy(), ask(intent), asked(intent)]);
  const effect = seatsOf(intent, known);
  if (policy === null) return { effect, decision: null, asked: already };
  const decision = asTold(await decisionOn(intent, policy.bundle, known), intent, policy.bundle);
  return { effect, decision, asked: already };
}

/** For whom and by which policy acts are decided now: while it stays, only time and the directory change a decision. */
export async function basisOfDecisions(): Promise<string> {
  const [policy, session] = await Promise.all([currentPolicy(), sessionNow()]);
  return JSON.stringify([policy?.bundle.policy.version, policy?.bundle.actor, session?.me.subject]);
}

async function decisionOn(intent: IntentOnPage, bundle: PolicyBundle, known: ServiceFacts | null): Promise<Decision> {
  const facts = factsOf(intent, bundle, known, (await sessionNow())?.me.email ?? null);
  return decide(facts, bundle.policy, new Date().toISOString());
}

const seatsOf = ({ intent }: IntentOnPage, known: ServiceFacts | null): Effect | null =>
  isAboutSeats(intent) ? (known?.effect ?? null) : null;

/** Whether the page or the call says a site, and the organization's, where any is known, are others. */
const isElsewhere = ({ siteHost, cloudId }: IntentOnPage, { organization: { sites } }: PolicyBundle): boolean =>
  (siteHost !== null || cloudId !== null) &&
  sites.length > 0 &&
  !sites.some((site) => isHost(site.host, siteHost) || (cloudId !== null && site.cloudId === cloudId));

/** Pages may stand at a host with the dot of the root, and people write capitals. */
const isHost = (host: string, said: string | null): boolean => said !== null && domainKey(host) === domainKey(said);

/**
 * As the person is told: the default in their language, as rules speak it. Rules count on sites of other organizations as well, where
 * our IT has nothing to give.
 */
function asTold(decision: Decision, intent: IntentOnPage, bundle: PolicyBundle): Decision {
  const { prompt } = decision;
  if (prompt === null) return decision;
  const message = isDefault(decision) ? say('prompt.default-message') : prompt.message;
  if (!isElsewhere(intent, bundle)) return { ...decision, prompt: { ...prompt, message } };
  const none = say('prompt.elsewhere', { organization: bundle.organization.name });
  return { ...decision, mayAskIt: false, prompt: { ...prompt, message: together(message, none) } };
}

/**
 * Joins what the page said with what the service knows; the page's word for the site is completed from the bundle.
 * @param ownAddress of whoever is signed in
 */
function factsOf(
  intent: IntentOnPage,
  bundle: PolicyBundle,
  known: ServiceFacts | null,
  ownAddress: string | null,
): IntentFacts {
  const effect = known?.effect ?? null;
  // Groups that another version of the policy names say nothing about those of this one.
  const groups = known?.targetGroups?.policyVersion === bundle.policy.version ? known.targetGroups.groups : [];
  const site = bundle.organization.sites.find(({ host }) => isHost(host, intent.siteHost));
  return {
    intent: intent.intent,
    actor: bundle.actor,
    targets: givesOneself(intent)
      ? [themselves(bundle, effect?.targets[0], groups[0] ?? null, ownAddress)]
      : intent.targets.map((target) => withStanding(target, effect, groups)),
    product: intent.product ?? effect?.product ?? null,
    cloudId: intent.cloudId ?? effect?.cloudId ?? site?.cloudId ?? null,
    container: intent.container,
    verifiedDomains: verifiedDomainsOf(bundle.organization),
    effect,
    language: languageOfRules(),
  };
}

/** Who joins or asks for access and names nobody is whom the act is about. A link or a trial is for others too. */
const givesOneself = ({ intent, targets }: IntentOnPage): boolean =>
  targets.length === 0 && isAboutActor(intent) && givesMembership(intent);

/** Whoever acts, as the service knows them; else as the browser does. */
const themselves = (
  { actor }: PolicyBundle,
  known: Effect['targets'][number] | undefined,
  groups: TargetGroups['groups'][number],
  ownAddress: string | null,
): IntentTarget =>
  known
    ? { ...known, groups }
    : {
        email: ownAddress === null ? null : (parseAddress(ownAddress)?.email ?? null),
        accountId: actor.accountId,
        identityType: actor.identityType,
        standing: 'unknown',
        groups: null,
      };

function withStanding(
  target: IntentOnPage['targets'][number],
  effect: Effect | null,
  groups: TargetGroups['groups'],
): IntentTarget {
  const at =
    effect?.targets.findIndex(
      (candidate) =>
        (target.accountId !== null && candidate.accountId === target.accountId) ||
        (target.email !== null && candidate.email !== null && addressKey(candidate.email) === addressKey(target.email)),
    ) ?? -1;
  const known = effect?.targets[at];
  return {
    email: target.email,
    accountId: target.accountId,
    identityType: known?.identityType ?? 'unknown',
    standing: known?.standing ?? 'unknown',
    groups: groups[at] ?? null,
  };
}
