import type { SeatLine } from './seat-line.ts';
import { appWords, countedSeats, seatOf } from './seat-words.ts';

/** What a deed takes of one app, e.g. `1 Jira seat on acme.atlassian.net`. A number nobody knows is never written as one. */
export function seatLineWords({ product, siteHost, taken }: Pick<SeatLine, 'product' | 'siteHost' | 'taken'>): string {
  if (taken === null) return `${appWords(product)} on ${siteHost}: how many seats it takes is not known`;
  return `${taken === 0 ? `no ${seatOf(product)}` : countedSeats(taken, product)} on ${siteHost}`;
}
