import type { StopId } from '../../core/policy/index.ts';

/** So many numbers are said; more would not be read. */
const MOST_NUMBERS = 5;

/** Acts of a page that were stopped without a prompt of their own, because many waited already. */
export function beyondWords(stops: readonly (StopId | null)[]): string {
  const numbers = [...new Set(stops.filter((id) => id !== null))];
  const rest = numbers.length - MOST_NUMBERS;
  const list = numbers.slice(0, MOST_NUMBERS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const what = stops.length === 1 ? 'One more act of this page was' : `${stops.length} more acts of this page were`;
  const how = numbers.length === 0 ? 'No record was made.' : `Stop ${list}: give this number when you ask about it.`;
  return `${what} stopped without asking you, because many came at once. Nothing was sent. ${how}`;
}
