import {
  addressKey,
  countOf,
  type IdentityType,
  isNamed,
  kindOfWhom,
  leastOf,
  whomInWords,
} from '../../core/identity/index.ts';
import { type Effect, isAboutSeats, type Standing, type Target } from '../../core/licence/index.ts';
import { type Product, productName } from '../../core/organization/index.ts';
import { counted } from '../../core/plural.ts';
import { type Intent, intentPhrase, phraseOfAnother } from '../../core/policy/index.ts';
import { type AccessRequest, type Obstacle, obstacleTo, type RequestState } from '../../core/requests/index.ts';
import { firstOf } from './names.ts';

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

const standingWords: Record<Standing, string> = {
  'has-seat': 'Has a seat already: takes none',
  'without-seat': 'Has an account, no seat yet: would take one',
  new: 'New: no account in the directory, would take a seat',
  unknown: 'Could not be looked up: whether this takes a seat is not known',
};

/** The same of an act that gives nobody a seat of the app: what somebody holds changes nothing. */
const seatlessWords: Record<Standing, string> = {
  'has-seat': 'Has a seat already',
  'without-seat': 'Has an account, no seat',
  new: 'New: no account in the directory',
  unknown: 'Could not be looked up',
};

/** How somebody stands to the app, and what this act would take of it. */
export const standingOf = ({ standing }: Pick<Target, 'standing'>, intent: Intent): string =>
  (isAboutSeats(intent) ? standingWords : seatlessWords)[standing];

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
  isNameless(target) && kindOfWhom(target) === 'unreadable' ? `“${target.text}”` : targetName(target);

/** Who signed in has a name, also where neither account nor address is known: they can be told from somebody nobody can read. */
const isNameless = ({ name }: Pick<Target, 'name'>): boolean => name === null;

export const isForSelf = ({ requester, targets }: Pick<AccessRequest, 'requester' | 'targets'>): boolean =>
  targets.length === 1 &&
  targets.every(
    (target) =>
      (requester.accountId !== null && target.accountId === requester.accountId) ||
      (target.email !== null && addressKey(target.email) === addressKey(requester.email)) ||
      // Nobody else has a name without an account or an address.
      (!isNamed(target) && target.name !== null),
  );

/** "nina@… and 2 more". Who cannot be read is named first; people nobody counted are said, never counted as one. */
export function targetsInShort({ targets }: { readonly targets: readonly Target[] }, nameOf = targetName): string {
  const [first, ...others] = targets.toSorted((one, other) => turnOf(one) - turnOf(other));
  if (!first) return 'nobody named';
  if (others.length === 0) return nameOf(first);
  const count = countOf(others);
  if (count !== null) return `${nameOf(first)} and ${count} more`;
  const least = leastOf(others);
  const more = least === 0 ? '' : `, ${least} more`;
  return `${nameOf(first)}${more} and ${whomInWords({ accountId: null, email: null, more: null })}`;
}

/** Who is named where one name stands for all: rather somebody to find out than somebody known, and a number for want of either. */
function turnOf(target: Target): number {
  if (kindOfWhom(target) === 'more') return 2;
  return kindOfWhom(target) === 'unreadable' && isNameless(target) ? 0 : 1;
}

/**
 * Of several people, what must catch the eye in a list: how many are new, else how many are from outside. Null where nobody is; whom nobody
 * can point at is said in words of their own.
 */
export function strongestWords(targets: readonly Pick<Target, 'standing' | 'identityType'>[]): string | null {
  const fresh = targets.filter(({ standing }) => standing === 'new').length;
  if (fresh > 0) return counted(fresh, 'new person', 'new people');
  const outside = targets.filter(({ identityType }) => identityType === 'external').length;
  return outside > 0 ? `${outside} external` : null;
}

/** What a reviewer must do about somebody nobody can point at; null for everybody else. */
export function unreadWords(
  target: Pick<Target, 'email' | 'accountId' | 'text' | 'more' | 'name' | 'several'>,
): string | null {
  if (target.several) return 'Several accounts have this address: find out who is meant before you approve';
  if (isNamed(target) || !isNameless(target)) return null;
  return kindOfWhom(target) === 'unreadable'
    ? 'Cannot be read: find out who is meant before you approve'
    : 'Nobody looked at them one by one: find out who is meant before you approve';
}

/** "Emma Berg wants to share with somebody who has no access yet" */
export const requestSentence = (request: Pick<AccessRequest, 'requester' | 'intent'>): string =>
  `${request.requester.name} wants to ${phraseOfAnother(request.intent)}`;

/** The same with whom and where: "Emma Berg wants to share with somebody who has no access yet: nina@… · Jira on acme.atlassian.net" */
export const requestTitle = (request: AccessRequest): string => {
  const whom = isForSelf(request) ? '' : `${targetsInShort(request, shownName)} · `;
  return `${requestSentence(request)}: ${whom}${capital(where(request))}`;
};

/** For the tab, which shows little of it: "#5 Emma Berg for nina@…" */
export const requestTab = (request: AccessRequest): string => {
  const whom = isForSelf(request) ? '' : ` for ${targetsInShort(request, shownName)}`;
  return `#${request.number} ${request.requester.name}${whom}`;
};

/** "Jira on acme.atlassian.net", "Jira, site not known" */
export const where = ({ product, siteHost }: { product: Product | null; siteHost: string | null }): string =>
  siteHost === null ? `${productName(product)}, site not known` : `${productName(product)} on ${siteHost}`;

/** Why approving adds nobody by itself, as far as that is known before. */
function obstacleWords(obstacle: Obstacle, request: AccessRequest): string {
  switch (obstacle.kind) {
    case 'no-membership':
      return `Gatehouse cannot ${intentPhrase(request.intent)}`;
    case 'no-app':
      return 'nobody said which app is meant';
    case 'unread':
      return obstacle.who.every(isNameless)
        ? `nobody can tell who is meant by ${targetsInShort({ targets: obstacle.who }, shownName)}`
        : `Gatehouse knows neither an account nor a verified e-mail address of ${targetsInShort({ targets: obstacle.who }, shownName)}`;
    case 'several':
      return `which of several accounts is meant by ${targetsInShort({ targets: obstacle.who })} is not known`;
    case 'portal-only':
      return `Atlassian gives portal-only customers no seats, and ${targetsInShort({ targets: obstacle.who })} ${obstacle.who.length === 1 ? 'is one' : 'are such'}`;
    case 'unknown-app':
      return `Gatehouse has no group for ${where(request)}`;
    case 'no-group':
      return `no group is mapped for ${where(request)}`;
    case 'synced-group':
      return `the identity provider fills the group ${obstacle.group}`;
  }
}

/** Where somebody has to do it. */
const taskWords = ({ kind }: Obstacle): string =>
  kind === 'synced-group' ? 'a task for IT in the identity provider' : 'a task for IT';

/** Whether approving makes a task for IT, and adds nobody. A missing group is a fault to mend first. */
export const becomesTask = (request: AccessRequest): boolean => {
  const obstacle = obstacleTo(request);
  return obstacle !== null && obstacle.kind !== 'no-group';
};

/** Whether nobody at all can be told whom a membership is for: there is nothing to approve before somebody says who. */
export const isForNobody = (request: AccessRequest): boolean =>
  obstacleTo(request)?.kind === 'unread' && request.targets.every((target) => !isNamed(target) && isNameless(target));

/** How approving is offered: calmly where it adds everybody to seats that there are, and otherwise as what comes of it. */
export function approveLook(request: AccessRequest, effect: Effect | null): ApproveLook {
  const obstacle = obstacleTo(request);
  if (obstacle?.kind === 'no-group') return { label: 'Approve, although it will fail', appearance: 'default' };
  if (obstacle !== null) return { label: 'Approve as a task for IT', appearance: 'default' };
  const codes = effect?.reasons.map(({ code }) => code) ?? [];
  if (codes.includes('free-plan-cliff')) return { label: 'Approve and end the free plan', appearance: 'warning' };
  if (codes.includes('over-limit')) return { label: 'Approve over the limit', appearance: 'warning' };
  const isKnown = request.targets.every(({ standing }) => standing !== 'unknown');
  return isKnown
    ? { label: 'Approve', appearance: 'primary' }
    : { label: 'Approve somebody who could not be looked up', appearance: 'warning' };
}

interface ApproveLook {
  readonly label: string;
  readonly appearance: 'primary' | 'warning' | 'default';
}

/** What approving does, as the end of "Approving …". */
export function approvalEffect(request: AccessRequest): string {
  const obstacle = obstacleTo(request);
  if (obstacle !== null) {
    const why = obstacleWords(obstacle, request);
    return obstacle.kind === 'no-group'
      ? `will fail: ${why}. Ask a Gatehouse admin to map one, then approve.`
      : `gives nothing by itself: ${why}, so the request becomes ${taskWords(obstacle)}.`;
  }
  const who = request.targets.length === 1 ? targetsInShort(request) : `${request.targets.length} people`;
  const invited = request.targets.some(({ standing }) => standing === 'new');
  return `adds ${who} to the group ${request.group?.name}${invited ? '; Atlassian sends an invitation' : ''}.`;
}

/** What is under way once it was approved. */
export function approvedWords(request: AccessRequest): string {
  const obstacle = obstacleTo(request);
  if (obstacle?.kind === 'no-group') return `Nobody can be added: ${obstacleWords(obstacle, request)}.`;
  if (obstacle !== null) return `It becomes ${taskWords(obstacle)}.`;
  return `${targetsInShort(request)} ${request.targets.length === 1 ? 'is' : 'are'} being added.`;
}

/** Where an approved request stands. Nobody is added where something stands in the way, or to a group that is none. */
export const beforeGrant = (request: AccessRequest): string =>
  obstacleTo(request) === null
    ? `Approved. Gatehouse is about to add them to ${request.group?.name}.`
    : `Approved. ${approvedWords(request)}`;

export const duringGrant = (request: AccessRequest): string =>
  obstacleTo(request) === null
    ? `Gatehouse is adding them to ${request.group?.name} at Atlassian.`
    : approvedWords(request);

/** What Atlassian did once it was granted: an invitation is no membership. */
export function grantedWords({ grant: { invited = [] }, targets, group }: AccessRequest): string {
  const into = group?.name ?? 'the mapped group';
  if (invited.length === 0) return `Atlassian confirmed the membership in ${into}.`;
  const sent = `Atlassian has sent an invitation to ${into} to ${new Intl.ListFormat('en').format(firstOf(invited))}; nothing is confirmed before it is accepted.`;
  return invited.length < targets.length ? `${sent} It confirmed the membership of everybody else.` : sent;
}

/** What trying again does; the group is named where another is mapped by now. */
export const retryWords = ({ group: used }: Pick<AccessRequest, 'group'>, group: AccessRequest['group']): string =>
  `When the cause is dealt with, try again. The approval stands${
    group === null || group.id === used?.id ? '' : `; the group is ${group.name} by now`
  }.`;

/** What the person who asked will read in the extension. */
export const denialAsRead = (request: Pick<AccessRequest, 'number'>, reviewer: string, reason: string): string =>
  `Request #${request.number} was turned down by ${reviewer}: ${reason.trim() === '' ? '…' : reason.trim()}`;

/** Under a list that is not all there is. `total` is null while nobody knows it. */
export const cutWords = (shown: number, total: number | null): string =>
  total === null ? `Only the newest ${shown} are shown.` : `Only the newest ${shown} of ${total} are shown.`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
