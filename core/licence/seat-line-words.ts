import { productName } from '../organization/index.ts';
import { counted } from '../plural.ts';
import type { SeatLine } from './seat-line.ts';

/** What a deed takes of one app, e.g. `1 Jira seat on acme.atlassian.net`. A number nobody knows is never written as one. */
export function seatLineWords({ product, siteHost, taken }: Pick<SeatLine, 'product' | 'siteHost' | 'taken'>): string {
  const name = productName(product);
  if (taken === null) return `${name} on ${siteHost}: how many seats it takes is not known`;
  return `${taken === 0 ? `no ${name} seat` : counted(taken, `${name} seat`)} on ${siteHost}`;
}
