import { expect, it } from 'vitest';
import { historicalPrice } from '../../tests/tools/historical-price.ts';
import { PriceEntry } from './price-book.ts';
import { type SeatChangeFacts, seatChange } from './seat-change.ts';

const yearly = PriceEntry.parse({
  ...historicalPrice,
  period: 'year',
  mode: 'flat',
  bands: [{ from: 1, to: 300, unitPrice: '10' }],
  tiers: [100, 200, 400],
});
const facts = (more: Partial<SeatChangeFacts> = {}): SeatChangeFacts => ({
  product: 'jira-software',
  before: { used: 98, total: 100, unlimited: false },
  taken: 1,
  plan: 'standard',
  billing: { period: 'year', renewsOn: '2027-03-01', peak: null },
  priceBook: [yearly],
  today: '2026-11-21',
  ...more,
});
const cost = (more: Partial<SeatChangeFacts>) => seatChange(facts(more)).cost;
const seats = (used: number, total: number | null, unlimited = false) => ({ used, total, unlimited });
const none = { known: false, why: 'What the next tier of Jira costs is not known.' };

it.each([
  ['within the tier', {}, '0.00'],
  ['over it: the difference of two tiers', { taken: 3 }, '1000.00'],
  ['somebody who has a seat', { taken: 0 }, '0.00'],
  ['seats without end', { before: seats(98, null, true) }, '0.00'],
])('a year: %s', (_, more, amount) => {
  expect(cost(more)).toMatchObject({ known: true, amount, period: 'year', currency: 'USD' });
});

it.each([
  ['beyond every tier', { before: seats(400, 400) }, none],
  ['nobody knows how many were bought', { before: seats(98, null) }, none],
  [
    'the price ends before the next tier',
    { before: seats(200, 200) },
    { known: false, why: 'The price book ends before this many Jira users.' },
  ],
  [
    'the price ends before what was bought',
    { before: seats(301, 301), priceBook: [{ ...yearly, tiers: [301, 302] }] },
    { known: false, why: 'The price book ends before this many Jira users.' },
  ],
])('a year has no cost made up: %s', (_, more, expected) => {
  expect(cost(more)).toMatchObject(expected);
});

it('a price is that of the period paid for; any, where nobody knows the period', () => {
  const month = { period: 'month', renewsOn: null, peak: null } as const;
  const book = [yearly, historicalPrice];
  expect(cost({ billing: month, priceBook: book })).toMatchObject({ amount: '3.00', period: 'month' });
  expect(cost({ billing: month }).known).toBe(false);
  expect(cost({ billing: null, priceBook: [historicalPrice] })).toMatchObject({ amount: '3.00' });
  expect(seatChange(facts({ billing: null })).billing).toBeNull();
});
