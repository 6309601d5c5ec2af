import type { PersonSelector } from './selectors.ts';

/** Carriers that Atlassian's shared components and avatar services put on every product's pages. */
export const everywhere: readonly PersonSelector[] = [
  {
    name: 'mention',
    kind: 'mention',
    css: '[data-mention-id]',
    evidence: 'B',
    reason: 'Editor, renderer and typeahead rows put the account id here (@atlaskit/mention 27.18.1).',
    expected: [0, null],
  },
  {
    name: 'account-attribute',
    kind: 'attribute',
    css: '[data-account-id],a[accountid]',
    evidence: 'C',
    reason: 'Server-rendered mentions of Confluence (a.user-mention) and Jira (a.user-hover).',
    expected: [0, null],
  },
  {
    name: 'person-link',
    kind: 'link',
    css: 'a[href*="/people/"],a[href*="ViewProfile.jspa"],a[href*="/users/"],a[href*="/members/"],a[href*="qm:"],a[href*="qm%3A" i]',
    evidence: 'A',
    reason:
      'Profile addresses end with the account id (people directory, Jira profile, admin pages (I), customers (I)).',
    expected: [0, null],
  },
  {
    name: 'avatar-image',
    kind: 'image',
    css: 'img[src*="avatar-management--avatars"],img[src*="gravatar.com/avatar/"],img[src*="/aa-avatar/"]',
    evidence: 'A',
    reason: 'Avatar addresses carry the account id (uploaded photo, Confluence) or the md5 of the e-mail (gravatar).',
    expected: [0, null],
  },
  {
    name: 'profile-card',
    kind: 'card',
    css: '[data-testid="profilecard"]',
    evidence: 'B',
    reason: 'The hover card of a person (@atlaskit/profilecard 25.1.9); the link to the profile carries the id.',
    expected: [0, 1],
  },
  {
    name: 'mention-trigger',
    kind: 'name',
    css: '[data-testid="mention-with-profilecard-trigger"]',
    evidence: 'B',
    reason: 'Wraps a rendered mention (editor-common 119.9.3).',
    expected: [0, null],
  },
  {
    name: 'viewer-menu',
    kind: 'viewer',
    css: '[data-testid="atlassian-navigation--secondary-actions--profile--trigger"],[data-testid="atlassian-navigation--secondary-actions--profile--menu-trigger"]',
    evidence: 'A',
    reason: 'The signed-in person’s own menu in the top bar; the second spelling is the older one.',
    expected: [0, 1],
  },
];
