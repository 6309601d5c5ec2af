import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountId } from '../ids.ts';
import { DomainStatus } from '../organization/organization.ts';
import { AccountFacts, unknownAccount } from './account.ts';
import { parseAccountId } from './account-id.ts';
import { describeAccountId } from './account-id-kind.ts';
import { classifier, classify } from './classify.ts';
import { accountForCustomer, CustomerSettings } from './customer-account.ts';
import { domainStanding } from './domain-claims.ts';
import { duplicateHints, PersonFacts } from './duplicates.ts';
import { standingsOf } from './standings.ts';
import { AdminRole, IdentityType } from './types.ts';
import { labelOf, toView } from './view.ts';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const address = fc.oneof(
  fc.constantFrom('a@acme.example', 'B@ACME.example', 'c@old.example', 'd@mail.example', '@', 'none', ''),
  fc.string(),
);
const anyAccount: fc.Arbitrary<AccountFacts> = fc.record({
  accountId: fc.constantFrom('712020:a', 'qm:b:c').map((id) => AccountId.parse(id)),
  accountType: maybe(fc.constantFrom('atlassian' as const, 'app' as const, 'customer' as const)),
  email: maybe(address),
  claimStatus: maybe(fc.constantFrom('managed' as const, 'unmanaged' as const)),
  accountStatus: maybe(fc.constantFrom('active' as const, 'inactive' as const, 'closed' as const)),
  membershipStatus: maybe(fc.constantFrom('active' as const, 'suspended' as const, 'no_membership' as const)),
  invitationPending: maybe(fc.boolean()),
  isConfluenceGuest: maybe(fc.boolean()),
  isJiraGuest: maybe(fc.boolean()),
  isOrgAdmin: maybe(fc.boolean()),
  isProductAdmin: maybe(fc.boolean()),
  adminRoles: fc.array(fc.constantFrom(...AdminRole.options)),
});
const anyOrganization = fc.record({
  name: fc.string({ minLength: 1 }),
  domains: fc.array(
    fc.record({
      name: fc.constantFrom('acme.example', 'ACME.example', 'old.example'),
      status: fc.constantFrom(...DomainStatus.options),
    }),
  ),
});

describe('whatever is known of an account', () => {
  it('the classifier of a directory says what classify says, with a reason for each state', () => {
    fc.assert(
      fc.property(anyAccount, anyOrganization, (account, organization) => {
        expect(AccountFacts.parse(account)).toEqual(account);
        const identity = classify(account, organization);
        expect(classifier(organization)(account)).toEqual(identity);
        expect(IdentityType.options).toContain(identity.type);
        expect(new Set(identity.subStates).size).toBe(identity.subStates.length);
        const stated = identity.subStates.filter((state) => state !== 'unclaimed').length;
        expect(identity.reasons).toHaveLength(1 + stated);
        expect(toView(account.accountId, identity).label).toBe(labelOf(identity));
      }),
    );
  });

  it('nobody is managed without a claim, nor unclaimed without a verified domain', () => {
    fc.assert(
      fc.property(anyAccount, anyOrganization, (account, organization) => {
        const { type, subStates } = classify(account, organization);
        if (type === 'managed') expect(account.claimStatus).toBe('managed');
        if (subStates.includes('unclaimed')) {
          expect(account.claimStatus).toBe('unmanaged');
          expect(organization.domains.some(({ status }) => status === 'verified')).toBe(true);
        }
        expect(standingsOf([{ account, organization }]).managedBy).toBe(type === 'managed' ? organization.name : null);
      }),
    );
  });
});

describe('account ids', () => {
  it('any text is read or refused, and what is read is read again the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(ari:cloud:identity::user\/)?[0-9a-f]{24}$/)), (raw) => {
        const { accountId, kind, tells } = describeAccountId(raw);
        expect(accountId).toBe(parseAccountId(raw));
        if (accountId !== null) expect(describeAccountId(accountId)).toEqual({ accountId, kind, tells });
        else expect(['none', 'data-center']).toContain(kind);
      }),
    );
  });

  it.each([
    ['712020:abc', 'none'],
    ['JIRAUSER', 'none'],
    ['xJIRAUSER10100', 'none'],
    [' jirauser10100 ', 'data-center'],
    ['5b10a2844c20165700ede21', 'older'],
    ['5b10a2844c20165700ede215f', 'older'],
    ['%3A', 'none'],
  ])('%s is %s', (raw, kind) => expect(describeAccountId(raw).kind).toBe(kind));
});

it('an invited customer always has an answer with a reason, and nothing inferred is called verified', () => {
  const access = fc.record({
    role: maybe(fc.constantFrom('none' as const, 'user' as const, 'customer' as const)),
    adminApproval: maybe(fc.boolean()),
  });
  const settings: fc.Arbitrary<CustomerSettings> = fc.record({
    internal: maybe(fc.boolean()),
    external: maybe(fc.boolean()),
    approvedDomains: maybe(
      fc.array(
        fc
          .tuple(fc.constantFrom('acme.example', ' Mail.example '), access)
          .map(([domain, rest]) => ({ domain, ...rest })),
      ),
    ),
    anyDomain: maybe(access),
  });
  fc.assert(
    fc.property(address, settings, (email, given) => {
      const found = accountForCustomer(email, given);
      expect(found.reasons.length).toBeGreaterThan(0);
      if (found.verified) expect(given.internal).toBe(true);
      if (found.account === 'atlassian-customer') expect(found.adminApproval).toBe(false);
      if (found.account === 'unknown') expect(found).toMatchObject({ verified: false, adminApproval: null });
    }),
  );
  expect(CustomerSettings.parse({})).toEqual({
    internal: null,
    external: null,
    approvedDomains: null,
    anyDomain: null,
  });
});

it('reasons of a domain name it', () => {
  for (const status of DomainStatus.options)
    expect(domainStanding({ name: 'acme.example', status }, 'all').reasons[0]?.text).toContain('acme.example');
});

describe('duplicate hints', () => {
  const person = (id: string, more: object): PersonFacts =>
    PersonFacts.parse({ accountId: id, type: 'external', ...more });
  const many = (count: number) => Array.from({ length: count }, (_, n) => person(`p${n}`, { name: 'John Smith' }));

  it('say nothing about what many people share', () => {
    expect(duplicateHints(many(12))).toHaveLength(66);
    expect(duplicateHints(many(13))).toEqual([]);
    expect(
      duplicateHints([person('a', { email: 'abc@x.example' }), person('b', { email: 'abc@y.example' })]),
    ).toHaveLength(1);
    expect(duplicateHints([person('a', { email: 'ab@x.example' }), person('b', { email: 'ab@y.example' })])).toEqual(
      [],
    );
    expect(duplicateHints([person('a', { name: 'Emma' }), person('b', { name: 'emma' })])).toEqual([]);
    expect(duplicateHints([person('a', { email: '+x@x.example' }), person('b', { email: '+y@x.example' })])).toEqual(
      [],
    );
  });

  it('see through how a name is written, and take nothing for an address that is none', () => {
    const pair = (one: object, other: object) =>
      duplicateHints([person('a', one), person('b', other)]).map(({ confidence }) => confidence);
    expect(pair({ name: ' Emma  BERG ' }, { name: 'emma berg' })).toEqual(['low']);
    expect(pair({ name: ' Emma ' }, { name: 'Emma ' })).toEqual([]);
    expect(pair({ aliases: ['@', 'emma'] }, { aliases: ['@', 'emma'] })).toEqual([]);
  });

  it('are never certain, and a name alone is the weakest', () => {
    const anyPerson = fc.record({
      accountId: fc.constantFrom('a', 'b', 'c', 'd').map((id) => AccountId.parse(id)),
      type: fc.constantFrom(...IdentityType.options),
      email: maybe(
        fc.constantFrom(
          'emma.berg@x.example',
          'Emma.Berg+1@x.example',
          'emma.berg@y.example',
          'no address',
          'info@x.example',
        ),
      ),
      aliases: fc.array(fc.constantFrom('emma.berg@x.example', 'liam@x.example', '@')),
      name: maybe(fc.constantFrom('Emma Berg', 'EMMA  berg ', 'Liam')),
    });
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 8 }), (people) => {
        const strength = { high: 0, medium: 1, low: 2 };
        const hints = duplicateHints(people);
        expect(hints.map(({ confidence }) => strength[confidence])).toEqual(
          hints.map(({ confidence }) => strength[confidence]).sort(),
        );
        for (const { accounts, confidence, reasons } of hints) {
          expect(accounts[0]).not.toBe(accounts[1]);
          const codes = reasons.map(({ code }) => code).filter((code) => code !== 'portal-only-and-managed');
          expect(codes.length).toBeGreaterThan(0);
          if (codes.every((code) => code === 'same-name')) expect(confidence).toBe('low');
        }
      }),
    );
  });
});

it('an account of which only the id is known has no states', () => {
  expect(classify(unknownAccount(AccountId.parse('712020:a')), { name: 'Acme', domains: [] }).subStates).toEqual([]);
});
