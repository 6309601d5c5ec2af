import type { StopId } from '../../core/policy/index.ts';
import { say } from './say.ts';

/** So many numbers are said; more would not be read. */
const MOST_NUMBERS = 5;

/** Acts of a page that were stopped without a prompt of their own, because many waited already. */
export const beyondWords = (stops: readonly (StopId | null)[]): string =>
  say('stopped.beyond', { count: stops.length, number: numbersOf(stops) });

/** As `beyondWords`, because nobody was seen to do anything on the page since they said no or asked IT. In another window they may have. */
export const againWords = (stops: readonly (StopId | null)[]): string =>
  say('stopped.again', { count: stops.length, number: numbersOf(stops) });

function numbersOf(stops: readonly (StopId | null)[]): string {
  const numbers = [...new Set(stops.filter((id) => id !== null))];
  const rest = numbers.length - MOST_NUMBERS;
  const listed = numbers.slice(0, MOST_NUMBERS).join(', ');
  if (numbers.length === 0) return say('stopped.no-record');
  return say('stopped.number', { number: rest > 0 ? say('stopped.numbers', { numbers: listed, rest }) : listed });
}
