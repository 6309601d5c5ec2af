import type { Product } from '../organization/product.ts';
import type { Answer, BillingRule, BillingRules, ProductRule } from './rules.ts';

const accessPage = 'Atlassian Access pricing page and FAQ';
const licensing = 'atlassian.com: Atlassian Guard pricing and licensing';
const guardBill = 'Atlassian Support: manage your bill for Atlassian Guard Standard (2024 and later)';

const stated = (counted: Answer, source: string, evidence: string): BillingRule => ({
  counted,
  source,
  evidence,
  verified: true,
});
const unconfirmed = (counted: Answer, source: string, evidence: string): BillingRule => ({
  counted,
  source,
  evidence,
  verified: false,
});

const supported = (product: Product): ProductRule => ({
  product,
  editions: null,
  effect: 'counts',
  source: accessPage,
  evidence: 'Named among the products that Access covers.',
  verified: true,
});

/** What ships: what Atlassian's pages say of who is counted. An organization replaces it when its own bill says otherwise. */
export const shippedRules: BillingRules = {
  id: 'atlassian-2024',
  validFrom: '2018-01-01',
  products: [
    supported('jira-software'),
    supported('jira-servicedesk'),
    supported('jira-core'),
    supported('confluence'),
    supported('bitbucket'),
    supported('trello'),
    {
      product: 'statuspage',
      editions: ['hobby'],
      effect: 'counts',
      source: accessPage,
      evidence: 'The FAQ bills users of the Hobby plan; newer pages draw the line between pages and their audiences.',
      verified: false,
    },
    {
      product: 'statuspage',
      editions: ['startup', 'business', 'enterprise'],
      effect: 'excludes',
      source: accessPage,
      evidence:
        'The FAQ leaves users of Startup and higher off the bill, whatever else they use; newer pages word it differently.',
      verified: false,
    },
    {
      product: 'jira-product-discovery',
      editions: null,
      effect: 'unknown',
      source: accessPage,
      evidence: 'Not named among the products that Access covers, nor among those it does not.',
      verified: false,
    },
  ],
  freeProducts: stated('yes', accessPage, 'Users of free products count.'),
  sandboxOnly: stated('yes', guardBill, 'Accounts that only have access to a sandbox count.'),
  confluenceGuests: stated('yes', guardBill, 'Managed accounts with the guest role count since 9 February 2024.'),
  externalConfluenceGuests: unconfirmed(
    'yes',
    guardBill,
    'The page speaks of managed accounts; of other guests it is silent.',
  ),
  jsmCustomers: stated('no', accessPage, 'Of Jira Service Management only licensed users, the agents, are billed.'),
  portalOnly: stated('no', accessPage, 'Portal-only accounts are not licensed and not charged.'),
  deactivated: stated(
    'no',
    'Getting started with Atlassian Access',
    'Deactivating people gives control over the bill.',
  ),
  suspended: unconfirmed(
    'unknown',
    'Atlassian Community',
    'Reports differ: suspended people have been seen listed as billable.',
  ),
  nonBillablePolicy: {
    access: stated('no', licensing, 'Managed users in a non-billable policy are not billable.'),
    'guard-standard': stated('no', licensing, 'Managed users in a non-billable policy are not billable.'),
    'guard-premium': stated('yes', licensing, 'Guard Premium is billed by access to products, whatever the policy.'),
  },
  enterprisePlan: stated('no', guardBill, 'The subscription is included in Enterprise plans.'),
  externalPolicy: unconfirmed('yes', guardBill, 'Newer versions of the page count external users; older ones do not.'),
  trialDays: 30,
};
