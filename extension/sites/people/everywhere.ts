import type { PersonSelector } from './selectors.ts';

/** Carriers that Atlassian's shared components and avatar services put on every product's pages. */
export const everywhere = [
  {
    name: 'mention',
    kind: 'mention',
    css: '[data-mention-id]',
    evidence: 'B',
  },
  {
    name: 'account-attribute',
    kind: 'attribute',
    css: '[data-account-id],a[accountid]',
    evidence: 'C',
  },
  {
    name: 'person-link',
    kind: 'link',
    css: 'a[href*="/people/"],a[href*="ViewProfile.jspa"],a[href*="/users/"],a[href*="/members/"],a[href*="qm:"],a[href*="qm%3A" i]',
    evidence: 'A',
  },
  {
    name: 'avatar-image',
    kind: 'image',
    css: 'img[src*="avatar-management--avatars"],img[src*="gravatar.com/avatar/"],img[src*="/aa-avatar/"]',
    evidence: 'A',
  },
  {
    name: 'profile-card',
    kind: 'card',
    css: '[data-testid="profilecard"]',
    evidence: 'B',
  },
  {
    name: 'mention-trigger',
    kind: 'name',
    css: '[data-testid="mention-with-profilecard-trigger"]',
    evidence: 'B',
  },
  {
    name: 'viewer-menu',
    kind: 'viewer',
    css: '[data-testid="atlassian-navigation--secondary-actions--profile--trigger"],[data-testid="atlassian-navigation--secondary-actions--profile--menu-trigger"],header nav button[aria-haspopup]',
    evidence: 'A',
  },
] as const satisfies readonly PersonSelector[];
