import type { PersonSelector } from './selectors.ts';

/** Bitbucket links people by its own uuid, never by account id: names only, ids come from avatars. */
export const bitbucket = [
  {
    name: 'pull-request-author',
    kind: 'name',
    css: '[data-qa="pr-header-author"]',
    evidence: 'C',
  },
  {
    name: 'profile-trigger',
    kind: 'trigger',
    css: '[data-testid="profileCardTrigger"]',
    evidence: 'D',
  },
] as const satisfies readonly PersonSelector[];

/** Trello shows user names, never account ids (I). */
export const trello = [
  {
    name: 'member',
    kind: 'labelled',
    css: '[data-testid="card-front-member"],[data-testid="board-facepile-member"],[data-testid="card-back-member-avatar"]',
    evidence: 'B',
  },
  {
    name: 'member-name',
    kind: 'name',
    css: '[data-testid="member-list-item-full-name"]',
    evidence: 'B',
  },
] as const satisfies readonly PersonSelector[];
