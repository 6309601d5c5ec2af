import { describe, expect, it } from 'vitest';
import { AccountId } from '../ids.ts';
import type { BillableAccount, ProductAccess, SubscriptionFacts } from './account.ts';
import { billable } from './billable.ts';
import { trialEndsOn } from './charged.ts';
import { overage } from './overage.ts';
import { BillingRules } from './rules.ts';
import { shippedRules } from './shipped-rules.ts';
import { all, any, type Finding } from './tri.ts';

const jira: ProductAccess = { product: 'jira-software', role: 'user', plan: 'standard', edition: null, sandbox: false };
const employee: BillableAccount = {
  accountId: AccountId.parse('emma'),
  identityType: 'managed',
  accountStatus: 'active',
  membershipStatus: 'active',
  isConfluenceGuest: false,
  policyBillable: true,
  access: [jira],
};
const bought: SubscriptionFacts = {
  state: 'active',
  edition: 'guard-standard',
  trialStartedOn: null,
  discount: 'none',
  externalPolicy: 'none',
  hasEnterprisePlan: false,
  today: '2026-11-21',
};
const ruled = (counted: 'yes' | 'no' | 'unknown') => ({ counted, source: 's', evidence: 'e', verified: true }) as const;

describe('rules are data: turned round, they turn the answer', () => {
  it.each([
    ['deactivated', { accountStatus: 'inactive' }],
    ['portalOnly', { identityType: 'portal-only' }],
    ['suspended', { membershipStatus: 'suspended' }],
    ['enterprisePlan', { access: [{ ...jira, plan: 'enterprise' }] }],
    ['freeProducts', { access: [{ ...jira, plan: 'free' }] }],
    ['sandboxOnly', { access: [{ ...jira, sandbox: true }] }],
    ['sandboxOnly', { access: [{ ...jira, sandbox: true, plan: 'free' }] }],
    ['jsmCustomers', { access: [{ ...jira, product: 'jira-servicedesk', role: 'customer' }] }],
    ['confluenceGuests', { access: [{ ...jira, product: 'confluence', role: 'guest' }] }],
    ['externalConfluenceGuests', { identityType: 'external', isConfluenceGuest: true, access: [] }],
  ] as const)('%s: %j', (rule, facts) => {
    for (const counted of ['yes', 'no', 'unknown'] as const) {
      const answer = billable({ ...employee, ...facts } as BillableAccount, bought, {
        ...shippedRules,
        [rule]: ruled(counted),
      });
      expect(answer.billable).toBe(counted);
      expect(answer.reasons.length).toBeGreaterThan(0);
    }
  });
});

describe('sandboxes', () => {
  it('a sandbox nobody is sure of matters only where sandboxes do not count', () => {
    const person = { ...employee, access: [{ ...jira, sandbox: null }] };
    expect(billable(person, bought, shippedRules).billable).toBe('yes');
    expect(billable(person, bought, { ...shippedRules, sandboxOnly: ruled('no') }).billable).toBe('unknown');
  });
});

describe('editions', () => {
  const statuspage: ProductAccess = { ...jira, product: 'statuspage' };
  const answer = (edition: string | null) =>
    billable({ ...employee, access: [{ ...statuspage, edition }] }, bought, shippedRules);
  it('an edition that no rule names is not stated', () => {
    expect(answer('galactic')).toMatchObject({ billable: 'unknown', reasons: [{ code: 'product-not-stated' }] });
    expect(answer('hobby').billable).toBe('yes');
    expect(answer('startup').billable).toBe('no');
  });
  it('one not known is harmless where no edition excludes', () => {
    const counts = { ...shippedRules, products: shippedRules.products.filter(({ effect }) => effect !== 'excludes') };
    const person = { ...employee, access: [jira, { ...statuspage, edition: null }] };
    expect(billable(person, bought, counts)).toMatchObject({
      billable: 'yes',
      reasons: [{ code: 'supported-product' }],
    });
    expect(billable({ ...person, access: [{ ...statuspage, edition: null }] }, bought, counts).billable).toBe(
      'unknown',
    );
  });
});

describe('the subscription itself', () => {
  it('a free organization is free in the trial too, and nobody knowing is not free', () => {
    expect(billable(employee, { ...bought, discount: null }, shippedRules)).toMatchObject({
      billable: 'unknown',
      counted: 'yes',
    });
    expect(billable(employee, { ...bought, state: null, discount: 'academic' }, shippedRules).billable).toBe('no');
  });
  it('a plan not known matters only where Enterprise is possible and left off the bill', () => {
    const person = { ...employee, access: [{ ...jira, plan: null }] };
    const answer = (hasEnterprisePlan: boolean | null, rules = shippedRules) =>
      billable(person, { ...bought, hasEnterprisePlan }, rules).billable;
    expect([answer(true), answer(null), answer(false)]).toEqual(['unknown', 'unknown', 'yes']);
    expect(answer(null, { ...shippedRules, enterprisePlan: ruled('yes') })).toBe('yes');
  });
  it('the trial ends thirty days after it began', () => {
    expect(trialEndsOn({ ...bought, trialStartedOn: '2026-11-01' }, shippedRules)).toBe('2026-12-01');
    expect(trialEndsOn(bought, shippedRules)).toBeNull();
  });
});

describe('three-valued logic', () => {
  const finding = (answer: Finding['answer'], code: string, verified = true): Finding => ({
    answer,
    reasons: [{ code, text: code }],
    verified,
  });
  const [yes, no, maybe] = [finding('yes', 'y'), finding('no', 'n'), finding('unknown', 'u')];
  it('all', () => {
    expect([all([]), all([yes]), all([yes, maybe]), all([maybe, no])].map(({ answer }) => answer)).toEqual([
      'yes',
      'yes',
      'unknown',
      'no',
    ]);
  });
  it('any', () => {
    expect([any([]), any([no]), any([no, maybe]), any([maybe, yes])].map(({ answer }) => answer)).toEqual([
      'no',
      'no',
      'unknown',
      'yes',
    ]);
  });
  it('prefers the better proof, says each reason once, and is as sure as the least sure', () => {
    expect(all([finding('no', 'weak', false), finding('no', 'strong')]).reasons[0]?.code).toBe('strong');
    expect(any([finding('yes', 'weak', false), finding('yes', 'strong')]).verified).toBe(true);
    expect(any([finding('yes', 'weak', false)]).verified).toBe(false);
    expect([all([]).verified, any([]).verified]).toEqual([true, true]);
    expect(all([yes])).toBe(yes);
    expect(all([yes, yes, finding('yes', 'z', false)])).toMatchObject({
      reasons: [{ code: 'y' }, { code: 'z' }],
      verified: false,
    });
  });
});

describe('what the rules refuse', () => {
  it('two rules for one edition', () => {
    const twice = { ...shippedRules, products: [...shippedRules.products, ...shippedRules.products.slice(0, 1)] };
    expect(BillingRules.safeParse(twice).error?.issues[0]).toMatchObject({
      path: ['products', shippedRules.products.length],
      message: 'every other edition of jira-software has a rule already: remove one of the two',
    });
  });
  it('and says which edition, where the rule is about one', () => {
    const [edition] = shippedRules.products.filter(({ editions }) => editions?.includes('startup'));
    const twice = { ...shippedRules, products: [...shippedRules.products, edition] };
    expect(BillingRules.safeParse(twice).error?.issues[0]?.message).toBe(
      'statuspage startup has a rule already: remove one of the two',
    );
  });
  it('an end before the beginning', () => {
    expect(BillingRules.safeParse({ ...shippedRules, validUntil: '2017-12-31' }).error?.issues[0]).toMatchObject({
      path: ['validUntil'],
      message: '2017-12-31 is before validFrom 2018-01-01: correct one of the two',
    });
    expect(BillingRules.safeParse({ ...shippedRules, validUntil: '2018-01-01' }).success).toBe(true);
  });
});

it('says how far over, and what follows', () => {
  const { reasons } = overage(950, { period: 'year', limit: 900, renewsOn: null }, null, '2026-11-21');
  expect(reasons[0]?.text).toBe(
    '50 more than the 900 people bought. The service continues; a quote for a tier that the price book does not name follows.',
  );
});
