import { parseAccountId } from '../../core/identity/index.ts';
import type { AccountId } from '../../core/ids.ts';
import { plainHost } from './plain-address.ts';

/**
 * What an address on the page says about a person. `hash` is the md5 of the lower-cased e-mail (gravatar); that
 * Atlassian's gravatar addresses follow gravatar's own convention is inferred (I).
 */
export interface Identified {
  readonly accountId: AccountId | null;
  readonly emailHash: string | null;
}

/** Account id in a raw attribute value; null for "all", "here", teams, groups and whatever else is no account. */
export const accountIdOf = (raw: string | null | undefined): AccountId | null =>
  raw ? (parseAccountId(raw) as AccountId | null) : null;

/** Path words that stand where an id would: `/people/team/<id>`, `/people/search`, … are not people. */
const notPeople = new Set(['team', 'agent', 'me', 'search', 'teams', 'groups']);

export type LinkKind = 'people-link' | 'profile-link' | 'admin-link' | 'qm-id';

/** Only the path of a relative address is read. */
const BASE = 'https://relative.invalid';
const ATLASSIAN =
  /(?:^|\.)(?:atlassian\.(?:net|com)|jira\.com|atlassian-us-gov(?:-mod)?\.net|atlassian-isolated\.net|bitbucket\.org|trello\.com|relative\.invalid)$/;
/** Where people have a page: of Jira, of the wiki, of an organization's home. */
const OF_PEOPLE = /^\/(?:(?:jira|wiki|o\/[^/]+)\/)?people\/([^/]+)(\/[^/]*)?/;

/**
 * The person an `href` leads to: people directory, Jira profile or admin page. Null when it leads to no person.
 * @param own host of the page, which may be the customer's own domain; other hosts have people of their own
 */
export function personOfLink(href: string, own = ''): { accountId: AccountId; kind: LinkKind } | null {
  if (!/people\/|ViewProfile|\/users\/|\/members\/|qm(?::|%3a)/i.test(href)) return null;
  if (!URL.canParse(href, BASE)) return null;
  const url = new URL(href, BASE);
  const host = plainHost(url.hostname);
  if (!ATLASSIAN.test(host) && host !== own) return null;
  const asked = /\/ViewProfile\.jspa$/.test(url.pathname) ? accountIdOf(url.searchParams.get('accountId')) : null;
  if (asked) return { accountId: asked, kind: 'profile-link' };
  const parts = url.pathname.split('/');
  const [, id = '', deeper = '/'] = OF_PEOPLE.exec(url.pathname) ?? [];
  const found = notPeople.has(id) ? null : accountIdOf(id);
  // Deeper pages (`/people/<id>/work`, `/boards/…`) are places in a profile, not the name of a person.
  if (found) return deeper === '/' ? { accountId: found, kind: 'people-link' } : null;
  if (/^\/[os]\//.test(url.pathname)) {
    const at = parts.findIndex((part) => part === 'users' || part === 'members');
    const accountId = at >= 0 ? accountIdOf(parts[at + 1]) : null;
    if (accountId) return { accountId, kind: 'admin-link' };
  }
  const customer = parts.find((part) => /^qm(?::|%3a)/i.test(part));
  const accountId = accountIdOf(customer);
  return accountId ? { accountId, kind: 'qm-id' } : null;
}

/** The person an avatar's address belongs to. Initials, default pictures and project or type icons carry nothing. */
export function personOfImage(
  src: string,
): (Identified & { kind: 'avatar-url' | 'aa-avatar' | 'gravatar-hash' }) | null {
  const hash = /^https:\/\/(?:secure|www)\.gravatar\.com\/avatar\/([0-9a-f]{32})(?:[/?#]|$)/i.exec(src);
  if (hash?.[1]) return { accountId: null, emailHash: hash[1].toLowerCase(), kind: 'gravatar-hash' };
  const managed = /^https:\/\/avatar-management--avatars\.[^/]+\/([^/?#]+)\/[^/?#]/i.exec(src);
  if (managed) {
    const accountId = accountIdOf(managed[1]);
    return accountId && { accountId, emailHash: null, kind: 'avatar-url' };
  }
  const confluence = /\/wiki\/aa-avatar\/([^/?#]+)/.exec(src);
  const accountId = accountIdOf(confluence?.[1]);
  return accountId && { accountId, emailHash: null, kind: 'aa-avatar' };
}
