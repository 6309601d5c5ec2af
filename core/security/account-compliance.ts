import { z } from 'zod';
import { counted } from '../plural.ts';
import { because, type Reason } from '../reason.ts';
import { type AuthenticationSettings, isAtLeast, PasswordStrength } from './authentication-policy.ts';
import { type ControlResult, type ControlState, controlResult, overallState } from './control-state.ts';
import type { Coverage } from './covering-policy.ts';
import { enforcementOf } from './enforcement.ts';
import type { Subscription } from './subscription-features.ts';

/** How one account signs in, as far as it is known; `null` is not known. */
export const SignInFacts = z.object({
  method: z.enum(['sso', 'password', 'third-party']).nullable(),
  twoStep: z.boolean().nullable(),
  passwordStrength: PasswordStrength.nullable(),
  passwordChangedAt: z.iso.datetime().nullable(),
  /** API tokens that the account has now. */
  apiTokens: z.number().int().nonnegative().nullable(),
});
export type SignInFacts = z.infer<typeof SignInFacts>;

export const AuthenticationControl = z.enum([
  'single-sign-on',
  'two-step',
  'password-strength',
  'password-expiry',
  'idle-session',
  'api-tokens',
]);
export type AuthenticationControl = z.infer<typeof AuthenticationControl>;

export interface AccountCompliance {
  readonly state: ControlState;
  readonly controls: readonly ControlResult<AuthenticationControl>[];
  readonly reasons: readonly Reason[];
}

type Result = ControlResult<AuthenticationControl>;

const dayMs = 86_400_000;

/**
 * How one account stands to the policy that covers it, control by control (section 5 of the domain). `now` is an ISO date-time.
 * An account that no policy covers, or whose policy nobody enforces, has nothing required of it and the reason says why.
 */
export function accountCompliance(
  coverage: Coverage,
  subscription: Subscription,
  facts: SignInFacts,
  now: string,
): AccountCompliance {
  if (coverage.policy === null) {
    const state = coverage.outcome === 'unknown' ? 'unknown' : 'not-required';
    return { state, controls: [], reasons: coverage.reasons };
  }
  const { settings } = coverage.policy;
  const enforcement = enforcementOf(coverage.policy, subscription);
  const reasons = [...coverage.reasons, enforcement.reason];
  if (enforcement.state !== 'enforced')
    return { state: enforcement.state === 'unknown' ? 'unknown' : 'not-required', controls: [], reasons };
  const controls = [
    singleSignOn(settings, facts),
    twoStep(settings, facts),
    passwordStrength(settings, facts),
    passwordExpiry(settings, facts, now),
    idleSession(settings),
    apiTokens(settings, facts),
  ];
  return { state: overallState(controls), controls, reasons };
}

const settingUnknown = (control: AuthenticationControl): Result =>
  controlResult(control, 'unknown', 'setting-unknown', 'What the policy asks for here has not been recorded yet.');

const notRequired = (control: AuthenticationControl): Result =>
  controlResult(control, 'not-required', 'not-required', 'The policy does not ask for this.');

const factUnknown = (control: AuthenticationControl, what: string): Result =>
  controlResult(control, 'unknown', 'fact-unknown', `${what} is not known.`);

function singleSignOn({ singleSignOn: wanted }: AuthenticationSettings, { method }: SignInFacts): Result {
  const control = 'single-sign-on';
  if (wanted === null) return settingUnknown(control);
  if (wanted === 'none') return notRequired(control);
  if (method === null) return factUnknown(control, 'How this person signs in');
  return method === 'sso'
    ? controlResult(control, 'compliant', 'signs-in-with-sso', 'Signs in through the identity provider.')
    : controlResult(control, 'not-compliant', 'signs-in-without-sso', 'Signs in without the identity provider.');
}

function twoStep({ twoStep: wanted }: AuthenticationSettings, { twoStep: on }: SignInFacts): Result {
  const control = 'two-step';
  if (wanted === null) return settingUnknown(control);
  if (wanted === 'optional') return notRequired(control);
  if (on === null) return factUnknown(control, 'Whether two-step verification is on');
  return on
    ? controlResult(control, 'compliant', 'two-step-on', 'Two-step verification is on.')
    : controlResult(control, 'not-compliant', 'two-step-off', 'Two-step verification is off.');
}

/** Who signs in through the identity provider uses no Atlassian password. */
const usesNoPassword = (settings: AuthenticationSettings, facts: SignInFacts): boolean =>
  settings.singleSignOn !== null && settings.singleSignOn !== 'none' && facts.method === 'sso';

const passwordNotUsed = (control: AuthenticationControl): Result =>
  controlResult(
    control,
    'compliant',
    'password-not-used',
    'Signs in through the identity provider, without a password here.',
  );

function passwordStrength(settings: AuthenticationSettings, facts: SignInFacts): Result {
  const control = 'password-strength';
  const minimum = settings.passwordStrength;
  if (minimum === null) return settingUnknown(control);
  if (usesNoPassword(settings, facts)) return passwordNotUsed(control);
  if (facts.passwordStrength === null) return factUnknown(control, 'The strength of the password');
  return isAtLeast(facts.passwordStrength, minimum)
    ? controlResult(control, 'compliant', 'strong-enough', 'The password is strong enough.')
    : controlResult(
        control,
        'not-compliant',
        'too-weak',
        `The password is ${facts.passwordStrength}; the policy asks for ${minimum}.`,
      );
}

function passwordExpiry(settings: AuthenticationSettings, facts: SignInFacts, now: string): Result {
  const control = 'password-expiry';
  const days = settings.passwordExpiryDays;
  if (days === null) return settingUnknown(control);
  if (days === 'never') return notRequired(control);
  if (usesNoPassword(settings, facts)) return passwordNotUsed(control);
  if (facts.passwordChangedAt === null) return factUnknown(control, 'When the password was changed');
  return Date.parse(now) - Date.parse(facts.passwordChangedAt) <= days * dayMs
    ? controlResult(control, 'compliant', 'recent-enough', `The password is not older than ${days} days.`)
    : controlResult(control, 'not-compliant', 'too-old', `The password is older than ${days} days.`);
}

/** Atlassian itself signs idle people out, so being covered is being compliant. */
function idleSession({ idleSessionMinutes: minutes }: AuthenticationSettings): Result {
  const control = 'idle-session';
  if (minutes === null) return settingUnknown(control);
  return controlResult(
    control,
    'compliant',
    'applied-by-atlassian',
    `Atlassian signs out after ${minutes} idle minutes.`,
  );
}

function apiTokens({ apiTokens: wanted }: AuthenticationSettings, { apiTokens: count }: SignInFacts): Result {
  const control = 'api-tokens';
  if (wanted === null) return settingUnknown(control);
  if (wanted === 'allowed') return notRequired(control);
  if (count === null) return factUnknown(control, 'Whether this account has API tokens');
  return count === 0
    ? controlResult(control, 'compliant', 'no-tokens', 'The account has no API tokens.')
    : controlResult(
        control,
        'not-compliant',
        'tokens-although-blocked',
        `The account has ${counted(count, 'API token')} although the policy blocks creating them.`,
      );
}

const tasks: Record<AuthenticationControl, string> = {
  'single-sign-on': 'Sign out, then sign in again with your company account.',
  'two-step': 'Turn on two-step verification in the security settings of your Atlassian account.',
  'password-strength': 'Choose a stronger password in the security settings of your Atlassian account.',
  'password-expiry': 'Change your password in the security settings of your Atlassian account.',
  'idle-session': 'Sign in again.',
  'api-tokens':
    'Revoke your API tokens in the security settings of your Atlassian account, or ask IT for an exception.',
};

export interface SecurityPrompt {
  readonly title: string;
  /** What to do, one task a sentence. */
  readonly tasks: readonly string[];
  readonly reasons: readonly Reason[];
}

/** What the person is asked to do, in words; null when nothing is known to be wrong. Nobody is bothered with an unknown. */
export function securityPrompt({ controls }: AccountCompliance, policyName: string): SecurityPrompt | null {
  const failed = controls.filter(({ state }) => state === 'not-compliant');
  if (failed.length === 0) return null;
  return {
    title: `Your account does not meet the policy ${policyName} yet`,
    tasks: failed.map(({ control }) => tasks[control]),
    reasons: failed.map(({ control, reason }) => because(`${control}:${reason.code}`, reason.text)),
  };
}
