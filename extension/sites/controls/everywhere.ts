import type { ControlSelector } from './selectors.ts';

/** Components that several products share: sharing, mentions, smart links, app switcher, invitation addresses. */
export const everywhere = [
  {
    name: 'smart-link-access',
    css: '[data-testid="button-connect-other-account"]',
    intent: 'request-access',
    step: 'opens',
    labels: [
      ['joinNow', 'join'],
      ['joinContext', 'join'],
      ['requestAccess', 'request-access'],
    ],
    evidence: 'B',
  },
  {
    name: 'smart-link-embed-join',
    css: '[data-testid="button-direct_access"]',
    intent: 'join',
    step: 'opens',
    evidence: 'B',
  },
  {
    name: 'smart-link-embed-request',
    css: '[data-testid="button-request_access"]',
    intent: 'request-access',
    step: 'opens',
    evidence: 'B',
  },
  {
    name: 'switcher-join',
    css: 'section[data-testid="join__section"] a[href],section[data-testid="join__section"] [data-testid="switcher-base-item"]',
    intent: 'join',
    step: 'opens',
    evidence: 'B',
  },
  {
    name: 'switcher-item',
    css: '[data-testid="switcher-base-item"]:has([data-testid="switcher-item-lozenge"])',
    intent: 'start-app',
    step: 'opens',
    labels: [
      ['switcherTry', 'start-app'],
      ['switcherJoin', 'join'],
    ],
    within: '[data-testid="switcher-item-lozenge"]',
    evidence: 'A',
  },
  {
    name: 'switcher-suggestion',
    css: '[data-testid="suggested-product__link"]',
    intent: 'start-app',
    step: 'opens',
    evidence: 'D',
  },
  {
    name: 'sign-up-link',
    css: 'a[href*="atlassian.com/try/cloud/signup"]',
    intent: 'start-app',
    step: 'opens',
    evidence: 'A',
  },
  {
    name: 'invitation-link',
    css: 'a[href*="id.atlassian.com/invite/p/"]',
    intent: 'join',
    step: 'opens',
    evidence: 'C',
  },
  {
    name: 'join-link',
    css: 'a[href*="id.atlassian.com/join/user-access"]',
    intent: 'request-access',
    step: 'opens',
    evidence: 'C',
  },
] as const satisfies readonly ControlSelector[];
