import { addressKey, countOf, type IdentityType, isNamed, kindOfWhom, whomInWords } from '../../core/identity/index.ts';
import type { Standing, Target } from '../../core/licence/index.ts';
import { isKnownProduct, type Product, productName } from '../../core/organization/index.ts';
import { givesMembership, intentPhrase } from '../../core/policy/index.ts';
import type { AccessRequest, RequestState } from '../../core/requests/index.ts';

export const stateWords: Record<RequestState, string> = {
  submitted: 'Submitted',
  'in-review': 'In review',
  approved: 'Approved',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  granting: 'Granting',
  granted: 'Granted',
  'grant-failed': 'Grant failed',
  expiring: 'Expiring',
  revoked: 'Revoked',
};

export const identityTypeWords: Record<IdentityType, string> = {
  managed: 'Managed',
  external: 'External',
  'portal-only': 'Portal-only',
  app: 'App',
  unknown: 'Unknown',
};

export const standingWords: Record<Standing, string> = {
  'has-seat': 'Has a seat already: takes none',
  'without-seat': 'Has an account, no seat yet: would take one',
  new: 'New: no account in the directory, would take a seat',
  unknown: 'Could not be looked up: whether this takes a seat is not known',
};

/**
 * The name people know somebody by: name, else the address as it was typed (with the spelling that cannot be confused, where letters
 * may be), else the account id, else the text that could not be read.
 */
export const targetName = (target: Target): string => {
  if (target.name) return target.name;
  return kindOfWhom(target) === 'account' ? (target.email ?? target.accountId ?? '') : whomInWords(target);
};

/** As `targetName`, for places that say beside it that somebody cannot be read. */
export const shownName = (target: Target): string =>
  kindOfWhom(target) === 'unreadable' ? `“${target.text}”` : targetName(target);

export const isForSelf = ({ requester, targets }: Pick<AccessRequest, 'requester' | 'targets'>): boolean =>
  targets.length === 1 &&
  targets.every(
    (target) =>
      (requester.accountId !== null && target.accountId === requester.accountId) ||
      (target.email !== null && addressKey(target.email) === addressKey(requester.email)),
  );

/** "nina@… and 2 more"; people nobody counted are said, never counted as one. */
export function targetsInShort({ targets }: { readonly targets: readonly Target[] }, nameOf = targetName): string {
  const [first, ...others] = targets;
  if (!first) return 'nobody named';
  if (others.length === 0) return nameOf(first);
  const count = countOf(others);
  if (count !== null) return `${nameOf(first)} and ${count} more`;
  const counted = countOf(others.filter((whom) => kindOfWhom(whom) !== 'more' || typeof whom.more === 'number')) ?? 0;
  const more = counted === 0 ? '' : `, ${counted} more`;
  return `${nameOf(first)}${more} and ${whomInWords({ accountId: null, email: null, more: null })}`;
}

/** What a reviewer must do about somebody nobody can point at; null for everybody else. */
export function unreadWords(target: Pick<Target, 'email' | 'accountId' | 'text' | 'more'>): string | null {
  if (isNamed(target)) return null;
  return kindOfWhom(target) === 'unreadable'
    ? 'Cannot be read: find out who is meant before you approve'
    : 'Nobody looked at them one by one: find out who is meant before you approve';
}

/** "Emma Berg wants to share with somebody who has no access yet" */
export const requestSentence = (request: Pick<AccessRequest, 'requester' | 'intent'>): string =>
  `${request.requester.name} wants to ${intentPhrase(request.intent)}`;

/** "Jira on acme.atlassian.net", "Jira, site not known" */
export const where = ({ product, siteHost }: { product: Product | null; siteHost: string | null }): string =>
  siteHost === null ? `${productName(product)}, site not known` : `${productName(product)} on ${siteHost}`;

/** Why approving gives nothing by itself; null when people are added to a group. */
function whyTask(request: AccessRequest): string | null {
  if (!givesMembership(request.intent)) return `Gatehouse cannot ${intentPhrase(request.intent)}`;
  if (request.product === null || (!request.group && !isKnownProduct(request.product)))
    return `Gatehouse has no group for ${where(request)}`;
  const unread = request.targets.filter((target) => !isNamed(target));
  if (unread.length > 0) return `nobody can tell who is meant by ${targetsInShort({ targets: unread }, shownName)}`;
  return null;
}

/** Whether approving makes a task for IT, and adds nobody. */
export const becomesTask = (request: AccessRequest): boolean => whyTask(request) !== null;

/** What approving does, as the end of "Approving …". */
export function approvalEffect(request: AccessRequest): string {
  const why = whyTask(request);
  if (why !== null) return `gives nothing by itself: ${why}, so the request becomes a task for IT.`;
  const who = request.targets.length === 1 ? targetsInShort(request) : `${request.targets.length} people`;
  if (!request.group)
    return `will fail: no group is mapped for ${where(request)}. Ask a Gatehouse admin to map one, then approve.`;
  const invited = request.targets.some(({ standing }) => standing === 'new');
  return `adds ${who} to the group ${request.group.name}${invited ? '; Atlassian sends an invitation' : ''}.`;
}

/** What is under way once it was approved. */
export function approvedWords(request: AccessRequest): string {
  if (becomesTask(request)) return 'It becomes a task for IT.';
  return `${targetsInShort(request)} ${request.targets.length === 1 ? 'is' : 'are'} being added.`;
}

/** What the person who asked will read in the extension. */
export const denialAsRead = (request: Pick<AccessRequest, 'number'>, reviewer: string, reason: string): string =>
  `Request #${request.number} was turned down by ${reviewer}: ${reason.trim() === '' ? '…' : reason.trim()}`;

/** Under a list that is not all there is. `total` is null while nobody knows it. */
export const cutWords = (shown: number, total: number | null): string =>
  total === null ? `Only the newest ${shown} are shown.` : `Only the newest ${shown} of ${total} are shown.`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
