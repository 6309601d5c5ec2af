import { type Cost, type Effect, givesWords, type SeatCount, type SeatLine } from '../../core/licence/index.ts';
import { counted } from '../../core/plural.ts';
import { capital } from './requests.ts';

/** "98 of 100", "98 used, limit not known", "unlimited"; a number nobody knows is never written as 0. */
export function seatCount({ used, total, unlimited }: SeatCount): string {
  if (unlimited) return used === null ? 'unlimited, use not known' : `${used} used, unlimited`;
  if (used === null) return total === null ? 'not known' : `use not known, ${total} in all`;
  return total === null ? `${used} used, limit not known` : `${used} of ${total}`;
}

/** Whether a deed has a seat of the app in it, for all that is known. A token, a link or a trial has none; nor has every group. */
const without = ({ reasons }: Pick<Effect, 'reasons'>): Effect['reasons'][number] | undefined =>
  reasons.find(({ code }) => code === 'not-about-seats' || code === 'not-given');

/** What a deed does to the seats of the app asked for. */
export const appChange = (effect: Effect): string =>
  without(effect) ? `no change: ${seatCount(effect.seats)}` : seatChange(effect);

/** The same as a sentence about what is taken. */
export function takenWords(effect: Effect): string {
  const { seatsTaken, seatsAfter } = effect;
  const why = without(effect);
  if (why) return why.text;
  if (seatsTaken === null) return 'How many seats this takes is not known.';
  if (seatsTaken === 0) return 'Nobody named here needs a seat.';
  const takes = `Takes ${counted(seatsTaken, 'seat')}`;
  if (seatsAfter.unlimited) return `${takes}; seats are unlimited.`;
  if (seatsAfter.used === null || seatsAfter.total === null) return `${takes}; in use after: ${seatCount(seatsAfter)}.`;
  const over = overWords(seatsAfter);
  return over === null ? `${takes}, leaves ${seatsAfter.total - seatsAfter.used}.` : `${takes}: ${over}.`;
}

/** "98 → 99 of 100": what approving would do. */
export function seatChange({
  seats,
  seatsAfter,
  seatsTaken,
}: Pick<Effect, 'seats' | 'seatsAfter' | 'seatsTaken'>): string {
  if (seatsTaken === 0) return `no change: ${seatCount(seats)}`;
  if (seats.used === null) return seatCount(seats);
  if (seatsAfter.used === null) return `${seatCount(seats)} → not known`;
  const limit = seats.unlimited ? ', unlimited' : seats.total === null ? ', limit not known' : ` of ${seats.total}`;
  return `${seats.used} → ${seatsAfter.used}${limit}`;
}

/** The same of one of the apps that a deed gives. */
export const lineChange = ({ before, after, taken }: SeatLine): string =>
  seatChange({ seats: before, seatsAfter: after, seatsTaken: taken });

/** "1 more than there are", where seats would be taken that nobody bought; null where that is not so, or not known. */
export const overWords = ({ used, total, unlimited }: SeatCount): string | null =>
  unlimited || used === null || total === null || used <= total ? null : `${used - total} more than there are`;

/** What a deed gives beside the app asked for: every other app of which a seat is taken, or may be. */
export const besides = ({ lines, product, cloudId }: Effect): SeatLine[] =>
  lines.filter((line) => line.taken !== 0 && (line.product !== product || line.cloudId !== cloudId));

/** How full, 0 to 1 and above; null when either number is not known. */
export const fullness = ({ used, total, unlimited }: SeatCount): number | null =>
  unlimited || used === null || total === null || total === 0 ? null : used / total;

/** "+$8.00 a month"; the decimal string is formatted as it is, never through a float. */
export function costWords(cost: Cost, locale: string): string {
  if (!cost.known) return 'Cost unknown';
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: cost.currency }).format(
    cost.amount as Intl.StringNumericLiteral,
  );
  return isZero(cost.amount) ? 'No extra cost' : `+${money} a ${cost.period}`;
}

/** What was asked for, as a sentence, where seats, what it gives or cost are others by now; null where nothing is. */
export function whenAsked(effect: Effect, asked: Effect, locale: string): string | null {
  const parts = (of: Effect) => [
    `Seats: ${appChange(of)}`,
    `it gave ${list(givesWords(of)) || 'no seat that is known'}`,
    costWords(of.cost, locale),
  ];
  const now = parts(effect);
  const others = parts(asked).filter((part, index) => part !== now[index]);
  return others.length === 0 ? null : `${capital(others.join('; '))}.`;
}

const list = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);

const isZero = (amount: string): boolean => /^0+(\.0+)?$/.test(amount);

/** The reasons of an effect that must catch the eye: somebody pays more than they may expect. */
export const warningsOf = (effect: Effect): string[] =>
  effect.reasons.filter(({ code }) => code === 'free-plan-cliff' || code === 'over-limit').map(({ text }) => text);

/** What is not known, in sentences. */
export const unknownsOf = (effect: Effect): string[] =>
  effect.reasons.filter(({ code }) => unknowns.has(code)).map(({ text }) => text);

const unknowns: ReadonlySet<string> = new Set([
  'seats-unknown',
  'standing-unknown',
  'whom-unknown',
  'app-unknown',
  'effect-unknown',
  'gives-unknown',
  'group-unknown',
  'seat-unknown',
]);
