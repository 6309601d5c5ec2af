import { z } from 'zod';
import {
  AccountFacts,
  accountForCustomer,
  articleAccess,
  boundaryOf,
  ClaimScope,
  CustomerSettings,
  classify,
  controlsByType,
  customerFacts,
  describeAccountId,
  domainStanding,
  duplicateHints,
  IdentityType,
  labelOf,
  PersonFacts,
  policyReach,
  showsBoundary,
  standingsOf,
  unknownAccount,
} from '../../../core/identity/index.ts';
import { AccountId } from '../../../core/ids.ts';
import { Domain, DomainStatus } from '../../../core/organization/index.ts';
import { step, type TableStep } from '../step.ts';

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

export const classifyGiven = z.strictObject({ account, organization });

export const identitySteps: Readonly<Record<string, TableStep>> = {
  /** How an account stands to an organization. */
  'identity.classify': step(classifyGiven, ({ account: facts, organization: of }) => {
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
  'identity.standings': step(
    z.strictObject({ sightings: z.array(z.strictObject({ account, organization })) }),
    ({ sightings }) => {
      const { managedBy, reasons, in: standings } = standingsOf(sightings);
      return { managedBy, types: standings.map(({ type }) => type), reasons: codes(reasons) };
    },
  ),
  /** What an account id tells. */
  'identity.account-id': step(z.strictObject({ raw: z.string().max(1000) }), ({ raw }) => ({
    ...describeAccountId(raw),
  })),
  /** What the state of a domain and the wanted claims mean. */
  'identity.domain': step(
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
  'identity.policy-reach': step(z.strictObject({ claimed: known, subscription: known }), (given) => {
    const { reached, reason } = policyReach(given.claimed, given.subscription);
    return { reached, reason: reason.code };
  }),
  /** What an organization can govern of a type of identity. */
  'identity.controls': step(z.strictObject({ type: IdentityType }), ({ type }) => {
    const controls = controlsByType[type];
    return controls && { ...controls };
  }),
  /** Which account an invited customer gets. */
  'identity.customer-account': step(
    z.strictObject({ email: z.string(), settings: CustomerSettings }),
    ({ email, settings }) => {
      const { reasons, ...found } = accountForCustomer(email, settings);
      return { ...found, reasons: codes(reasons) };
    },
  ),
  /** What a customer is and where they are looked after. */
  'identity.customer': step(
    z.strictObject({
      kind: z.enum(['portal-only', 'atlassian-account']),
      experience: z.enum(['centralized', 'original']).default('centralized'),
    }),
    ({ kind, experience }) => ({ ...customerFacts(kind, experience) }),
  ),
  /** Whether customers can read a knowledge base. */
  'identity.articles': step(
    z.strictObject({ space: z.enum(['anonymous', 'unlicensed', 'licensed']).nullable() }),
    ({ space }) => {
      const { reasons, ...access } = articleAccess(space);
      return { ...access, reasons: codes(reasons) };
    },
  ),
  /** Accounts that may belong to one person. */
  'identity.duplicates': step(z.strictObject({ people: z.array(PersonFacts).max(1000) }), ({ people }) => ({
    hints: duplicateHints(people).map(({ accounts, confidence, reasons }) => ({
      accounts: [...accounts],
      confidence,
      reasons: codes(reasons),
    })),
  })),
  /** Where Gatehouse ends. */
  'identity.boundary': step(
    z.strictObject({ account: deployment, organizationRuns: z.array(deployment).default([]) }),
    (given) => {
      const { reasons, ...boundary } = boundaryOf(given.account);
      return { ...boundary, shown: showsBoundary(given.organizationRuns), reasons: codes(reasons) };
    },
  ),
};
