import { z } from 'zod';
import type { IdentityType } from '../identity/types.ts';
import { AccountId } from '../ids.ts';
import { domainKey } from '../organization/domain-name.ts';
import { domainOf } from '../organization/organization.ts';
import { counted } from '../plural.ts';
import { because, type Reason } from '../reason.ts';
import { PolicyId } from './authentication-policy.ts';
import type { PolicyFault } from './check-policies.ts';

export const sessionMinutes = { least: 15, most: 30 * 24 * 60 } as const;
export const testPolicyUsers = 5;

const sessionWords =
  'A session lasts from 15 minutes to 30 days (43200 minutes). Write a whole number of minutes in between.';

/** One policy for external people (section 5 of the domain): organization-wide, for some domains, or a test for a few people. */
export const ExternalUserPolicy = z.object({
  id: PolicyId,
  name: z.string().min(1, 'Give the policy the name that it has in Atlassian Administration.'),
  appliesTo: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('everybody') }),
    z.object({
      kind: z.literal('domains'),
      domains: z.array(z.string().min(1).overwrite(domainKey)).min(1, 'Name at least one domain.'),
    }),
    z.object({
      kind: z.literal('test'),
      accountIds: z.array(AccountId).max(testPolicyUsers, 'A test policy takes at most 5 users. Remove the others.'),
    }),
  ]),
  /** How people prove who they are before they see our data. */
  verification: z.enum(['sso', 'one-time-passcode', 'none']).nullable(),
  sessionMinutes: z
    .number()
    .int(sessionWords)
    .min(sessionMinutes.least, sessionWords)
    .max(sessionMinutes.most, sessionWords)
    .nullable(),
  apiTokens: z.enum(['allowed', 'blocked']).nullable(),
});
export type ExternalUserPolicy = z.infer<typeof ExternalUserPolicy>;

export interface ExternalCoverage {
  readonly outcome: 'covered' | 'not-covered' | 'unknown';
  readonly policy: ExternalUserPolicy | null;
  readonly reasons: readonly Reason[];
}

/**
 * Which external user policy applies to an account: the test policy that lists it, else the one for its domain, else the
 * organization-wide one. No page of Atlassian confirms this order, so it is said with every answer that it decided.
 */
export function externalUserPolicyOf(
  subject: { readonly accountId: AccountId; readonly identityType: IdentityType; readonly email: string | null },
  policies: readonly ExternalUserPolicy[],
): ExternalCoverage {
  const answer = (outcome: ExternalCoverage['outcome'], policy: ExternalUserPolicy | null, ...reasons: Reason[]) => ({
    outcome,
    policy,
    reasons,
  });
  if (subject.identityType === 'unknown')
    return answer('unknown', null, because('identity-unknown', 'Whether this account is external is not known.'));
  if (subject.identityType !== 'external')
    return answer('not-covered', null, because('not-external', 'External user policies cover external people only.'));

  const domain = subject.email === null ? null : domainOf(subject.email);
  const tiers = [
    { code: 'test-policy', says: 'lists this account for a test', fits: policies.filter(lists(subject.accountId)) },
    { code: 'domain-policy', says: 'is the policy for this domain', fits: policies.filter(isFor(domain)) },
    { code: 'organization-policy', says: 'applies to all external people', fits: policies.filter(isForEverybody) },
  ];
  const [first, ...lower] = tiers.filter(({ fits }) => fits.length > 0);
  if (
    first?.code !== 'test-policy' &&
    domain === null &&
    policies.some(({ appliesTo }) => appliesTo.kind === 'domains')
  )
    return answer(
      'unknown',
      null,
      because('domain-unknown', 'Policies differ by domain, and the e-mail address is not visible to us.'),
    );
  const policy = first?.fits[0];
  if (!first || !policy)
    return answer('not-covered', null, because('no-policy', 'No external user policy is recorded for this account.'));
  if (first.fits.length > 1)
    return answer(
      'unknown',
      null,
      because('several-policies', `Several policies fit: ${first.fits.map(({ name }) => name).join(', ')}.`),
    );
  const unverified = because('order-unverified', 'That it goes before the other policies that fit is not confirmed.');
  return answer(
    'covered',
    policy,
    because(first.code, `${policy.name} ${first.says}.`),
    ...(lower.length > 0 ? [unverified] : []),
  );
}

const lists =
  (accountId: AccountId) =>
  ({ appliesTo }: ExternalUserPolicy): boolean =>
    appliesTo.kind === 'test' && appliesTo.accountIds.includes(accountId);

const isFor =
  (domain: string | null) =>
  ({ appliesTo }: ExternalUserPolicy): boolean =>
    appliesTo.kind === 'domains' && domain !== null && appliesTo.domains.includes(domain);

const isForEverybody = ({ appliesTo }: ExternalUserPolicy): boolean => appliesTo.kind === 'everybody';

/** Faults of recorded external user policies: something that two policies claim. Empty when all is well. */
export function checkExternalUserPolicies(policies: readonly ExternalUserPolicy[]): PolicyFault[] {
  const claimedBy = new Map<string, string>();
  return policies.flatMap((policy, index) => {
    const { path, claims } = claimsOf(policy);
    return [...new Set(claims)].flatMap((claim): PolicyFault[] => {
      const other = claimedBy.get(claim);
      if (other === undefined) {
        claimedBy.set(claim, policy.name);
        return [];
      }
      const what = claim.slice(claim.indexOf(':') + 1);
      return [
        {
          code: `two-policies-for-${policy.appliesTo.kind}`,
          level: 'error',
          path: `policies.${index}.${path}`,
          message: `${policy.name} and ${other} both apply to ${what}. Keep it in one of them.`,
        },
      ];
    });
  });
}

function claimsOf({ appliesTo }: ExternalUserPolicy): { path: string; claims: readonly string[] } {
  if (appliesTo.kind === 'everybody') return { path: 'appliesTo', claims: ['everybody:all external people'] };
  if (appliesTo.kind === 'domains')
    return { path: 'appliesTo.domains', claims: appliesTo.domains.map((domain) => `domain:${domain}`) };
  return { path: 'appliesTo.accountIds', claims: appliesTo.accountIds.map((id) => `account:${id}`) };
}

const durations: readonly (readonly [number, string])[] = [
  [24 * 60, 'day'],
  [60, 'hour'],
];

const duration = (minutes: number): string => {
  const [size, word] = durations.find(([unit]) => minutes >= unit && minutes % unit === 0) ?? [1, 'minute'];
  return counted(minutes / size, word);
};

const verificationWords: Record<NonNullable<ExternalUserPolicy['verification']>, string> = {
  sso: 'You verify yourself through single sign-on before you see content.',
  'one-time-passcode':
    'You verify yourself with a one-time passcode sent to your e-mail address before you see content.',
  none: 'You need no extra verification.',
};

/** What an external person meets, one sentence a setting; settings that are not known are named as not known. */
export function externalUserPrompt(policy: ExternalUserPolicy): string[] {
  const { verification, sessionMinutes: minutes, apiTokens } = policy;
  return [
    verification === null ? 'How you verify yourself is not known.' : verificationWords[verification],
    minutes === null
      ? 'How long a session lasts is not known.'
      : `After ${duration(minutes)} you verify yourself again.`,
    apiTokens === null
      ? 'Whether API tokens reach this organization is not known.'
      : `API tokens ${apiTokens === 'blocked' ? 'do not reach' : 'reach'} this organization.`,
  ];
}
