import { describe, expect, it } from 'vitest';
import { PriceBook } from './price-book.ts';
import { marginalPrice, newestValid, totalPrice } from './price-terms.ts';

const entry = {
  id: 'a',
  product: 'confluence',
  plan: 'standard',
  currency: 'USD',
  period: 'month',
  mode: 'graduated',
  bands: [{ from: 1, to: null, unitPrice: '3' }],
  source: 'quote',
  validFrom: '2026-01-01',
  verified: true,
} as const;

/** `path: message` of every fault. */
const faults = (...entries: object[]): string[] => {
  const parsed = PriceBook.safeParse(entries.map((more) => ({ ...entry, ...more })));
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('what a price book refuses, and what it says', () => {
  it.each([
    [[{ bands: [{ from: 2, to: null, unitPrice: '3' }] }], '0.bands.0.from: band 1 must start at 1, not 2'],
    [
      [
        {
          bands: [
            { from: 1, to: null, unitPrice: '3' },
            { from: 11, to: null, unitPrice: '2' },
          ],
        },
      ],
      '0.bands.0.to: band 1 has no end but another band follows: give it a last user',
    ],
    [
      [
        {
          bands: [
            { from: 1, to: 10, unitPrice: '3' },
            { from: 11, to: 9, unitPrice: '2' },
          ],
        },
      ],
      '0.bands.1.to: band 2 ends before it starts: 9 must be 11 or more',
    ],
    [
      [
        {
          mode: 'flat',
          bands: [
            { from: 1, to: 10, unitPrice: '3' },
            { from: 11, to: null, unitPrice: '2' },
          ],
        },
      ],
      '0.bands: a flat price has exactly one band: use graduated or volume for several',
    ],
    [[{ tiers: [100, 100] }], '0.tiers.1: tiers must rise: 100 must be more than 100'],
    [[{ validUntil: '2025-12-31' }], '0.validUntil: 2025-12-31 is before validFrom 2026-01-01: correct one of the two'],
    [[{ currency: 'usd' }], '0.currency: an ISO 4217 code such as USD'],
    [[{}, { validFrom: '2026-02-01' }], '1.id: "a" is used by an earlier price: give every price an id of its own'],
    [[{}, { id: 'b' }], '1.validFrom: "a" and "b" both hold from 2026-01-01: remove one or change its validFrom'],
    [
      [{ id: 'b', validFrom: '2026-02-01', currency: 'EUR' }, {}],
      '1.currency: the price turns from USD into EUR on 2026-02-01: correct the currency, or end "a" before with validUntil',
    ],
  ])('%#', (entries, fault) => expect(faults(...entries)).toEqual([fault]));

  it.each([
    [
      [
        {
          bands: [
            { from: 1, to: 1, unitPrice: '3' },
            { from: 2, to: null, unitPrice: '2.5' },
          ],
        },
      ],
    ],
    [[{ tiers: [100, 101] }]],
    [[{ validUntil: '2026-01-01' }]],
    [[{}, { id: 'b', plan: 'premium' }]],
    [[{}, { id: 'b', product: 'trello' }]],
    [[{}, { id: 'b', period: 'year', currency: 'EUR' }]],
    [[{}, { id: 'b', validFrom: '2026-02-01' }]],
    [[{ validUntil: '2026-01-31' }, { id: 'b', validFrom: '2026-02-01', currency: 'EUR' }]],
  ])('and what it accepts: %#', (entries) => expect(faults(...entries)).toEqual([]));
});

describe('newestValid', () => {
  const prices = [
    { validFrom: '2026-01-01' },
    { validFrom: '2026-03-01', validUntil: '2026-03-31' },
    { validFrom: '2026-02-01' },
  ];
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', '2026-01-01'],
    ['2026-02-28', '2026-02-01'],
    ['2026-03-31', '2026-03-01'],
    ['2026-04-01', '2026-02-01'],
  ])('on %s', (today, from) => expect(newestValid(prices, today)?.validFrom).toBe(from));
});

it('has no price beyond the last band, at its end one', () => {
  const short = { mode: 'volume', bands: [{ from: 1, to: 10, unitPrice: '3' }] } as const;
  const terms = { ...short, bands: [...short.bands] };
  expect([totalPrice(terms, 10), totalPrice(terms, 11), marginalPrice(terms, 10, 1)]).toEqual(['30.00', null, null]);
  expect([totalPrice(terms, -1), totalPrice(terms, 1.5), totalPrice({ mode: 'flat', bands: [] }, 1)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(totalPrice({ mode: 'volume', bands: [{ from: 5, to: null, unitPrice: '3' }] }, 2)).toBeNull();
});
