import { z } from 'zod';
import { DomainStatus } from '../organization/organization.ts';
import { because, type Reason } from '../reason.ts';
import { Subscription } from '../security/subscription-features.ts';

/** What is known of how far an organization has come; `null` is not known. */
export const StartFacts = z.object({
  connected: z.boolean().nullable(),
  domains: z.array(z.object({ name: z.string().min(1), status: DomainStatus })).nullable(),
  /** Accounts on verified domains that are claimed, and that are not. */
  claimed: z.number().int().nonnegative().nullable(),
  unclaimed: z.number().int().nonnegative().nullable(),
  subscription: Subscription,
  /** Features that are on; null when nobody has told us. */
  featuresOn: z.array(z.string().min(1)).nullable(),
});
export type StartFacts = z.infer<typeof StartFacts>;

export const StartStep = z.enum(['connect', 'verify-domain', 'claim-accounts', 'trial', 'first-feature']);
export type StartStep = z.infer<typeof StartStep>;

export interface StepView {
  readonly step: StartStep;
  readonly state: 'done' | 'not' | 'unknown';
  /** What having it done opens, in one sentence. */
  readonly unlocks: string;
  readonly reasons: readonly Reason[];
}

export interface GettingStarted {
  readonly steps: readonly StepView[];
  /** The first step that is not known to be done; null when all are. */
  readonly next: StartStep | null;
}

const unlocks: Record<StartStep, string> = {
  connect: 'Gatehouse reads the directory, the groups and the audit log.',
  'verify-domain': 'You may claim the accounts on the domain. Verifying is free.',
  'claim-accounts': 'Claimed accounts are managed: you edit and deactivate them, and policies can cover them.',
  trial: 'For 30 days every Guard feature can be tried; without a subscription no policy is enforced.',
  'first-feature': 'Single sign-on, provisioning, two-step verification or the audit log begin to protect people.',
};

/** The steps by which an organization begins, in their order (section 7 of the domain, getting started). */
export function gettingStarted(facts: StartFacts): GettingStarted {
  const steps = [connect(facts), verifyDomain(facts), claimAccounts(facts), trial(facts), firstFeature(facts)];
  return { steps, next: steps.find(({ state }) => state !== 'done')?.step ?? null };
}

const view = (step: StartStep, state: StepView['state'], code: string, text: string): StepView => ({
  step,
  state,
  unlocks: unlocks[step],
  reasons: [because(code, text)],
});

function connect({ connected }: StartFacts): StepView {
  if (connected === null)
    return view('connect', 'unknown', 'connection-unknown', 'Whether Atlassian answers has not been tried.');
  return connected
    ? view('connect', 'done', 'connected', 'The organization is connected.')
    : view('connect', 'not', 'not-connected', 'Create an API key of the organization and give it to the service.');
}

function verifyDomain({ domains }: StartFacts): StepView {
  if (domains === null) return view('verify-domain', 'unknown', 'domains-unknown', 'The domains have not been read.');
  const verified = domains.filter(({ status }) => status === 'verified').map(({ name }) => name);
  return verified.length > 0
    ? view('verify-domain', 'done', 'domain-verified', `Verified: ${verified.join(', ')}.`)
    : view('verify-domain', 'not', 'no-verified-domain', 'Verify a domain by DNS or HTTPS.');
}

function claimAccounts({ claimed, unclaimed }: StartFacts): StepView {
  const step = 'claim-accounts';
  if (claimed !== null && claimed > 0) {
    if (unclaimed === null)
      return view(step, 'done', 'some-claimed', `${claimed} accounts are claimed; how many are not is not known.`);
    return unclaimed === 0
      ? view(step, 'done', 'all-claimed', `All ${claimed} accounts are claimed.`)
      : view(
          step,
          'done',
          'some-claimed',
          `${claimed} accounts are claimed, ${unclaimed} are not. A chosen subset is fine.`,
        );
  }
  return claimed === null
    ? view(step, 'unknown', 'claims-unknown', 'How many accounts are claimed is not known.')
    : view(step, 'not', 'none-claimed', 'Claim all accounts on the domain, or a chosen subset.');
}

function trial({ subscription }: StartFacts): StepView {
  if (subscription === 'unknown')
    return view('trial', 'unknown', 'subscription-unknown', 'Whether there is a trial or a subscription is not known.');
  if (subscription === 'trial') return view('trial', 'done', 'in-trial', 'The 30-day trial is running.');
  if (subscription === 'active') return view('trial', 'done', 'subscribed', 'The organization has a subscription.');
  return subscription === 'ended'
    ? view(
        'trial',
        'not',
        'subscription-ended',
        'The trial or subscription has ended. Subscribe to enforce policies again.',
      )
    : view('trial', 'not', 'no-subscription', 'Start the free trial of 30 days from any security feature.');
}

function firstFeature({ featuresOn, subscription }: StartFacts): StepView {
  const step = 'first-feature';
  if (featuresOn === null) return view(step, 'unknown', 'features-unknown', 'Which features are on is not known.');
  if (featuresOn.length === 0)
    return view(step, 'not', 'no-feature', 'Turn on a first feature, such as single sign-on.');
  if (subscription === 'none' || subscription === 'ended')
    return view(
      step,
      'not',
      'feature-without-subscription',
      'A feature is set up, but without a subscription it protects nobody.',
    );
  if (subscription === 'unknown')
    return view(
      step,
      'unknown',
      'feature-not-proven',
      'A feature is set up, but whether a subscription enforces it is not known.',
    );
  return view(step, 'done', 'feature-on', `On: ${featuresOn.join(', ')}.`);
}
