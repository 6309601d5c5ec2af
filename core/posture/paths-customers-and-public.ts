import { type AccessPath, closes, menu, opens, unverifiedMenu } from './access-path.ts';

/** Paths 11 to 14: customers of Jira Service Management and what the public sees. */
export const customerAndPublicPaths: readonly AccessPath[] = [
  {
    id: 'jsm-customer-access',
    number: 11,
    name: 'Customer access of Jira Service Management',
    setting:
      'Internal and External customers, sign-up by link or e-mail, channels Open or Restricted. Chat ignores Restricted.',
    values: [
      closes('restricted-without-chat', 'Customers are added by agents only, and there is no chat.'),
      opens('restricted-with-chat', 'Channels are restricted, but chat lets people past the restriction.'),
      opens('sign-up', 'People sign up as customers by themselves.'),
      opens('channels-open', 'Channels are open to everybody.'),
    ],
    learntBy: ['witnessed'],
    evidence: { grade: 'B', source: 'Atlassian support pages on customer access', verified: true },
    risk: 'medium',
    fix: {
      what: 'Turn sign-up off, restrict the channels, and turn chat off where restriction matters.',
      original: menu('Settings', 'Products', 'Jira Service Management', 'Customer access'),
      centralized: unverifiedMenu('Settings', 'Apps', 'Jira Service Management', 'Customer access'),
    },
    coveredBy: ['page'],
    intents: ['create-customer', 'migrate-customer'],
    wanted: false,
  },
  {
    id: 'approved-domain-jsm-invite',
    number: 12,
    name: 'Approved domain and customer invitation',
    setting:
      'A customer who is invited on an approved domain gets an Atlassian account with the Customer role. Admin approval does not apply.',
    values: [],
    learntBy: ['derived'],
    evidence: { grade: 'B', source: 'Atlassian support page on customer accounts', verified: true },
    risk: 'medium',
    fix: {
      what: 'Clear Internal under Customer access, or remove the approved domains for Jira Service Management.',
      original: menu('Settings', 'Products', 'Jira Service Management', 'Customer access', 'Internal'),
      centralized: unverifiedMenu('Settings', 'Apps', 'Jira Service Management', 'Customer access', 'Internal'),
    },
    coveredBy: ['page'],
    intents: ['create-customer'],
    wanted: false,
  },
  {
    id: 'knowledge-base-link',
    number: 13,
    name: 'Knowledge-base link',
    setting:
      'A link to a knowledge-base article offers sign-up to people without a licence, who then get a second account.',
    values: [
      closes('no-sign-up', 'Articles open without offering an account.'),
      opens('offers-sign-up', 'The link offers people an account.'),
    ],
    learntBy: ['attested'],
    evidence: { grade: 'I', source: 'Follows from the support pages on knowledge-base permissions', verified: false },
    risk: 'low',
    fix: {
      what: 'Choose who can view each linked space, so that articles open without signing up.',
      original: menu('Project settings', 'Knowledge base', 'Who can view'),
      centralized: unverifiedMenu('Space settings', 'Knowledge base', 'Who can view'),
    },
    coveredBy: [],
    intents: [],
    wanted: false,
  },
  {
    id: 'anonymous-public',
    number: 14,
    name: 'Anonymous access and public content',
    setting:
      'Anonymous access and public links in Confluence (links are allowed by default on three levels); public filters, dashboards and Browse for anyone in Jira.',
    values: [
      closes('off', 'Nothing is visible without signing in.'),
      opens('links-allowed', 'People may publish a page by link.'),
      opens('anonymous', 'Content is visible without signing in.'),
    ],
    learntBy: ['api', 'witnessed'],
    evidence: { grade: 'I', source: 'Only a part is readable through an API', verified: false },
    risk: 'medium',
    fix: {
      what: 'Turn public links and anonymous access off in Confluence; stop public sharing of filters and dashboards in Jira.',
      original: unverifiedMenu('Settings', 'Confluence', 'Public links'),
      centralized: unverifiedMenu('Settings', 'Confluence', 'Public links'),
    },
    coveredBy: ['page'],
    intents: ['make-public'],
    wanted: false,
  },
];
