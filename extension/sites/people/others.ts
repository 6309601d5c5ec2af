import type { PersonSelector } from './selectors.ts';

/** Bitbucket links people by its own uuid, never by account id: names only, ids come from avatars. */
export const bitbucket: readonly PersonSelector[] = [
  {
    name: 'pull-request-author',
    kind: 'name',
    css: '[data-qa="pr-header-author"]',
    evidence: 'C',
    reason: 'Author in the header of a pull request.',
    expected: [0, 1],
  },
  {
    name: 'profile-trigger',
    kind: 'trigger',
    css: '[data-testid="profileCardTrigger"]',
    evidence: 'D',
    reason: 'Person on a commit page; unverified.',
    expected: [0, null],
  },
];

/** Trello shows user names, never account ids (I). */
export const trello: readonly PersonSelector[] = [
  {
    name: 'member',
    kind: 'labelled',
    css: '[data-testid="card-front-member"],[data-testid="board-facepile-member"],[data-testid="card-back-member-avatar"]',
    evidence: 'B',
    reason: 'Members on cards and boards (Trello’s test id registry).',
    expected: [0, null],
  },
  {
    name: 'member-name',
    kind: 'name',
    css: '[data-testid="member-list-item-full-name"]',
    evidence: 'B',
    reason: 'Full name in member lists (Trello’s test id registry).',
    expected: [0, null],
  },
];
