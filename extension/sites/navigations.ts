import type { Intent } from '../../core/policy/index.ts';
import { type HostKind, isOnHost } from './endpoints/endpoint.ts';
import { plainHost, plainPath } from './plain-address.ts';

/** A page whose mere opening starts giving access. */
export interface Navigation {
  readonly name: string;
  readonly host: HostKind;
  /** Segments of the path, one after another; anything may follow, and a language may stand before. */
  readonly words: readonly [string, ...string[]];
  /** Everything the page can do: it is closed only when all of it is blocked. The first is named to the person. */
  readonly intents: readonly [Intent, ...Intent[]];
  readonly source: string;
}

export const navigations: readonly Navigation[] = [
  {
    name: 'join-page',
    host: 'id',
    words: ['join', 'user-access'],
    intents: ['join', 'request-access'],
    source: 'Landing page of "Join" and "Request access"; address known from seven repositories (C).',
  },
  {
    name: 'invitation-link',
    host: 'id',
    words: ['invite', 'p'],
    intents: ['join'],
    source: 'Public invitation links, address known from ten repositories (C).',
  },
  {
    name: 'sign-up',
    host: 'website',
    words: ['try', 'cloud'],
    intents: ['start-app'],
    source: 'Sign-up for new apps and trials: www.atlassian.com/try/cloud/signup?bundle=… (C).',
  },
  {
    name: 'opsgenie-sign-up',
    host: 'website',
    words: ['opsgenie', 'try'],
    intents: ['start-app'],
    source: 'Sign-up for Opsgenie: www.atlassian.com/software/opsgenie/try (C).',
  },
];

/** The navigation that an address is, however it is spelled; null for all others. */
export const navigationAt = (url: URL): Navigation | null =>
  navigations.find(
    ({ host, words }) =>
      isOnHost([host], plainHost(url.hostname)) &&
      new RegExp(`(^|/)${words.join('/')}(/|$)`).test(plainPath(url.pathname)),
  ) ?? null;
