import { describe, expect, it } from 'vitest';
import { AccountId, CloudId } from '../ids.ts';
import { type BillingQuestion, billingEffect } from './billing.ts';
import { type EffectFacts, effectOf } from './effect.ts';
import { appEffect, MarketplaceApp } from './marketplace.ts';
import { PriceEntry } from './price-book.ts';
import { seatChange } from './seat-change.ts';
import type { SeatCount } from './seats.ts';

const price = PriceEntry.parse({
  id: 'p',
  product: 'jira-software',
  plan: 'standard',
  currency: 'USD',
  period: 'month',
  mode: 'flat',
  bands: [{ from: 1, to: null, unitPrice: '9' }],
  source: 'quote',
  validFrom: '2026-01-01',
  verified: true,
});
const yearly = PriceEntry.parse({
  ...price,
  period: 'year',
  tiers: [100, 200],
  bands: [{ from: 1, to: 150, unitPrice: '90' }],
});
const seats = (used: number | null, total: number | null = null, unlimited = false): SeatCount => ({
  used,
  total,
  unlimited,
});
const monthly = { period: 'month', renewsOn: '2026-12-01', peak: null } as const;
const annual = { period: 'year', renewsOn: '2027-03-01', peak: null } as const;
const ask = (more: Partial<BillingQuestion>) =>
  billingEffect({
    product: 'jira-software',
    plan: 'standard',
    before: seats(10),
    after: seats(12),
    billing: monthly,
    price,
    today: '2026-11-21',
    ...more,
  });

describe('billingEffect', () => {
  it('says what a month charges now, and that removing gives nothing back', () => {
    expect(ask({}).reasons.map(({ text }) => text)).toEqual([
      'Paid by the month: taking the seat away again gives no money back before the renewal.',
      'At most 6.00 USD is charged now, for the days until 2026-12-01.',
    ]);
    expect(ask({ billing: { ...monthly, peak: 11 } }).proRata).toMatchObject({
      seats: 1,
      amount: '3.00',
      atMost: false,
    });
  });

  it.each([
    ['on the renewal day nothing is left to charge', { today: '2026-12-01' }, '0.00'],
    ['on the first day the whole month is', { today: '2026-11-01' }, '18.00'],
    ['a renewal in the past is a mistake', { today: '2026-12-02' }, null],
    ['a renewal beyond the cycle too', { today: '2026-10-31' }, null],
    ['a yearly price says nothing of months', { price: yearly }, null],
    ['no price', { price: null }, null],
    ['counts not known', { before: seats(null) }, null],
    ['the count after not known', { after: seats(null) }, null],
  ] as const)('%s', (_, more, amount) => expect(ask(more).proRata?.amount).toBe(amount));

  it('nothing added is nothing charged, for certain', () => {
    const same = ask({ after: seats(10) });
    expect(same.reasons.map(({ code }) => code)).toEqual(['no-credit']);
    expect(same.proRata).toMatchObject({ seats: 0, amount: '0.00', atMost: false });
    expect(ask({ before: seats(null) }).proRata).toMatchObject({ seats: null, atMost: false });
    expect(ask({ today: 'nonsense' }).proRata?.amount).toBeNull();
  });

  it('an unlimited year is never over', () => {
    expect(ask({ billing: annual, after: seats(500, 100, true) }).overage).toMatchObject({ over: 0, since: null });
    expect(ask({ billing: annual, price: yearly, after: seats(100, 90) }).overage).toMatchObject({ nextTier: 100 });
    expect(ask({ billing: annual, after: seats(500, 100) }).overage).toMatchObject({ over: 400, nextTier: null });
  });

  it('names the tier and the end of the year', () => {
    expect(ask({ billing: annual, price: yearly, after: seats(101, 100) }).reasons[0]?.text).toBe(
      '1 beyond the 100 seats bought: Atlassian sends a quote for the tier of 200. The year ends on 2027-03-01.',
    );
    expect(ask({ billing: { ...annual, renewsOn: null }, price: null, after: seats(101, 100) }).reasons[0]?.text).toBe(
      '1 beyond the 100 seats bought: Atlassian sends a quote for a tier that the price book does not name.',
    );
  });

  it('a free plan that is over its edge already is not pushed over it by nothing', () => {
    expect(ask({ plan: 'free', before: seats(12), after: seats(12) }).cliff).toMatchObject({ crossed: 'no', left: -2 });
    expect(ask({ plan: 'free', before: seats(8), after: seats(9) })).toMatchObject({ cliff: { left: 1 }, reasons: [] });
  });

  it('a plan not known is no reason to forget how it is paid', () => {
    expect(ask({ plan: null }).proRata).not.toBeNull();
  });
});

describe('seatChange', () => {
  const change = (before: SeatCount, taken: number | null) =>
    seatChange({
      product: 'jira-software',
      before,
      taken,
      plan: 'standard',
      billing: annual,
      priceBook: [yearly],
      today: '2026-11-21',
    }).cost;

  it('prices a year by the tier', () => {
    expect(change(seats(99, 100), 1)).toMatchObject({ known: true, amount: '0.00' });
    expect(change(seats(100, 100), 0)).toMatchObject({ known: true, amount: '0.00' });
    expect(change(seats(150, 100), 0)).toMatchObject({ known: true, amount: '0.00' });
  });

  it('says what it does not know', () => {
    expect(change(seats(100, 100), 1)).toMatchObject({
      known: false,
      why: 'The price book ends before this many Jira users.',
    });
    expect(change(seats(200, 100), 1)).toMatchObject({
      known: false,
      why: 'What the next tier of Jira costs is not known.',
    });
    expect(change(seats(100, null), 1)).toMatchObject({
      known: false,
      why: 'What the next tier of Jira costs is not known.',
    });
    expect(change(seats(100, 100), null)).toMatchObject({
      known: false,
      why: 'It is not known how many seats this takes.',
    });
    expect(change(seats(null, 100), 1)).toMatchObject({
      known: false,
      why: 'The number of Jira seats in use is not known.',
    });
  });
});

describe('effectOf, told how seats are paid for', () => {
  const facts: EffectFacts = {
    organizationName: 'Acme',
    product: 'jira-software',
    cloudId: CloudId.parse('c1'),
    siteHost: 'acme.atlassian.net',
    targets: [
      { email: 'x@y.example', accountId: AccountId.parse('a'), name: null, standing: 'new', identityType: 'external' },
    ],
    aboutSeats: true,
    seats: seats(98, 100),
    plan: 'standard',
    priceBook: [price],
    today: '2026-11-21',
  };

  it('adds what becomes of the month', () => {
    expect(effectOf({ ...facts, billing: monthly }).billing?.proRata).toMatchObject({ seats: 1, amount: '3.00' });
  });

  it('stays as it was when nobody told', () => {
    expect(effectOf(facts)).not.toHaveProperty('billing');
    expect(effectOf({ ...facts, aboutSeats: false, billing: monthly })).not.toHaveProperty('billing');
  });
});

describe('appEffect', () => {
  const site = CloudId.parse('c1');
  const app = MarketplaceApp.parse({
    name: 'Diagrams',
    cloudId: 'c1',
    products: ['jira-software', 'confluence'],
    pricedOn: 'largest-user-count',
    prices: [],
  });
  const count = (product: 'jira-software' | 'confluence', before: number | null, after = before) =>
    ({ product, cloudId: site, before: seats(before), after: seats(after) }) as const;

  it('says when nobody knows what it is priced on', () => {
    const { cost, reasons } = appEffect(
      { ...app, pricedOn: null },
      [count('jira-software', 5), count('confluence', 3)],
      '2026-11-21',
    );
    expect([cost.known, reasons[0]?.code]).toEqual([false, 'app-basis-unknown']);
  });

  it('knows the users even where no price is known', () => {
    const effect = appEffect(app, [count('jira-software', 5, 6), count('confluence', 3)], '2026-11-21');
    expect(effect).toMatchObject({
      before: 5,
      after: 6,
      cost: { known: false },
      reasons: [{ code: 'app-counts-more' }],
    });
    const same = appEffect(app, [count('jira-software', 5), count('confluence', 3, 4)], '2026-11-21');
    expect(same).toMatchObject({ before: 5, after: 5, reasons: [{ code: 'app-unchanged' }] });
  });

  it('an unknown count may be the largest', () => {
    expect(appEffect(app, [count('jira-software', 5), count('confluence', null)], '2026-11-21').before).toBeNull();
    expect(appEffect(app, [count('jira-software', 5)], '2026-11-21').before).toBeNull();
    expect(
      appEffect(
        app,
        [{ ...count('confluence', 3), cloudId: CloudId.parse('c2') }, count('jira-software', 5)],
        '2026-11-21',
      ).before,
    ).toBeNull();
  });

  it('refuses a price with a gap', () => {
    const bad = { ...app, prices: [{ ...price, bands: [{ from: 2, to: null, unitPrice: '1' }] }] };
    expect(MarketplaceApp.safeParse(bad).error?.issues[0]?.path).toEqual(['prices', 0, 'bands', 0, 'from']);
  });
});
