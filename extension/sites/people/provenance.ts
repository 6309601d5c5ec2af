import type { Provenances } from '../selector.ts';
import type { tables } from './tables.ts';

/** Where each selector of a person is known from. Apart from the selectors, because pages load those and not this. */
export const personProvenance = {
  jira: {
    'profile-trigger': {
      reason:
        'Every person in issue view and lists. It has no id attribute: that comes from the avatar or the page state.',
      expected: [0, null],
    },
    'board-assignee': {
      reason: 'Assignee on a software board card; the hidden label says "Assignee: <name>".',
      expected: [0, null],
    },
    'child-assignee': { reason: 'Assignee of linked and child work items.', expected: [0, null] },
    'activity-avatar': { reason: 'Activity feed of the summary page.', expected: [0, null] },
    'business-assignee': {
      reason:
        'Assignee button on a business board card; English label, other languages are found by the avatar inside.',
      expected: [0, null],
    },
    'issue-assignee': { reason: 'Name of the assignee in the issue view.', expected: [0, 1] },
    'people-filter': {
      reason: 'Filter avatars are check boxes whose value, or id, is the account id (board, list, timeline, calendar).',
      expected: [0, null],
    },
  },
  jsm: {
    'customer-name': {
      reason: 'Named in the styles of the customers page (A); that the element holds the name is inferred, unverified.',
      expected: [0, null],
    },
  },
  bitbucket: {
    'pull-request-author': { reason: 'Author in the header of a pull request.', expected: [0, 1] },
    'profile-trigger': { reason: 'Person on a commit page; unverified.', expected: [0, null] },
  },
  trello: {
    member: { reason: 'Members on cards and boards (Trello’s test id registry).', expected: [0, null] },
    'member-name': { reason: 'Full name in member lists (Trello’s test id registry).', expected: [0, null] },
  },
  everywhere: {
    mention: {
      reason: 'Editor, renderer and typeahead rows put the account id here (@atlaskit/mention 27.18.1).',
      expected: [0, null],
    },
    'account-attribute': {
      reason: 'Server-rendered mentions of Confluence (a.user-mention) and Jira (a.user-hover).',
      expected: [0, null],
    },
    'person-link': {
      reason:
        'Profile addresses end with the account id (people directory, Jira profile, admin pages (I), customers (I)).',
      expected: [0, null],
    },
    'avatar-image': {
      reason: 'Avatar addresses carry the account id (uploaded photo, Confluence) or the md5 of the e-mail (gravatar).',
      expected: [0, null],
    },
    'profile-card': {
      reason: 'The hover card of a person (@atlaskit/profilecard 25.1.9); the link to the profile carries the id.',
      expected: [0, 1],
    },
    'mention-trigger': { reason: 'Wraps a rendered mention (editor-common 119.9.3).', expected: [0, null] },
    'viewer-menu': {
      reason: 'The signed-in person’s own menu in the top bar; the second spelling is the older one.',
      expected: [0, 1],
    },
  },
} as const satisfies Provenances<typeof tables>;
