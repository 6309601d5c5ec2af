import { countOf, kindOfWhom } from '../../core/identity/index.ts';
import type { Effect, SeatCount } from '../../core/licence/index.ts';
import { productName } from '../../core/organization/index.ts';
import { isOne, listPeople } from './people.ts';

export interface Line {
  readonly tone: 'plain' | 'warning';
  readonly text: string;
}

/**
 * What an action does to seats and money, in sentences: who is new, seats before and after, cost with its source, who
 * pays, limits. What is not known is said to be unknown.
 */
export function effectLines(effect: Effect): Line[] {
  return [...standingLines(effect), ...seatAndCostLines(effect)];
}

/** As `effectLines`, for who lists the people elsewhere. */
export function seatAndCostLines(effect: Effect): Line[] {
  if (effect.product === null) return [plain(appNotKnown)];
  return [...seatLines(effect), ...openLines(effect), ...costLines(effect), ...limitLines(effect)];
}

type Target = Effect['targets'][number];

/** Everything hangs on the app: without one there is nothing to say of seats. */
const appNotKnown = 'Which app this is about is not known, nor are its seats and cost.';

/** How everybody stands to the app: who is new, who cannot be read, of whom nothing is known. */
function standingLines({ targets, product }: Effect): Line[] {
  const lines: string[] = [];
  const of = (standing: Target['standing']) => targets.filter((target) => target.standing === standing);
  const [fresh, seatless, unknown] = [of('new'), of('without-seat'), of('unknown')];
  if (fresh.length > 0) lines.push(newWords(fresh, targets));
  if (seatless.length > 0)
    lines.push(
      `${listPeople(seatless)} ${isOne(seatless) ? 'has' : 'have'} an account but no ${product === null ? '' : `${productName(product)} `}seat yet.`,
    );
  const unread = unknown.filter((target) => kindOfWhom(target) === 'unreadable');
  if (unread.length > 0) lines.push(unreadWords(unread));
  const others = unknown.filter((target) => kindOfWhom(target) !== 'unreadable');
  if (others.length > 0)
    lines.push(`Whether ${listPeople(others)} already ${isOne(others) ? 'has' : 'have'} access is not known.`);
  return lines.map(plain);
}

function newWords(fresh: readonly Target[], all: readonly Target[]): string {
  const [count, total] = [fresh.length, countOf(all)];
  if (all.length === 1) return `${listPeople(fresh)} is new here.`;
  const are = count === 1 ? 'is' : 'are';
  if (total === null) return `At least ${count} ${count === 1 ? 'person' : 'people'} ${are} new: ${listPeople(fresh)}.`;
  return `${count} of ${total} people ${are} new: ${listPeople(fresh)}.`;
}

/** Every text that could not be read, so that whoever wrote it finds the mistake; only of very many, some. */
const MOST_UNREAD = 5;

function unreadWords(unread: readonly Target[]): string {
  const texts = unread.slice(0, MOST_UNREAD).map(({ text }) => `“${text}”`);
  const more = unread.length - texts.length;
  const all = more === 0 ? texts : [...texts, `${more} more`];
  const who = all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
  return `${who} cannot be read: whether ${unread.length === 1 ? 'this person already has' : 'these people already have'} access is not known.`;
}

/** Every app of which the deed gives a seat; the app asked for alone, where nothing more is known. */
function seatLines(effect: Effect): Line[] {
  if (takesNothing(effect)) return [plain('No seat is taken.')];
  const { seats, seatsAfter, seatsTaken, product, siteHost, lines } = effect;
  if (lines.length > 0) return lines.map(seatLine);
  return [seatLine({ product, siteHost, before: seats, after: seatsAfter, taken: seatsTaken })];
}

type SeatLineFacts = Pick<Effect['lines'][number], 'siteHost' | 'before' | 'after' | 'taken'> & Pick<Effect, 'product'>;

function seatLine({ product, siteHost, before, after, taken }: SeatLineFacts): Line {
  const app = `${productName(product)} on ${siteHost}`;
  if (taken === 0) return plain(`${app}: no seat is taken.`);
  if (before.used === null) return plain(`${app}: how many seats are in use is not known.`);
  return plain(`${app}: ${usedOf(before)} seats used → ${after.used ?? 'unknown'}.`);
}

/** Nobody takes a seat of anything the deed gives, for certain. */
const takesNothing = ({ lines, seatsTaken }: Effect): boolean =>
  seatsTaken === 0 && lines.every(({ taken }) => taken === 0);

const usedOf = ({ used, total, unlimited }: SeatCount): string => {
  if (unlimited) return `${used} (unlimited)`;
  return total === null ? `${used} (total not known)` : `${used} of ${total}`;
};

function costLines(effect: Effect): Line[] {
  if (takesNothing(effect)) return [];
  const { cost, payer } = effect;
  if (!cost.known) return [plain(`What it costs is not known. ${cost.why}`)];
  const source = `price book: ${cost.source}${cost.verified ? '' : ', unverified'}`;
  return [plain(`About ${cost.amount} ${cost.currency} a ${cost.period} more (${source}). ${payer} pays.`)];
}

const limits: ReadonlySet<string> = new Set(['free-plan-cliff', 'over-limit']);

const limitLines = ({ reasons }: Effect): Line[] =>
  reasons.filter(({ code }) => limits.has(code)).map(({ text }) => ({ tone: 'warning', text }));

/** What is given may not be known as a whole, or take seats of a kind nobody has described. */
const openQuestions: ReadonlySet<string> = new Set(['gives-unknown', 'group-unknown', 'seat-unknown', 'not-given']);

const openLines = ({ reasons }: Effect): Line[] =>
  reasons.filter(({ code }) => openQuestions.has(code)).map(({ text }) => plain(text));

const plain = (text: string): Line => ({ tone: 'plain', text });
