import { because, type Reason } from '../reason.ts';
import { accessCounts, guestCounts, takenOff } from './access.ts';
import type { BillableAccount, SubscriptionFacts } from './account.ts';
import { charged } from './charged.ts';
import type { Answer, BillingRule, BillingRules } from './rules.ts';
import { all, any, type Finding } from './tri.ts';

export interface Billable {
  /** Whether the next invoice has the person on it. */
  readonly billable: Answer;
  /** Whether the person is one of those counted, be the subscription free at the moment or not. */
  readonly counted: Answer;
  /** False when a rule behind the answer is not verified: say so. */
  readonly verified: boolean;
  readonly reasons: readonly Reason[];
  /** "Billable because …", "Not billable because …" or "Not known whether billable: …". */
  readonly text: string;
}

/**
 * Whether Atlassian Access / Guard bills for a person, and why (section 4 of the domain). Total and deterministic; every fact
 * that is missing and would matter gives `unknown` with the fact's name.
 */
export function billable(account: BillableAccount, facts: SubscriptionFacts, rules: BillingRules): Billable {
  const counts = counted(account, facts, rules);
  const bill = charged(facts, rules);
  // "No" of the person says more than "no" of the subscription, so it goes first.
  const result = all([counts, bill]);
  return {
    billable: result.answer,
    counted: counts.answer,
    verified: result.verified,
    reasons: result.reasons,
    text: textOf(result),
  };
}

function counted(account: BillableAccount, facts: SubscriptionFacts, rules: BillingRules): Finding {
  return all([
    person(account, rules),
    status(account, rules),
    takenOff(account, facts, rules),
    policy(account, facts, rules),
    accessCounts(account, rules),
  ]);
}

const yes: Finding = { answer: 'yes', reasons: [], verified: true };
const by = ({ counted: answer, verified }: BillingRule, reason: Reason): Finding => ({
  answer,
  reasons: [reason],
  verified,
});

/** For what usually keeps a person off the bill: where the rule counts it all the same, it explains nothing. */
const unless = (rule: BillingRule, reason: Reason): Finding =>
  rule.counted === 'yes' ? { ...yes, verified: rule.verified } : by(rule, reason);

const missing = (code: string, text: string): Finding => ({
  answer: 'unknown',
  reasons: [because(code, text)],
  verified: true,
});

function person({ identityType }: BillableAccount, rules: BillingRules): Finding {
  if (identityType === 'app')
    return { answer: 'no', reasons: [because('app', 'it is an app, not a person')], verified: true };
  if (identityType === 'portal-only')
    return unless(rules.portalOnly, because('portal-only', 'this is a portal-only customer'));
  if (identityType === 'unknown') return missing('identity-unknown', 'it is not known whose account this is');
  return yes;
}

function status({ accountStatus, membershipStatus }: BillableAccount, rules: BillingRules): Finding {
  if (accountStatus === 'inactive' || accountStatus === 'closed')
    return unless(rules.deactivated, because('deactivated', 'the account is deactivated'));
  if (membershipStatus === 'suspended')
    return unless(
      rules.suspended,
      rules.suspended.counted === 'unknown'
        ? because('suspended', 'access is suspended, and whether suspended people are counted is not certain')
        : because('suspended', 'access is suspended'),
    );
  if (accountStatus === null) return missing('status-unknown', 'it is not known whether the account is active');
  return yes;
}

function policy(account: BillableAccount, facts: SubscriptionFacts, rules: BillingRules): Finding {
  return account.identityType === 'external'
    ? any([externalPolicy(facts, rules), guestCounts(account, rules)])
    : authenticationPolicy(account, facts, rules);
}

function authenticationPolicy(
  { policyBillable }: BillableAccount,
  { edition }: SubscriptionFacts,
  rules: BillingRules,
): Finding {
  if (policyBillable === true) return yes;
  const rule = edition === null ? null : rules.nonBillablePolicy[edition];
  if (policyBillable === null)
    return rule?.counted === 'yes'
      ? { ...yes, verified: rule.verified }
      : missing('policy-unknown', 'it is not known whether its authentication policy is a billable one');
  if (rule === null)
    return missing(
      'edition-unknown',
      'its authentication policy is non-billable, and which edition you have is not known',
    );
  return by(
    rule,
    rule.counted === 'yes'
      ? because('non-billable-policy-counted', 'Guard Premium counts members of a non-billable policy too')
      : because(
          'non-billable-policy',
          'its authentication policy is non-billable; the subscription does not protect it either',
        ),
  );
}

function externalPolicy({ externalPolicy: kind }: SubscriptionFacts, rules: BillingRules): Finding {
  if (kind === null)
    return missing('external-policy-unknown', 'it is not known whether an external user policy counts this person');
  if (kind === 'billable')
    return by(
      rules.externalPolicy,
      because('external-policy', 'a billable external user policy applies to this person'),
    );
  return {
    answer: 'no',
    reasons: [because('external', 'the account is external and no billable external user policy applies')],
    verified: rules.externalPolicy.verified,
  };
}

const openings: Record<Answer, string> = {
  yes: 'Billable because ',
  no: 'Not billable because ',
  unknown: 'Not known whether billable: ',
};

const textOf = ({ answer, reasons, verified }: Finding): string =>
  `${openings[answer]}${reasons.map(({ text }) => text).join('; ')}${verified ? '' : ' (unverified)'}.`;
