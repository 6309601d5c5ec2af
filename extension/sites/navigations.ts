import type { Intent } from '../../core/policy/index.ts';

/** A page whose mere opening starts giving access. */
export interface Navigation {
  readonly name: string;
  /** RE2 source over the whole address. */
  readonly url: string;
  /** Everything the page can do: it is closed only when all of it is blocked. The first is named to the person. */
  readonly intents: readonly [Intent, ...Intent[]];
  readonly source: string;
}

export const navigations: readonly Navigation[] = [
  {
    name: 'join-page',
    url: '^https://id\\.atlassian\\.com/join/user-access.*',
    intents: ['join', 'request-access'],
    source: 'Landing page of "Join" and "Request access"; address known from seven repositories (C).',
  },
  {
    name: 'invitation-link',
    url: '^https://id\\.atlassian\\.com/invite/p/.*',
    intents: ['join'],
    source: 'Public invitation links, address known from ten repositories (C).',
  },
  {
    name: 'sign-up',
    url: '^https://www\\.atlassian\\.com/try/.*',
    intents: ['start-app'],
    source: 'Sign-up for new apps and trials: www.atlassian.com/try/cloud/signup?bundle=… (C).',
  },
];
