import { describe, expect, it } from 'vitest';
import { AccountId } from '../ids.ts';
import type { Organization } from '../organization/organization.ts';
import { type AccountFacts, unknownAccount } from './account.ts';
import { classify } from './classify.ts';
import { labelOf } from './view.ts';

const acme: Pick<Organization, 'name' | 'domains'> = {
  name: 'Acme',
  domains: [
    { name: 'acme.example', status: 'verified' },
    { name: 'old.example', status: 'superseded' },
  ],
};
const globex: Pick<Organization, 'name' | 'domains'> = {
  name: 'Globex',
  domains: [{ name: 'globex.example', status: 'verified' }],
};

const account = (facts: Partial<AccountFacts>): AccountFacts => ({
  ...unknownAccount(AccountId.parse('712020:3d1f0a52-0001-4e11-8a01-000000000001')),
  accountType: 'atlassian',
  ...facts,
});

describe('classify: the type', () => {
  it.each([
    [
      'claimed on a verified domain',
      { email: 'a@acme.example', claimStatus: 'managed' },
      'managed',
      'verified-and-claimed',
    ],
    ['claimed, e-mail hidden', { claimStatus: 'managed' }, 'managed', 'claimed'],
    [
      'claimed but the domain is not verified any more',
      { email: 'a@old.example', claimStatus: 'managed' },
      'external',
      'claimed-domain-not-verified',
    ],
    [
      'company domain, not claimed',
      { email: 'a@ACME.example', claimStatus: 'unmanaged' },
      'external',
      'verified-not-claimed',
    ],
    ['another domain', { email: 'a@partner.example', claimStatus: 'unmanaged' }, 'external', 'other-domain'],
    ['another domain, claim not known', { email: 'a@partner.example' }, 'external', 'other-domain'],
    [
      'a subdomain is not the domain',
      { email: 'a@mail.acme.example', claimStatus: 'unmanaged' },
      'external',
      'other-domain',
    ],
    ['not claimed, e-mail hidden', { claimStatus: 'unmanaged' }, 'external', 'not-claimed'],
    ['company domain, claim not known', { email: 'a@acme.example' }, 'unknown', 'claim-unknown'],
    ['customer', { accountType: 'customer', email: 'a@acme.example' }, 'portal-only', 'account-type-customer'],
    ['app', { accountType: 'app' }, 'app', 'account-type-app'],
    ['nothing known', { accountType: null }, 'unknown', 'not-in-directory'],
    [
      'only an e-mail, type not known: may be a customer',
      { accountType: null, email: 'a@x.example' },
      'unknown',
      'not-in-directory',
    ],
  ] as const)('%s', (_, facts, type, reason) => {
    const identity = classify(account(facts), acme);
    expect(identity.type).toBe(type);
    expect(identity.reasons[0]?.code).toBe(reason);
  });

  it('knows a portal-only customer by id when no API named the type', () => {
    const qm = unknownAccount(AccountId.parse('qm:6a1d2c3b-0009-4e11-8a01-000000000009:7f3b2a10-0009'));
    expect(classify(qm, acme).type).toBe('portal-only');
    expect(classify({ ...qm, accountType: 'atlassian', claimStatus: 'unmanaged' }, acme).type).toBe('external');
  });

  it('answers for one organization at a time', () => {
    const person = { email: 'a@acme.example' } as const;
    expect(classify(account({ ...person, claimStatus: 'managed' }), acme).type).toBe('managed');
    expect(classify(account({ ...person, claimStatus: 'unmanaged' }), globex).type).toBe('external');
  });
});

describe('classify: what is shown beside the type', () => {
  it.each([
    [{ claimStatus: 'managed' }, 'Managed', []],
    [{ email: 'a@acme.example', claimStatus: 'unmanaged' }, 'Unclaimed', ['unclaimed']],
    [{ claimStatus: 'managed', accountStatus: 'inactive' }, 'Deactivated', ['deactivated']],
    [{ claimStatus: 'managed', accountStatus: 'closed' }, 'Deactivated', ['deactivated']],
    [{ claimStatus: 'managed', membershipStatus: 'suspended' }, 'Suspended', ['suspended']],
    [{ claimStatus: 'unmanaged', invitationPending: true }, 'Invited', ['invited']],
    [{ claimStatus: 'unmanaged', isConfluenceGuest: true }, 'Guest', ['confluence-guest']],
    [{ claimStatus: 'managed', isOrgAdmin: true }, 'Managed', ['org-admin']],
  ] as const)('%j is labelled %s', (facts, label, subStates) => {
    const identity = classify(account(facts), acme);
    expect(labelOf(identity)).toBe(label);
    expect(identity.subStates).toEqual(subStates);
  });

  it('says why in words for the type and for every state', () => {
    const identity = classify(
      account({ email: 'a@acme.example', claimStatus: 'unmanaged', accountStatus: 'inactive' }),
      acme,
    );
    expect(identity.reasons.map((reason) => reason.text)).toEqual([
      'acme.example is verified, but Acme has not claimed this account.',
      'The account is deactivated and cannot sign in.',
    ]);
  });
});
