import type { ControlSelector } from './selectors.ts';

/** Trello: people are added to boards and workspaces here (Trello’s own test id registry, B). */
export const trello = [
  {
    name: 'board-share',
    css: '[data-testid="board-share-button"],[data-testid="card-back-share-button"],[data-testid="add-members-button"]',
    intent: 'invite',
    step: 'opens',
    products: ['trello'],
    evidence: 'B',
  },
  {
    name: 'member-invite-submit',
    css: '[data-testid="team-invite-submit-button"],[data-testid="popover-invite-members-button"]',
    intent: 'invite',
    step: 'acts',
    products: ['trello'],
    evidence: 'B',
  },
  {
    name: 'invite-link-create',
    css: '[data-testid="board-invite-link-create-button"],[data-testid="ws-invite-link-create-button"]',
    intent: 'create-invite-link',
    step: 'acts',
    products: ['trello'],
    evidence: 'B',
  },
  {
    name: 'board-request-access',
    css: '[data-testid="request-access-button"]',
    intent: 'request-access',
    step: 'acts',
    products: ['trello'],
    evidence: 'B',
  },
  {
    name: 'trial-start',
    css: '[data-testid="start-free-trial-button"],[data-testid="try-it-free-button"]',
    intent: 'start-app',
    step: 'acts',
    products: ['trello'],
    evidence: 'B',
  },
] as const satisfies readonly ControlSelector[];
