import type { ControlSelector } from './selectors.ts';

export const confluence = [
  {
    name: 'content-share',
    css: 'div[data-vc="share-restrict-and-copy-button"] button,div[data-testid="share-action-container-without-separator"] button',
    intent: 'share-with-new-person',
    step: 'opens',
    products: ['confluence'],
    labels: [['share', 'share-with-new-person']],
    evidence: 'C',
  },
] as const satisfies readonly ControlSelector[];

export const admin = [
  {
    name: 'admin-invite',
    css: '[data-testid="nav-invite-users"]',
    intent: 'invite',
    step: 'opens',
    products: ['admin'],
    evidence: 'D',
  },
  {
    name: 'admin-create-group',
    css: '[data-testid="test-create-group-modal-button"]',
    intent: 'add-to-group',
    step: 'opens',
    products: ['admin'],
    evidence: 'D',
  },
  {
    name: 'admin-text',
    css: 'button:not([data-testid])',
    intent: 'invite',
    step: 'opens',
    products: ['admin'],
    surfaces: ['users', 'user', 'groups', 'group'],
    labels: [
      ['inviteUsers', 'invite'],
      ['createGroup', 'add-to-group'],
      ['addGroupMembers', 'add-to-group'],
      ['grantAccess', 'grant-role'],
    ],
    evidence: 'D',
  },
  {
    name: 'admin-add-app',
    css: 'button:not([data-testid])',
    intent: 'start-app',
    step: 'opens',
    products: ['admin'],
    surfaces: ['apps'],
    labels: [
      ['addApp', 'start-app'],
      ['addProduct', 'start-app'],
    ],
    evidence: 'D',
  },
] as const satisfies readonly ControlSelector[];

export const home = [
  {
    name: 'home-add-people',
    css: 'button:not([data-testid])',
    intent: 'invite',
    step: 'opens',
    products: ['home', 'jira'],
    surfaces: ['people', 'team'],
    labels: [
      ['addPeople', 'invite'],
      ['invitePeople', 'invite'],
    ],
    evidence: 'D',
  },
] as const satisfies readonly ControlSelector[];

export const identity = [
  {
    name: 'create-token',
    css: 'button',
    intent: 'create-api-token',
    step: 'opens',
    products: ['id'],
    surfaces: ['api-tokens'],
    labels: [
      ['createToken', 'create-api-token'],
      ['createScopedToken', 'create-api-token'],
    ],
    evidence: 'D',
  },
] as const satisfies readonly ControlSelector[];
