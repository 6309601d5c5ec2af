import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { Domain } from '../organization/organization.ts';
import { type Question, question } from '../question.ts';
import { AccountFacts, unknownAccount } from './account.ts';
import { classify } from './classify.ts';
import { labelOf } from './view.ts';

/** An account in a table: only what matters is written, everything else is not known. */
const account = AccountFacts.partial().transform((facts): AccountFacts => {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...unknownAccount(facts.accountId ?? AccountId.parse('712020:somebody')), ...said };
});

const organization = z
  .object({ name: z.string().default('Acme'), domains: z.array(Domain) })
  .default({ name: 'Acme', domains: [{ name: 'acme.example', status: 'verified' }] });

export const identityQuestions: Readonly<Record<string, Question>> = {
  /** How an account stands to an organization. */
  'identity.classify': question(z.strictObject({ account, organization }), ({ account: facts, organization: of }) => {
    const identity = classify(facts, of);
    return {
      type: identity.type,
      label: labelOf(identity),
      subStates: identity.subStates,
      reasons: identity.reasons.map(({ code }) => code),
    };
  }),
};
