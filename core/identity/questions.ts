import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { Domain, DomainStatus } from '../organization/organization.ts';
import { type Question, question } from '../question.ts';
import { AccountFacts, unknownAccount } from './account.ts';
import { describeAccountId } from './account-id-kind.ts';
import { boundaryOf, showsBoundary } from './boundary.ts';
import { classify } from './classify.ts';
import { controlsByType } from './controls.ts';
import { accountForCustomer, CustomerSettings } from './customer-account.ts';
import { articleAccess, customerFacts } from './customers.ts';
import { ClaimScope, domainStanding, policyReach } from './domain-claims.ts';
import { duplicateHints, PersonFacts } from './duplicates.ts';
import { standingsOf } from './standings.ts';
import { IdentityType } from './types.ts';
import { labelOf } from './view.ts';

/** An account in a table: only what matters is written, everything else is not known. */
const account = AccountFacts.partial().transform((facts): AccountFacts => {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...unknownAccount(facts.accountId ?? AccountId.parse('712020:somebody')), ...said };
});

const organization = z
  .object({ name: z.string().default('Acme'), domains: z.array(Domain) })
  .default({ name: 'Acme', domains: [{ name: 'acme.example', status: 'verified' }] });

const deployment = z.enum(['cloud', 'data-center', 'unknown']);
const known = z.boolean().nullable().default(null);
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

export const identityQuestions: Readonly<Record<string, Question>> = {
  /** How an account stands to an organization. */
  'identity.classify': question(z.strictObject({ account, organization }), ({ account: facts, organization: of }) => {
    const identity = classify(facts, of);
    return {
      type: identity.type,
      label: labelOf(identity),
      subStates: identity.subStates,
      reasons: codes(identity.reasons),
      words: identity.reasons.map(({ text }) => text),
    };
  }),
  /** One account in several organizations, each with the facts of its own directory. */
  'identity.standings': question(
    z.strictObject({ sightings: z.array(z.strictObject({ account, organization })) }),
    ({ sightings }) => {
      const { managedBy, reasons, in: standings } = standingsOf(sightings);
      return { managedBy, types: standings.map(({ type }) => type), reasons: codes(reasons) };
    },
  ),
  /** What an account id tells. */
  'identity.account-id': question(z.strictObject({ raw: z.string().max(1000) }), ({ raw }) => ({
    ...describeAccountId(raw),
  })),
  /** What the state of a domain and the wanted claims mean. */
  'identity.domain': question(
    z.strictObject({
      name: z.string().min(1).default('acme.example'),
      status: DomainStatus,
      claims: ClaimScope.default('unknown'),
    }),
    ({ claims, ...domain }) => {
      const { reasons, ...standing } = domainStanding(domain, claims);
      return { ...standing, reasons: codes(reasons) };
    },
  ),
  /** Whether authentication policies reach an account. */
  'identity.policy-reach': question(z.strictObject({ claimed: known, subscription: known }), (given) => {
    const { reached, reason } = policyReach(given.claimed, given.subscription);
    return { reached, reason: reason.code };
  }),
  /** What an organization can govern of a type of identity. */
  'identity.controls': question(z.strictObject({ type: IdentityType }), ({ type }) => {
    const controls = controlsByType[type];
    return controls && { ...controls };
  }),
  /** Which account an invited customer gets. */
  'identity.customer-account': question(
    z.strictObject({ email: z.string(), settings: CustomerSettings }),
    ({ email, settings }) => {
      const { reasons, ...found } = accountForCustomer(email, settings);
      return { ...found, reasons: codes(reasons) };
    },
  ),
  /** What a customer is and where they are looked after. */
  'identity.customer': question(
    z.strictObject({
      kind: z.enum(['portal-only', 'atlassian-account']),
      experience: z.enum(['centralized', 'original']).default('centralized'),
    }),
    ({ kind, experience }) => ({ ...customerFacts(kind, experience) }),
  ),
  /** Whether customers can read a knowledge base. */
  'identity.articles': question(
    z.strictObject({ space: z.enum(['anonymous', 'unlicensed', 'licensed']).nullable() }),
    ({ space }) => {
      const { reasons, ...access } = articleAccess(space);
      return { ...access, reasons: codes(reasons) };
    },
  ),
  /** Accounts that may belong to one person. */
  'identity.duplicates': question(z.strictObject({ people: z.array(PersonFacts).max(1000) }), ({ people }) => ({
    hints: duplicateHints(people).map(({ accounts, confidence, reasons }) => ({
      accounts: [...accounts],
      confidence,
      reasons: codes(reasons),
    })),
  })),
  /** Where Gatehouse ends. */
  'identity.boundary': question(
    z.strictObject({ account: deployment, organizationRuns: z.array(deployment).default([]) }),
    (given) => {
      const { reasons, ...boundary } = boundaryOf(given.account);
      return { ...boundary, shown: showsBoundary(given.organizationRuns), reasons: codes(reasons) };
    },
  ),
};
