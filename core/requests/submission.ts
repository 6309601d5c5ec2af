import { givesMembership } from '../policy/intent-about.ts';
import { because, type Reason } from '../reason.ts';
import { lifeOf } from './life.ts';
import { openStates } from './moves.ts';
import { type Person, sameAccount, samePerson } from './person.ts';
import type { AccessRequest } from './request.ts';

/** What somebody wants, as far as two wishes can be the same. */
export type Wish = Pick<AccessRequest, 'intent' | 'product' | 'cloudId' | 'container' | 'targets' | 'requester'>;

export type Submission =
  | { readonly kind: 'new'; readonly reasons: readonly Reason[] }
  /** The same was asked for and is open: the wish attaches to it. */
  | { readonly kind: 'attach'; readonly to: AccessRequest; readonly reasons: readonly Reason[] }
  /** Denied not long ago: asking again is possible, later. */
  | {
      readonly kind: 'wait';
      readonly until: string;
      readonly denied: AccessRequest;
      readonly reasons: readonly Reason[];
    };

/**
 * What becomes of a wish (section 7 of the domain). Atlassian lets nobody ask again after a denial; here it only takes some
 * days, and the pause holds for whoever was denied and not for their colleagues.
 * @param known requests that may be about the same, in any order
 * @param coolDownDays 0 for none
 * @param now ISO date-time
 */
export function submissionOf(
  wish: Wish,
  known: readonly AccessRequest[],
  coolDownDays: number,
  now: string,
): Submission {
  const same = known.filter((request) => sameWish(wish, request)).sort((a, b) => b.number - a.number);
  const open = same.find(({ state }) => openStates.includes(state));
  if (open)
    return {
      kind: 'attach',
      to: open,
      reasons: [because('duplicate', `Request #${open.number} asks for the same: this wish is attached to it.`)],
    };
  const last = same.find((request) => askedFor(request, wish.requester));
  const until = last && endOfPause(last, coolDownDays);
  if (last && until && Date.parse(until) > Date.parse(now))
    return {
      kind: 'wait',
      until,
      denied: last,
      reasons: [
        because('cool-down', `Request #${last.number} was denied. You can ask again from ${until.slice(0, 10)} on.`),
      ],
    };
  return {
    kind: 'new',
    reasons: [
      last?.state === 'denied'
        ? because('asks-again', `Request #${last.number} was denied; the time to wait is over.`)
        : because('first', 'Nobody has an open request for the same.'),
    ],
  };
}

/**
 * Whether two wishes are one: the same thing, in the same place, for the same people. Wishes for apps or sites that nobody named are
 * never known to be the same. Membership is of the app as a whole, whichever project it was asked in.
 */
export const sameWish = (one: Omit<Wish, 'requester'>, other: Omit<Wish, 'requester'>): boolean =>
  one.intent === other.intent &&
  one.product !== null &&
  one.product === other.product &&
  one.cloudId !== null &&
  one.cloudId === other.cloudId &&
  (givesMembership(one.intent) || one.container === other.container) &&
  samePeople(one.targets, other.targets);

/** Whether two lists name the same people, each of them by account or address. Whom nobody could read is the same as nobody. */
export const samePeople = (some: Targets, others: Targets): boolean => within(some, others) && within(others, some);

/**
 * Whether a request may fulfil a wish, with more or without, for all that is known: an app, a site or people that nobody could tell may be
 * those of the other. Membership is of the app as a whole, as in `sameWish`, and the same by whatever act it is given.
 */
export const mayFulfil = (request: Omit<Wish, 'requester'>, wish: Omit<Wish, 'requester'>): boolean =>
  (request.intent === wish.intent || (givesMembership(request.intent) && givesMembership(wish.intent))) &&
  mayEqual(request.product, wish.product) &&
  mayEqual(request.cloudId, wish.cloudId) &&
  (givesMembership(request.intent) || mayEqual(request.container, wish.container)) &&
  (wish.targets.length > 0 || request.targets.length === 0) &&
  within(wish.targets, request.targets, mayBeOne);

const mayEqual = <T>(one: T | null, other: T | null): boolean => one === null || other === null || one === other;

type Targets = readonly Pick<AccessRequest['targets'][number], 'accountId' | 'email'>[];
type SameTarget = (one: Targets[number], other: Targets[number]) => boolean;

/** An account and an address may be of one person; whom nobody could read may be anybody. */
const mayBeOne: SameTarget = (one, other) =>
  sameAccount(one, other) ||
  !((one.accountId !== null && other.accountId !== null) || (one.email !== null && other.email !== null));

const within = (some: Targets, others: Targets, same: SameTarget = sameAccount): boolean =>
  some.every((target) => others.some((other) => same(target, other)));

const askedFor = (request: AccessRequest, person: Person): boolean =>
  samePerson(request.requester, person) ||
  lifeOf(request).attachments.some((attached) => samePerson(attached.person, person));

/** Null when it was not denied, or when there is no end that can be kept. */
function endOfPause(request: AccessRequest, days: number): string | null {
  const deniedAt = request.decision?.kind === 'denied' ? request.decision.at : lifeOf(request).autoDecision?.at;
  if (request.state !== 'denied' || deniedAt === undefined || !(days > 0)) return null;
  const end = Date.parse(deniedAt) + days * 86_400_000;
  return end < Date.UTC(10_000, 0) ? new Date(end).toISOString() : null;
}
