import { addressKey, type IdentityType, whomInWords } from '../../core/identity/index.ts';
import type { Standing, Target } from '../../core/licence/index.ts';
import { isKnownProduct, productName } from '../../core/organization/index.ts';
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

/** The name people know somebody by: name, else address, else the account id, else the text that could not be read. */
export const targetName = (target: Target): string =>
  target.name || target.email || target.accountId || whomInWords(target);

export const isForSelf = ({ requester, targets }: Pick<AccessRequest, 'requester' | 'targets'>): boolean =>
  targets.length === 1 &&
  targets.every(
    (target) =>
      (requester.accountId !== null && target.accountId === requester.accountId) ||
      (target.email !== null && addressKey(target.email) === addressKey(requester.email)),
  );

/** "nina@… and 2 more" */
export function targetsInShort({ targets }: Pick<AccessRequest, 'targets'>): string {
  const [first, ...others] = targets;
  if (!first) return 'nobody named';
  return others.length === 0 ? targetName(first) : `${targetName(first)} and ${others.length} more`;
}

/** "Emma Berg wants to share with somebody who has no access yet" */
export const requestSentence = (request: Pick<AccessRequest, 'requester' | 'intent'>): string =>
  `${request.requester.name} wants to ${intentPhrase(request.intent)}`;

/** "Jira on acme.atlassian.net", "app not known on acme.atlassian.net" */
export const where = ({ product, siteHost }: Pick<AccessRequest, 'product' | 'siteHost'>): string =>
  `${productName(product)} on ${siteHost}`;

/** What approving does, as the end of "Approving …". */
export function approvalEffect(request: AccessRequest): string {
  const who = request.targets.length === 1 ? targetsInShort(request) : `${request.targets.length} people`;
  if (!givesMembership(request.intent))
    return `gives nothing by itself: Gatehouse cannot ${intentPhrase(request.intent)}, so the request becomes a task for IT.`;
  if (request.product === null || (!request.group && !isKnownProduct(request.product)))
    return `gives nothing by itself: Gatehouse has no group for ${where(request)}, so the request becomes a task for IT.`;
  if (!request.group)
    return `will fail: no group is mapped for ${where(request)}. Ask a Gatehouse admin to map one, then approve.`;
  const invited = request.targets.some(({ standing }) => standing === 'new');
  return `adds ${who} to the group ${request.group.name}${invited ? '; Atlassian sends an invitation' : ''}.`;
}

/** What the person who asked will read in the extension. */
export const denialAsRead = (request: Pick<AccessRequest, 'number'>, reviewer: string, reason: string): string =>
  `Request #${request.number} was turned down by ${reviewer}: ${reason.trim() === '' ? '…' : reason.trim()}`;

/** Under a list that is not all there is. `total` is null while nobody knows it. */
export const cutWords = (shown: number, total: number | null): string =>
  total === null ? `Only the newest ${shown} are shown.` : `Only the newest ${shown} of ${total} are shown.`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
