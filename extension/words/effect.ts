import { countOf, kindOfWhom } from '../../core/identity/index.ts';
import type { Effect, SeatCount } from '../../core/licence/index.ts';
import { appName } from './app.ts';
import { factWords } from './fact.ts';
import { listPeople, manyOf } from './people.ts';
import { list, money, say } from './say.ts';

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
  if (effect.product === null) return [plain(say('reason.app-unknown'))];
  return [...seatLines(effect), ...openLines(effect), ...costLines(effect), ...limitLines(effect)];
}

type Target = Effect['targets'][number];

/** How everybody stands to the app: who is new, who cannot be read, of whom nothing is known. */
function standingLines({ targets, product }: Effect): Line[] {
  const lines: string[] = [];
  const of = (standing: Target['standing']) => targets.filter((target) => target.standing === standing);
  const [fresh, seatless, unknown] = [of('new'), of('without-seat'), of('unknown')];
  if (fresh.length > 0) lines.push(newWords(fresh, targets));
  if (seatless.length > 0) lines.push(seatlessWords(seatless, product));
  const unread = unknown.filter((target) => kindOfWhom(target) === 'unreadable');
  if (unread.length > 0) lines.push(unreadWords(unread));
  const others = unknown.filter((target) => kindOfWhom(target) !== 'unreadable');
  if (others.length > 0) lines.push(say('effect.access-unknown', { who: listPeople(others), count: manyOf(others) }));
  return lines.map(plain);
}

function seatlessWords(seatless: readonly Target[], product: Effect['product']): string {
  const who = { who: listPeople(seatless), count: manyOf(seatless) };
  return product === null
    ? say('effect.without-seat', who)
    : say('effect.without-app-seat', { ...who, app: appName(product) });
}

function newWords(fresh: readonly Target[], all: readonly Target[]): string {
  const [who, count, total] = [listPeople(fresh), fresh.length, countOf(all)];
  if (all.length === 1) return say('effect.new-alone', { who });
  return total === null ? say('effect.new-at-least', { who, count }) : say('effect.new-of', { who, count, total });
}

/** Every text that could not be read, so that whoever wrote it finds the mistake; only of very many, some. */
const MOST_UNREAD = 5;

function unreadWords(unread: readonly Target[]): string {
  const texts = unread.slice(0, MOST_UNREAD).map(({ text }) => say('quoted', { text: text ?? '' }));
  const more = unread.length - texts.length;
  const all = more === 0 ? texts : [...texts, say('list.more', { count: more })];
  return say('effect.unread', { texts: list(all), count: unread.length });
}

/** Every app of which the deed gives a seat; the app asked for alone, where nothing more is known. */
function seatLines(effect: Effect): Line[] {
  if (takesNothing(effect)) return [plain(say('effect.no-seat'))];
  const { seats, seatsAfter, seatsTaken, product, siteHost, lines } = effect;
  if (lines.length > 0) return lines.map(seatLine);
  return [seatLine({ product, siteHost, before: seats, after: seatsAfter, taken: seatsTaken })];
}

type SeatLineFacts = Pick<Effect['lines'][number], 'siteHost' | 'before' | 'after' | 'taken'> & Pick<Effect, 'product'>;

function seatLine({ product, siteHost, before, after, taken }: SeatLineFacts): Line {
  const place = say('app.on-site', { app: appName(product), site: siteHost });
  if (taken === 0) return plain(say('effect.line-no-seat', { place }));
  if (before.used === null) return plain(say('effect.line-unknown', { place }));
  const now = after.used === null ? say('effect.after-unknown') : say('effect.used', { used: after.used });
  return plain(say('effect.line', { place, before: usedOf({ ...before, used: before.used }), after: now }));
}

/** Nobody takes a seat of anything the deed gives, for certain. */
const takesNothing = ({ lines, seatsTaken }: Effect): boolean =>
  seatsTaken === 0 && lines.every(({ taken }) => taken === 0);

const usedOf = ({ used, total, unlimited }: SeatCount & { readonly used: number }): string => {
  if (unlimited) return say('effect.used-unlimited', { used });
  return total === null ? say('effect.used-total-unknown', { used }) : say('effect.used-of', { used, total });
};

function costLines(effect: Effect): Line[] {
  if (takesNothing(effect)) return [];
  const { cost, payer } = effect;
  if (!cost.known) {
    const why = factWords(['cost', 'reason'], { ...cost, text: cost.why });
    return [plain(say('effect.cost-unknown', { why }))];
  }
  const source = say(cost.verified ? 'effect.source' : 'effect.source-unverified', { source: cost.source });
  return [plain(say(`effect.cost.${cost.period}`, { money: money(cost.amount, cost.currency), source, payer }))];
}

const limits: ReadonlySet<string> = new Set(['free-plan-cliff', 'over-limit']);

const limitLines = ({ reasons }: Effect): Line[] =>
  reasons
    .filter(({ code }) => limits.has(code))
    .map((reason) => ({ tone: 'warning', text: factWords(['reason'], reason) }));

/** What is given may not be known as a whole, or take seats of a kind nobody has described. */
const openQuestions: ReadonlySet<string> = new Set(['gives-unknown', 'group-unknown', 'seat-unknown', 'not-given']);

const openLines = ({ reasons }: Effect): Line[] =>
  reasons.filter(({ code }) => openQuestions.has(code)).map((reason) => plain(factWords(['reason'], reason)));

const plain = (text: string): Line => ({ tone: 'plain', text });
