import type { StopId } from '../../core/policy/index.ts';

/** So many numbers are said; more would not be read. */
const MOST_NUMBERS = 5;

/** Acts of a page that were stopped without a prompt of their own, because many waited already. */
export function beyondWords(stops: readonly (StopId | null)[]): string {
  const what = stops.length === 1 ? 'One more act of this page was' : `${stops.length} more acts of this page were`;
  return `${what} stopped without asking you, because many came at once. Nothing was sent. ${numbersOf(stops)}`;
}

/** As `beyondWords`, because the page went on by itself after the person said no or asked IT. */
export function againWords(stops: readonly (StopId | null)[]): string {
  const what = stops.length === 1 ? 'one more act of it was' : `${stops.length} more acts of it were`;
  return `This page tries again by itself after your answer: ${what} stopped without asking you again. Nothing was sent. ${numbersOf(stops)}`;
}

function numbersOf(stops: readonly (StopId | null)[]): string {
  const numbers = [...new Set(stops.filter((id) => id !== null))];
  const rest = numbers.length - MOST_NUMBERS;
  const list = numbers.slice(0, MOST_NUMBERS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return numbers.length === 0 ? 'No record was made.' : `Stop ${list}: give this number when you ask about it.`;
}
