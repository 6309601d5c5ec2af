import { describe, expect, it } from 'vitest';
import { historicalPrice as historical } from '../../tests/tools/historical-price.ts';
import { CloudId } from '../ids.ts';
import { type EffectFacts, effectOf, type Target } from './effect.ts';
import { PriceEntry } from './price-book.ts';

const site = CloudId.parse('c1');
const ending = PriceEntry.parse({ ...historical, bands: [{ from: 1, to: 98, unitPrice: '3' }] });

describe('effectOf', () => {
  const target = (standing: Target['standing']): Target => ({
    email: 'x@y.example',
    accountId: null,
    name: null,
    standing,
    identityType: 'external',
  });
  const facts = (more: Partial<EffectFacts>): EffectFacts => ({
    organizationName: 'Acme',
    product: 'jira-software',
    cloudId: site,
    siteHost: 'acme.atlassian.net',
    targets: [target('new')],
    aboutSeats: true,
    seats: { used: 98, total: 100, unlimited: false },
    plan: 'standard',
    priceBook: [historical],
    today: '2026-11-21',
    ...more,
  });

  it('counts new people and existing people without a seat, not those who have one', () => {
    const effect = effectOf(facts({ targets: [target('new'), target('without-seat'), target('has-seat')] }));
    expect(effect.seatsTaken).toBe(2);
    expect(effect.seatsAfter.used).toBe(100);
    expect(effect.cost).toMatchObject({ known: true, amount: '6.00', verified: false });
    expect(effect.confidence).toBe('exact');
  });

  it('says when the seats bought are not enough', () => {
    const effect = effectOf(facts({ targets: [target('new'), target('new'), target('new')] }));
    expect(effect.reasons.map((reason) => reason.code)).toContain('over-limit');
  });

  it('warns of the edge of a free plan', () => {
    const effect = effectOf(facts({ plan: 'free', seats: { used: 10, total: 10, unlimited: false } }));
    expect(effect.reasons.map((reason) => reason.code)).toContain('free-plan-cliff');
  });

  it('keeps unknown unknown', () => {
    const counts = effectOf(facts({ seats: { used: null, total: null, unlimited: false } }));
    expect(counts.seatsAfter.used).toBeNull();
    expect(counts.cost.known).toBe(false);
    const standing = effectOf(facts({ targets: [target('unknown')] }));
    expect(standing.seatsTaken).toBeNull();
    expect(standing.confidence).toBe('unknown');
    const nobody = effectOf(facts({ targets: [] }));
    expect([nobody.seatsTaken, nobody.confidence]).toEqual([null, 'unknown']);
    expect(nobody.reasons.map(({ code }) => code)).toEqual(['whom-unknown', 'seats-unknown']);
    expect(effectOf(facts({ priceBook: [] })).cost).toMatchObject({
      known: false,
      why: 'The price book has no price for Jira.',
    });
  });

  it('says nothing about seats of the product when something else is started', () => {
    const effect = effectOf(facts({ aboutSeats: false }));
    expect(effect).toMatchObject({ seatsTaken: null, seatsAfter: { used: null }, cost: { known: false } });
    expect(effect.reasons.map((reason) => reason.code)).toEqual(['not-about-seats']);
  });

  it('costs nothing when everybody has a seat', () => {
    const effect = effectOf(facts({ targets: [target('has-seat')] }));
    expect(effect).toMatchObject({ seatsTaken: 0, cost: { amount: '0.00' } });
  });

  const reasonsOf = (more: Partial<EffectFacts>) => effectOf(facts(more)).reasons.map(({ text }) => text);
  const seats = (used: number | null, total: number | null, unlimited = false) => ({ used, total, unlimited });

  it('says what is known of the seats, one sentence for each thing', () => {
    const everybodyHas = { targets: [target('has-seat')] };
    expect(reasonsOf({})).toEqual(['This takes 1 Jira seat on acme.atlassian.net.']);
    expect(reasonsOf(everybodyHas)).toEqual(['Everybody named here already has Jira: no seat is taken.']);
    expect(reasonsOf({ seats: seats(null, 100) })).toEqual([
      'This takes 1 Jira seat on acme.atlassian.net.',
      'How many Jira seats are in use is not known.',
    ]);
    expect(reasonsOf({ targets: [target('has-seat'), target('unknown')] })).toEqual([
      'Whether everybody named here already has a seat is not known.',
      'How many Jira seats are in use is not known.',
    ]);
    expect(reasonsOf({ aboutSeats: false })).toEqual(['This gives no seat of Jira; it may cost something else.']);
  });

  it.each([
    ['standard', seats(99, 100), null],
    ['standard', seats(100, 100), 'That is 1 more than the 100 seats bought.'],
    ['standard', seats(100, null), null],
    ['standard', seats(100, 100, true), null],
    ['free', seats(9, 10), null],
    ['free', seats(10, 10), 'The free plan ends at 10 users: one more starts a paid trial.'],
    [null, seats(10, null), null],
    [null, seats(10, 10), 'That is 1 more than the 10 seats bought.'],
  ] as const)('on the plan %s, of %j: %s', (plan, before, text) => {
    expect(reasonsOf({ plan, seats: before }).slice(1)).toEqual(text === null ? [] : [text]);
  });

  it.each([
    [seats(98, 100), 'exact'],
    [seats(98, null), 'unknown'],
    [seats(null, 100), 'unknown'],
  ] as const)('of %j is %s', (before, confidence) => {
    expect(effectOf(facts({ seats: before })).confidence).toBe(confidence);
  });

  it('gives back what it was asked about', () => {
    const asked = facts({ targets: [target('has-seat'), target('new')] });
    expect(effectOf(asked)).toMatchObject({
      product: 'jira-software',
      cloudId: site,
      siteHost: 'acme.atlassian.net',
      targets: asked.targets,
      seats: asked.seats,
      payer: 'Acme',
    });
    expect(effectOf(facts({ aboutSeats: false })).cost).toMatchObject({
      known: false,
      why: 'This is not a matter of seats: what it costs is not known.',
    });
  });

  it.each([
    [{ targets: [target('unknown')] }, 'It is not known how many seats this takes.'],
    [{ seats: seats(null, 100) }, 'The number of Jira seats in use is not known.'],
    [{ priceBook: [] }, 'The price book has no price for Jira.'],
    [{ priceBook: [], plan: null }, 'The price book has no price for Jira without knowing the plan.'],
    [{ priceBook: [ending] }, 'The price book ends before this many Jira users.'],
  ])('does not make a cost up: %j', (more, why) => {
    expect(effectOf(facts(more)).cost).toMatchObject({ known: false, why });
  });

  it('costs nothing where no seat is taken, however many there are', () => {
    const nobody = { targets: [target('has-seat')], seats: seats(null, 100) };
    expect(effectOf(facts(nobody)).cost).toMatchObject({
      known: true,
      amount: '0.00',
      currency: 'USD',
      period: 'month',
    });
  });

  it('tells what becomes of the plan where it is known how it is paid for, and of nothing else', () => {
    const billing = { period: 'year', renewsOn: '2027-03-01', peak: null } as const;
    expect(effectOf(facts({ billing })).billing?.reasons.map(({ code }) => code)).toEqual(['within-tier']);
    expect(effectOf(facts({ billing, aboutSeats: false }))).not.toHaveProperty('billing');
    expect(effectOf(facts({}))).not.toHaveProperty('billing');
  });
});
