import type { ControlSelector } from './selectors.ts';

const agent = ['jira', 'jsm'] as const;

/** Jira and Jira Service Management's agent pages. */
export const jira = [
  {
    name: 'add-people',
    css: '[data-testid="invite-people.ui.navigation-add-people-button.trigger"]',
    intent: 'add-to-project',
    step: 'opens',
    products: agent,
    evidence: 'C',
  },
  {
    name: 'view-share',
    css: '#po-spotlight-share-button,button[data-vc^="share-button"]',
    intent: 'share-with-new-person',
    step: 'opens',
    products: agent,
    evidence: 'A',
  },
  {
    name: 'issue-share',
    css: 'button[data-testid="share-dialog.ui.share-button"],[data-testid="share-dialog.ui.share-button"] button',
    intent: 'share-with-new-person',
    step: 'opens',
    products: agent,
    evidence: 'C',
  },
  {
    name: 'header-share',
    css: '[role="main"] button[aria-haspopup]:not([data-testid]):not([aria-label]):not([data-vc]),header button:not([data-testid]):not([aria-label]):not([data-vc]),[data-testid^="horizontal-nav-header"] button:not([data-testid]):not([aria-label]):not([data-vc])',
    intent: 'share-with-new-person',
    step: 'opens',
    products: agent,
    labels: [['share', 'share-with-new-person']],
    evidence: 'D',
  },
  {
    name: 'recommended-app',
    css: 'button[aria-describedby="try-this-recommendation-lozenge"]',
    intent: 'start-app',
    step: 'opens',
    products: agent,
    evidence: 'A',
  },
  {
    name: 'home-message',
    css: '[data-testid="jira-your-work-message"] button:not([aria-label]):not([aria-haspopup])',
    intent: 'start-app',
    step: 'opens',
    products: agent,
    labels: [
      ['tryItNow', 'start-app'],
      ['switcherTry', 'start-app'],
    ],
    evidence: 'A',
  },
  {
    name: 'plan-offer',
    css: 'header button:not([data-testid]),header a[href]:not([data-testid])',
    intent: 'change-plan',
    step: 'opens',
    products: agent,
    labels: [
      ['premiumTrial', 'change-plan'],
      ['upgrade', 'change-plan'],
    ],
    evidence: 'D',
  },
  {
    name: 'menu-add-people',
    css: '[role="menuitem"],[role="menu"] button,[data-testid*="dropdown-menu"] button',
    intent: 'add-to-project',
    step: 'opens',
    products: agent,
    labels: [
      ['addPeople', 'add-to-project'],
      ['invitePeople', 'invite'],
    ],
    evidence: 'D',
  },
  {
    name: 'access-add-people',
    css: '[role="main"] button:not([data-testid])',
    intent: 'add-to-project',
    step: 'opens',
    products: agent,
    surfaces: ['space-access'],
    labels: [['addPeople', 'add-to-project']],
    evidence: 'D',
  },
  {
    name: 'add-customers',
    css: 'button',
    intent: 'create-customer',
    step: 'opens',
    products: ['jsm'],
    surfaces: ['customers', 'space-access'],
    labels: [['addCustomers', 'create-customer']],
    evidence: 'D',
  },
] as const satisfies readonly ControlSelector[];
