import { describe, expect, it } from 'vitest';
import type { IdentityType } from '../identity/types.ts';
import { AccountId } from '../ids.ts';
import {
  checkExternalUserPolicies,
  ExternalUserPolicy,
  externalUserPolicyOf,
  externalUserPrompt,
} from './external-user-policy.ts';

const raw = {
  id: 'all',
  name: 'All',
  appliesTo: { kind: 'everybody' },
  verification: 'sso',
  sessionMinutes: 60,
  apiTokens: 'allowed',
};
const policy = (given: Record<string, unknown> = {}) => ExternalUserPolicy.parse({ ...raw, ...given });
const forDomains = (id: string, ...domains: string[]) =>
  policy({ id, name: id, appliesTo: { kind: 'domains', domains } });
const test = (id: string, ...accountIds: string[]) => policy({ id, name: id, appliesTo: { kind: 'test', accountIds } });
const pat = (email: string | null = 'pat@partner.example', identityType: IdentityType = 'external') => ({
  accountId: AccountId.parse('pat'),
  identityType,
  email,
});
const answer = (subject: ReturnType<typeof pat>, ...policies: ExternalUserPolicy[]) => {
  const { outcome, policy: found, reasons } = externalUserPolicyOf(subject, policies);
  return [outcome, found?.id ?? null, ...reasons.map(({ code }) => code)];
};

describe('ExternalUserPolicy', () => {
  it('takes sessions from 15 minutes to 30 days', () => {
    const minutes = (sessionMinutes: number) => ExternalUserPolicy.safeParse({ ...raw, sessionMinutes });
    expect([15, 43_200].map((one) => minutes(one).success)).toEqual([true, true]);
    for (const bad of [14, 43_201, 20.5])
      expect(minutes(bad).error?.issues[0]?.message).toContain('from 15 minutes to 30 days');
  });

  it('takes at most five people in a test', () => {
    const people = (count: number) =>
      ExternalUserPolicy.safeParse({
        ...raw,
        appliesTo: { kind: 'test', accountIds: Array.from({ length: count }, (_, i) => `a${i}`) },
      });
    expect(people(5).success).toBe(true);
    expect(people(6).error?.issues[0]).toMatchObject({
      path: ['appliesTo', 'accountIds'],
      message: 'A test policy takes at most 5 users. Remove the others.',
    });
  });

  it('needs a domain and a name', () => {
    expect(
      ExternalUserPolicy.safeParse({ ...raw, appliesTo: { kind: 'domains', domains: [] } }).error?.issues[0]?.message,
    ).toContain('at least one domain');
    expect(ExternalUserPolicy.safeParse({ ...raw, name: '' }).error?.issues[0]?.message).toContain(
      'Give the policy the name',
    );
  });
});

describe('externalUserPolicyOf', () => {
  const all = policy();

  it('goes from the test over the domain to everybody', () => {
    const partner = forDomains('partner', 'other.example', 'Partner.Example');
    expect(answer(pat(), all)).toEqual(['covered', 'all', 'organization-policy']);
    expect(answer(pat(), all, partner)).toEqual(['covered', 'partner', 'domain-policy', 'order-unverified']);
    expect(answer(pat(), partner)).toEqual(['covered', 'partner', 'domain-policy']);
    expect(answer(pat(), all, partner, test('pilot', 'pat'))).toEqual([
      'covered',
      'pilot',
      'test-policy',
      'order-unverified',
    ]);
    expect(answer(pat(), test('pilot', 'pat'))).toEqual(['covered', 'pilot', 'test-policy']);
    expect(answer(pat(), all, test('pilot', 'somebody'))).toEqual(['covered', 'all', 'organization-policy']);
    expect(answer(pat('pat@sub.partner.example'), all, partner)).toEqual(['covered', 'all', 'organization-policy']);
  });

  it('does not guess without the address, except where it does not matter', () => {
    const partner = forDomains('partner', 'partner.example');
    expect(answer(pat(null), all, partner)).toEqual(['unknown', null, 'domain-unknown']);
    expect(answer(pat('nonsense'), all, partner)).toEqual(['unknown', null, 'domain-unknown']);
    expect(answer(pat(null), all)).toEqual(['covered', 'all', 'organization-policy']);
    expect(answer(pat(null), partner, test('pilot', 'pat'))).toEqual(['covered', 'pilot', 'test-policy']);
    expect(answer(pat(null))).toEqual(['not-covered', null, 'no-policy']);
  });

  it('does not choose between two that fit alike', () => {
    expect(answer(pat(), all, policy({ id: 'more' }))).toEqual(['unknown', null, 'several-policies']);
    expect(answer(pat(), test('a', 'pat'), test('b', 'pat'))).toEqual(['unknown', null, 'several-policies']);
  });

  it.each(['managed', 'portal-only', 'app'] as const)('does not cover %s accounts', (type) => {
    expect(answer(pat(null, type), all)).toEqual(['not-covered', null, 'not-external']);
  });
});

describe('checkExternalUserPolicies', () => {
  const faults = (...policies: ExternalUserPolicy[]) =>
    checkExternalUserPolicies(policies).map(({ code, path }) => `${path} ${code}`);

  it('finds what two policies claim', () => {
    expect(faults(policy(), policy())).toEqual(['policies.1.appliesTo two-policies-for-everybody']);
    expect(
      faults(forDomains('a', 'x.example', 'y.example'), policy(), forDomains('b', 'y.example', 'z.example')),
    ).toEqual(['policies.2.appliesTo.domains two-policies-for-domains']);
    expect(faults(test('a', 'pat'), test('b', 'pat'))).toEqual([
      'policies.1.appliesTo.accountIds two-policies-for-test',
    ]);
  });

  it('is content with what differs, and with one policy that repeats itself', () => {
    expect(
      faults(policy(), forDomains('a', 'x.example', 'x.example'), forDomains('b', 'y.example'), test('t', 'x.example')),
    ).toEqual([]);
  });

  it('says what to do', () => {
    expect(checkExternalUserPolicies([forDomains('a', 'x.example'), forDomains('b', 'x.example')])[0]?.message).toBe(
      'b and a both apply to x.example. Keep it in one of them.',
    );
  });
});

describe('externalUserPrompt', () => {
  const session = (sessionMinutes: number) => externalUserPrompt(policy({ sessionMinutes }))[1];

  it('says how long a session lasts in the largest fitting unit', () => {
    expect([15, 60, 90, 120, 1440, 1500, 43_200].map(session)).toEqual([
      'After 15 minutes you verify yourself again.',
      'After 1 hour you verify yourself again.',
      'After 90 minutes you verify yourself again.',
      'After 2 hours you verify yourself again.',
      'After 1 day you verify yourself again.',
      'After 25 hours you verify yourself again.',
      'After 30 days you verify yourself again.',
    ]);
  });

  it('says how people verify themselves and whether tokens work', () => {
    expect(externalUserPrompt(policy({ verification: 'one-time-passcode' }))[0]).toContain('one-time passcode');
    expect(externalUserPrompt(policy({ verification: 'none' }))[0]).toBe('You need no extra verification.');
    expect(externalUserPrompt(policy())[2]).toBe('API tokens reach this organization.');
    expect(externalUserPrompt(policy({ apiTokens: 'blocked' }))[2]).toBe('API tokens do not reach this organization.');
  });
});
