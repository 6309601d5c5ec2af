import type { Cost, Effect, SeatCount } from '../../core/licence/index.ts';

/** "98 of 100", "98 used, limit unknown", "unlimited"; a number nobody knows is never written as 0. */
export function seatCount({ used, total, unlimited }: SeatCount): string {
  if (unlimited) return used === null ? 'unlimited' : `${used} used, unlimited`;
  if (used === null) return total === null ? 'unknown' : `unknown of ${total}`;
  return total === null ? `${used} used, limit unknown` : `${used} of ${total}`;
}

/** "98 → 99 of 100": what approving would do. */
export function seatChange({ seats, seatsAfter, seatsTaken }: Effect): string {
  if (seatsTaken === 0) return `no change: ${seatCount(seats)}`;
  const from = seats.used ?? 'unknown';
  const to = seatsAfter.used ?? 'unknown';
  if (seats.used === null && seatsAfter.used === null) return seatCount(seats);
  const limit = seats.unlimited ? ', unlimited' : seats.total === null ? ', limit unknown' : ` of ${seats.total}`;
  return `${from} → ${to}${limit}`;
}

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

const isZero = (amount: string): boolean => /^0+(\.0+)?$/.test(amount);

/** The reasons of an effect that must catch the eye: somebody pays more than they may expect. */
export const warningsOf = (effect: Effect): string[] =>
  effect.reasons.filter(({ code }) => code === 'free-plan-cliff' || code === 'over-limit').map(({ text }) => text);

/** What is not known, in sentences. */
export const unknownsOf = (effect: Effect): string[] =>
  effect.reasons.filter(({ code }) => code === 'seats-unknown' || code === 'standing-unknown').map(({ text }) => text);
